using DslNet.Generators.Operations;
using DslNet.Generators.Planning;
using DslNet.Generators.Text;

namespace DslNet.Generators.Emission;

/// <summary>
/// Writes what a network does, once for all targets: which kernels there are, and the programs that call them, as methods
/// of a struct that is generic over the kernels.
/// </summary>
internal static class ProgramFile
{
    public const string KernelInterface = "IKernels";

    public const string ClassName = "Programs";

    public static string Write(NetworkPlan plan)
    {
        SourceWriter writer = new();
        TypeShell.WriteHeader(writer,
        [
            "using Guard__ = global::DslNet.CompilerServices.NetworkGuard;",
            LibraryCall.Using,
            "using Memory__ = global::System.Runtime.InteropServices.MemoryMarshal;",
            .. KernelMethod.Usings,
            "using Place__ = global::DslNet.CompilerServices.Place;",
        ], hasReferences: false);
        TypeShell.WriteType(writer, plan.Network.Type, "", () =>
        {
            SamplesStruct.Write(writer, plan.Network);
            writer.Line();
            writer.Line("// The kernels. Each instruction set implements them in a struct, so that the JIT compiles Programs<T> once per set with direct calls.");
            using (writer.Block($"{TypeShell.Access(plan.Network.Type)} interface {KernelInterface}"))
            {
                if (plan.Updates)
                    writer.Line("static abstract bool FusesUpdate { get; }");
                foreach (NamedKernel kernel in plan.Kernels.All)
                {
                    if (kernel.Others.Count > 0)
                        writer.Line($"// Also {Enumerate(kernel.Others)}.");
                    foreach (string signature in kernel.Kernel.Signatures(kernel.Name))
                        writer.Line($"static abstract {signature};");
                }
            }

            writer.Line();
            writer.Line("[global::System.CodeDom.Compiler.GeneratedCode(\"DslNet\", \"" + GeneratorVersion.Text + "\")]");
            using (writer.Block($"{TypeShell.Access(plan.Network.Type)} readonly struct {ClassName}<TKernels> : global::DslNet.CompilerServices.INetworkPrograms<{SamplesStruct.Name}> where TKernels : struct, {KernelInterface}"))
            {
                writer.Lines(KernelMethod.OptimizedProgramConstant, "");
                if (plan.Network.IsSequence)
                {
                    SequencePrograms.Write(writer, plan);
                    return;
                }

                EvaluationProgram.Write(writer, plan);
                OneSampleProgram.Write(writer, plan);
                if (plan.Gradients is not null)
                    GradientProgram.Write(writer, plan);
            }
        });
        return writer.ToString();
    }

    private static string Enumerate(IReadOnlyList<string> names) => names.Count switch
    {
        1 => names[0],
        2 => $"{names[0]} and {names[1]}",
        _ => $"{names[0]} and {NumberText.Grouped(names.Count - 1)} more, the last of them {names[names.Count - 1]}",
    };
}
