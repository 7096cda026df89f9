using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Planning;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Emission;

/// <summary>Writes the file of one target: a nested type with every kernel that the programs call, or that other targets do.</summary>
internal static class KernelFile
{
    /// <param name="plan">The network.</param>
    /// <param name="target">The target.</param>
    /// <param name="shared">Those of its kernels that are written elsewhere.</param>
    public static WrittenText Write(NetworkPlan plan, Target target, EquatableArray<SharedKernel> shared = default)
    {
        Dictionary<KernelKey, SharedKernel> elsewhere = shared.Where(kernel => kernel.IsOn(target)).ToDictionary(kernel => kernel.Key);
        SourceWriter writer = new();
        TypeShell.WriteHeader(writer, [.. target.Usings, .. KernelMethod.Usings], hasReferences: false);
        TypeShell.WriteType(writer, plan.Network.Type, "", () =>
        {
            writer.Line($"// Kernels for {target.Description}. {(target.HasPrograms ? "It is a struct so that the compiler makes each program anew for it, with direct calls." : "Others call them.")}");
            writer.Line("[global::System.CodeDom.Compiler.GeneratedCode(\"DslNet\", \"" + GeneratorVersion.Text + "\")]");
            using (writer.Block(target.HasPrograms ? $"{TypeShell.Access(plan.Network.Type)} readonly struct {target.ClassName} : {ProgramFile.KernelInterface}" : $"{TypeShell.Access(plan.Network.Type)} static class {target.ClassName}"))
            {
                writer.Line(KernelMethod.OptimizedConstant);
                if (target.HasPrograms)
                    writer.Line(KernelMethod.OfOneSampleConstant(inlined: plan.OneSampleOnStack));
                if (target.HasPrograms && plan.Updates)
                    writer.Lines("", $"public static bool FusesUpdate => {(target.FusesUpdate ? "true" : "false")};");
                if (elsewhere.Count > 0)
                    writer.Line(KernelMethod.ForwardedConstant);
                foreach (NamedKernel kernel in plan.KernelsOf(target))
                {
                    if (elsewhere.TryGetValue(kernel.Key, out SharedKernel? other))
                        kernel.Kernel.WriteForwards(writer, kernel.Name, $"global::{SharedNetworks.Namespace}.{other.Name.On(target)}", KernelMethod.Forwarded);
                    else
                        writer.Written(KernelTexts.Of(kernel, target, writer.Depth));
                }
            }
        });
        return writer.ToText();
    }
}
