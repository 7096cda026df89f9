using DslNet.Generators.Graph;
using DslNet.Generators.Planning;

namespace DslNet.Generators.Emission;

/// <summary>Writes the method that sums the loss and the gradients of a batch, one sample group after the other.</summary>
internal static class GradientProgram
{
    public const string Parameters =
        "ref float inputs, ref float targets, ref int labels, ref float inputGradients, nuint count, ref float parameters, ref float gradients, ref float scratch, float scale, int seed, long step";

    public static void Write(SourceWriter writer, NetworkPlan plan)
    {
        ProgramPlan program = plan.Gradients!;
        ProgramWriter body = new(writer, program, plan.Parameters);
        writer.Line();
        writer.Line($"// Sums the loss and its gradients, {program.BlockSamples} samples at a time. From 128 samples on they are summed in groups,");
        writer.Line("// which are then added in ascending order: so the sum does not depend on who computes which group.");
        writer.Line(ProgramFile.Optimized);
        using (writer.Block($"internal static double Gradients<TKernels>({Parameters}) where TKernels : {ProgramFile.KernelInterface}"))
        using (writer.Block("unchecked"))
        {
            body.WriteNames();
            writer.Line("double total = 0;");
            body.WriteCalls(program.Prologue);
            writer.Line(plan.HasGroups ? "nuint groups = count < 128 ? 1 : global::System.Math.Min(count / 64, 8);" : "const nuint groups = 1;");
            using (writer.Block("for (nuint group = 0; group < groups; group++)"))
            {
                writer.Line("double loss = 0;");
                writer.Line("ref float sums = ref gradients;");
                if (plan.HasGroups)
                {
                    using (writer.Block("if (group > 0)"))
                    {
                        writer.Line($"sums = ref SimdRef.Add(ref scratch, {plan.GroupOffset});");
                        foreach ((int start, int end) in GroupedRanges(plan))
                            writer.Line($"global::DslNet.CompilerServices.FloatMemory.Clear({Offset.Reference("sums", Literal.Of(start))}, {end - start});");
                    }
                }

                body.WriteGradientNames();
                body.WriteCalls(program.GroupStart);
                writer.Line("nuint end = count * (group + 1) / groups;");
                using (writer.Block($"for (nuint start = count * group / groups; start < end; start += {program.BlockSamples})"))
                {
                    writer.Line($"nuint block = global::System.Math.Min({program.BlockSamples}, end - start);");
                    body.WriteStages();
                }

                body.WriteCalls(program.GroupEnd);
                if (plan.HasGroups)
                    WriteReduction(writer, plan);
                writer.Line("total += loss;");
            }

            writer.Line("return total;");
        }
    }

    private static void WriteReduction(SourceWriter writer, NetworkPlan plan)
    {
        using (writer.Block("if (group > 0)"))
        {
            foreach ((int start, int end) in GroupedRanges(plan))
                writer.Line($"global::DslNet.CompilerServices.FloatMemory.Add({Offset.Reference("gradients", Literal.Of(start))}, {Offset.Reference("sums", Literal.Of(start))}, {end - start});");
        }
    }

    /// <summary>The runs of parameters whose gradients are summed once a group.</summary>
    private static IEnumerable<(int Start, int End)> GroupedRanges(NetworkPlan plan)
    {
        IReadOnlyList<Parameter> parameters = plan.Parameters.Parameters;
        int? start = null;
        for (int i = 0; i <= parameters.Count; i++)
        {
            bool grouped = i < parameters.Count && !parameters[i].IsLarge;
            if (grouped)
                start ??= parameters[i].Offset;
            else if (start is { } from)
            {
                yield return (from, i < parameters.Count ? parameters[i].Offset : plan.Parameters.Length);
                start = null;
            }
        }
    }
}
