using DslNet.Generators.Operations;
using DslNet.Generators.Planning;
using DslNet.Generators.Text;

namespace DslNet.Generators.Emission;

/// <summary>Writes the methods that sum the loss and the gradients of one group of samples.</summary>
internal static class GradientProgram
{
    public const string Parameters =
        $"in {SamplesStruct.Name} samples, int first, int end, ref float parameters, ref float gradients, ref float scratch, float scale, int seed, long step";

    /// <summary>The arguments with which one method passes its parameters on to another.</summary>
    private const string Arguments = "in samples, first, end, ref parameters, ref gradients, ref scratch, scale, seed, step";

    public static void Write(SourceWriter writer, NetworkPlan plan)
    {
        ProgramPlan program = plan.Gradients!;
        if (program.HasPhases)
        {
            PhasedGradientProgram.Write(writer, plan);
            return;
        }

        ProgramWriter body = new(writer, plan, program, ProgramLoops.OfBlocks("first", "end", program.BlockSamples), new ArenaMemory(program));
        WritePrepare(writer, body);
        writer.Line();
        writer.Line($"// Sums the loss and its gradients over one group of samples, {NumberText.Grouped(program.BlockSamples)} at a time. A large batch is divided into groups,");
        writer.Line("// whose sums are added in ascending order: so they do not depend on which thread computes which group.");
        if (plan.Updates)
            WriteWithoutUpdate(writer);
        writer.Line(KernelMethod.Optimized);
        using (writer.Block(plan.Updates
            ? $"public static double TrainFused<{ParameterUpdate.Type}>({Parameters}, {ParameterUpdate.Type} update) {ParameterUpdate.Constraint}"
            : $"public static double Gradients({Parameters})"))
        using (writer.Block("unchecked"))
        {
            body.WritePorts();
            body.WriteNames(program.Operations);
            body.WriteGradientNames();
            WriteStart(writer, plan, body);
            writer.Gap();
            writer.Line("double loss = 0;");
            body.WriteBlocks();
            if (body.Groups.Leave.Count > 0)
                body.Heading("What was summed in another order becomes gradients");
            body.WriteCalls(body.Groups.Leave);
            if (plan.Updates)
                WriteUpdates(writer, plan, body);
            writer.Gap();
            writer.Line("return loss;");
        }
    }

    private static void WriteWithoutUpdate(SourceWriter writer)
    {
        writer.Line($"public static double Gradients({Parameters}) =>");
        writer.Line($"\tTrainFused({Arguments}, {ParameterUpdate.None});");
        writer.Line();
        writer.Line("public static bool FusesUpdate => TKernels.FusesUpdate;");
        writer.Line();
        writer.Line("// The same, and updates the parameters: those of large dense layers while the last block's gradients are summed.");
    }

    /// <summary>Updates what no kernel does.</summary>
    private static void WriteUpdates(SourceWriter writer, NetworkPlan plan, ProgramWriter body)
    {
        body.Heading("Parameters that no kernel has updated");
        IEnumerable<GradientSpan> updated = plan.Gradients!.Operations.SelectMany(operation => operation.Updated);
        using (writer.Block($"if ({ParameterUpdate.IsGiven})"))
        {
            foreach (GradientSpan gap in GradientSpan.Beside(updated, plan.Parameters.Length))
                writer.Line($"update.UpdateRange({gap.Offset}, {gap.Length});");
        }
    }

    /// <summary>Clears what kernels add to without asking whether the block is the first one, and what is between the tensors.</summary>
    public static void WriteStart(SourceWriter writer, NetworkPlan plan, ProgramWriter body)
    {
        IEnumerable<GradientSpan> stored = plan.Gradients!.Operations.SelectMany(operation => operation.StoredFirst);
        IReadOnlyList<GradientSpan> gaps = GradientSpan.Beside(stored, plan.Parameters.Length);
        if (gaps.Count + body.Groups.Enter.Count > 0)
            body.Heading("Sums that kernels only add to, and what is between the tensors, begin at zero");
        foreach (GradientSpan gap in gaps)
            writer.Line($"{LibraryCall.Namespace}FloatMemory.Clear({Offset.Reference("gradients", Literal.Of(gap.Offset))}, {gap.Length});");
        body.WriteCalls(body.Groups.Enter);
    }

    public static void WritePrepare(SourceWriter writer, ProgramWriter body)
    {
        writer.Line();
        writer.Line("// What depends on the parameters alone: once per call in each thread's scratch memory.");
        writer.Line(KernelMethod.Optimized);
        using (writer.Block("public static void Prepare(ref float parameters, ref float scratch)"))
        using (writer.Block("unchecked"))
        {
            body.WriteNames(body.Prologue);
            writer.Gap();
            body.WriteCalls(body.Prologue);
        }
    }
}
