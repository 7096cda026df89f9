using DslNet.Generators.Graph;
using DslNet.Generators.Planning;
using DslNet.Generators.Simd;

namespace DslNet.Generators.Emission;

/// <summary>Writes the file of one target: a nested type with the drivers of both programs and every kernel they call.</summary>
internal static class KernelFile
{
    public static string Write(NetworkPlan plan, Target target)
    {
        SourceWriter writer = new();
        TypeShell.WriteHeader(writer, target.Usings);
        TypeShell.WriteType(writer, plan.Network.Type, "", () =>
        {
            writer.Line($"// Kernels for {target.Description}.");
            writer.Line("[global::System.CodeDom.Compiler.GeneratedCode(\"DslNet\", \"" + GeneratorVersion.Text + "\")]");
            using (writer.Block($"private readonly struct {target.ClassName} : global::DslNet.CompilerServices.{(plan.Gradients is null ? "INetworkKernels" : "IGradientKernels")}"))
            {
                EvaluationDriver.Write(writer, plan);
                if (plan.Gradients is not null)
                    GradientDriver.Write(writer, plan);

                // Both programs begin with the same forward kernels.
                HashSet<string> written = [];
                foreach (Operation operation in plan.Evaluation.Operations.Concat(plan.Gradients?.Operations ?? []))
                {
                    if (written.Add(operation.Name))
                        operation.WriteMethods(writer, target);
                }
            }
        });
        return writer.ToString();
    }
}
