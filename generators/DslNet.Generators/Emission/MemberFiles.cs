using DslNet.CompilerServices;
using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Planning;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Emission;

/// <summary>Writes what predicts for the members of a population: the program, once for all targets, and a file of kernels for each.</summary>
internal static class MemberFiles
{
    /// <summary>What the names of kernels' classes end with.</summary>
    public const string Suffix = "OfMembers";

    public const string KernelInterface = "IKernels" + Suffix;

    public const string ClassName = "Programs" + Suffix;

    private const string Interface = "global::DslNet.CompilerServices.IPopulationNetwork";

    private const string Parameters = "ref float parameters, ref float inputs, ref float outputs, ref float scratch";

    private const string Arguments = "ref parameters, ref inputs, ref outputs, ref scratch";

    /// <param name="network">The network.</param>
    /// <param name="plan">What is written.</param>
    /// <param name="targets">Those that there are programs for.</param>
    public static string WriteProgram(NetworkSpec network, MemberPlan plan, IReadOnlyList<Target> targets)
    {
        SourceWriter writer = new();
        TypeShell.WriteHeader(writer, [.. KernelMethod.Usings, "using Place__ = global::DslNet.CompilerServices.Place;"], hasReferences: false);
        TypeShell.WriteType(writer, network.Type, $" : {Interface}<{network.Type.Name}>", () =>
        {
            WriteSurface(writer, network, plan.Program.ScratchLength, () => WriteChoice(writer, targets));
            writer.Lines("", "// The kernels, with the members of a population in the lanes. Each instruction set implements them in a struct.");
            using (writer.Block($"private interface {KernelInterface}"))
            {
                foreach (NamedKernel kernel in plan.Kernels.All)
                {
                    foreach (string signature in kernel.Kernel.Signatures(kernel.Name))
                        writer.Line($"static abstract {signature};");
                }
            }

            writer.Lines("", "[global::System.CodeDom.Compiler.GeneratedCode(\"DslNet\", \"" + GeneratorVersion.Text + "\")]");
            using (writer.Block($"private static class {ClassName}<TKernels> where TKernels : struct, {KernelInterface}"))
                WriteCalls(writer, network, plan);
        });
        return writer.ToString();
    }

    /// <summary>Writes the kernels of a target.</summary>
    public static string WriteKernels(NetworkSpec network, MemberPlan plan, Target target)
    {
        SourceWriter writer = new();
        TypeShell.WriteHeader(writer, [.. target.Usings, .. KernelMethod.Usings], hasReferences: false);
        TypeShell.WriteType(writer, network.Type, "", () =>
        {
            writer.Line($"// Kernels for {target.Description}, with the members of a population in the lanes.");
            writer.Line("[global::System.CodeDom.Compiler.GeneratedCode(\"DslNet\", \"" + GeneratorVersion.Text + "\")]");
            using (writer.Block(target.HasPrograms ? $"private readonly struct {ClassOf(target)} : {KernelInterface}" : $"private static class {ClassOf(target)}"))
            {
                writer.Line(KernelMethod.OptimizedConstant);
                foreach (NamedKernel kernel in plan.KernelsOf(target))
                    kernel.Kernel.Write(writer, target, kernel.KernelName with { ClassSuffix = Suffix });
            }
        });
        return writer.ToString();
    }

    /// <summary>Writes what a population refers to of a network that cannot be built.</summary>
    /// <param name="network">The network.</param>
    /// <param name="reason">What is wrong with it, as a sentence that begins behind its name.</param>
    public static string WriteStub(NetworkSpec network, string reason)
    {
        SourceWriter writer = new();
        TypeShell.WriteHeader(writer, [], hasReferences: false);
        TypeShell.WriteType(writer, network.Type, $" : {Interface}<{network.Type.Name}>", () => WriteSurface(
            writer, network, 0, () => writer.Line($"throw global::DslNet.CompilerServices.NetworkGuard.Invalid({Literal.Of($"{network.Type.PlainName} {reason}")});")));
        return writer.ToString();
    }

    private static void WriteSurface(SourceWriter writer, NetworkSpec network, int scratch, Action body)
    {
        string type = $"{Interface}<{network.Type.Name}>";
        writer.Lines($"static int {type}.MemberScratchLength => {Literal.Of(scratch)};", "");
        using (writer.Block($"static void {type}.PredictMembers({Parameters})"))
            body();
    }

    private static void WriteChoice(SourceWriter writer, IReadOnlyList<Target> targets)
    {
        foreach (Target target in targets)
        {
            bool isConditional = target.Condition is not null && targets.Count > 1;
            string call = $"{ClassName}<{ClassOf(target)}>.Predict({Arguments});";
            if (!isConditional)
            {
                writer.Line(call);
                break;
            }

            using (writer.Block($"if ({target.Condition})"))
                writer.Lines(call, "return;");
            writer.Line();
        }
    }

    private static void WriteCalls(SourceWriter writer, NetworkSpec network, MemberPlan plan)
    {
        writer.Lines(KernelMethod.OptimizedProgramConstant, "", $"// Predicts a sample of each of {MemberLanes.Count} members.", KernelMethod.Optimized);
        using (writer.Block($"public static void Predict({Parameters})"))
        using (writer.Block("unchecked"))
        {
            string? layer = null;
            foreach (Operation operation in plan.Program.Operations)
            {
                if (operation.Layer != layer && network.Nodes.FirstOrDefault(node => node.Name == operation.Layer) is { } node)
                {
                    writer.Gap();
                    writer.Line($"// {node.Path}: {network.DeclarationOf(node)}");
                }

                layer = operation.Layer;
                writer.Line($"TKernels.{plan.Kernels.NameOf(operation)}({string.Join(", ", operation.Operands.Select(operand => Spell(plan.Program, operand)))});");
            }
        }
    }

    private static string Spell(MemberProgram program, Operand operand)
    {
        string memory = operand.Buffer.Kind switch
        {
            BufferKind.Parameter => "parameters",
            BufferKind.Port => operand.Buffer.Port!.Role == PortRole.Input ? "inputs" : "outputs",
            _ => "scratch",
        };
        return Offset.Reference(memory, Literal.Of(program.OffsetOf(operand.Buffer) + operand.Start));
    }

    private static string ClassOf(Target target) => target.ClassName + Suffix;
}
