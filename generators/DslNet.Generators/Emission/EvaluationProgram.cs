using DslNet.Generators.Operations;
using DslNet.Generators.Planning;
using DslNet.Generators.Text;

namespace DslNet.Generators.Emission;

/// <summary>Writes the method that predicts and, where targets or labels are given, sums the loss.</summary>
internal static class EvaluationProgram
{
    public static void Write(SourceWriter writer, NetworkPlan plan)
    {
        ProgramPlan program = plan.Evaluation;
        ProgramWriter body = new(writer, plan, program, ProgramLoops.OfBlocks("first", "end", program.BlockSamples), new ArenaMemory(program));
        Write(writer, plan, body, "Predicts", "sample", "Evaluate");
    }

    /// <summary>Writes the method of a program, whose loops and memory the body knows.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="plan">The network.</param>
    /// <param name="body">What writes the program.</param>
    /// <param name="what">What the method does, for its comment.</param>
    /// <param name="unit">What a block is made of.</param>
    /// <param name="name">The method's name.</param>
    /// <param name="more">Further parameters, each behind a comma.</param>
    /// <param name="first">A line to begin with, if any.</param>
    public static void Write(SourceWriter writer, NetworkPlan plan, ProgramWriter body, string what, string unit, string name, string more = "", string? first = null)
    {
        string loss = plan.Network.Losses.Count == 0 ? ""
            : $"; sums the loss where there are targets{(plan.Network.Losses.Any(declared => declared.TakesLabels) ? " or labels" : "")}";
        writer.Line($"// {what}, {NumberText.Counted(plan.Evaluation.BlockSamples, unit)} at a time{loss}.");
        writer.Line(KernelMethod.Optimized);
        using (writer.Block($"public static double {name}(in {SamplesStruct.Name} samples, int first, int end, ref float parameters, ref float scratch{more})"))
        using (writer.Block("unchecked"))
        {
            if (first is not null)
                writer.Line(first);
            body.WritePorts();
            body.WriteNames(plan.Evaluation.Operations);
            if (body.Prologue.Count > 0)
                body.Heading("Once per call: what depends on the parameters alone");
            body.WriteCalls(body.Prologue);
            writer.Gap();
            writer.Line("double loss = 0;");
            body.WriteBlocks();
            writer.Gap();
            writer.Line("return loss;");
        }
    }
}
