using DslNet.Generators.Operations;
using DslNet.Generators.Planning;
using DslNet.Generators.Text;

namespace DslNet.Generators.Emission;

/// <summary>Writes the method that predicts and, where targets or labels are given, sums the loss.</summary>
internal static class EvaluationProgram
{
    private const string Parameters = $"in {SamplesStruct.Name} samples, int first, int end, ref float parameters, ref float scratch";

    public static void Write(SourceWriter writer, NetworkPlan plan)
    {
        ProgramPlan program = plan.Evaluation;
        ProgramWriter body = new(writer, plan, program, ProgramLoops.OfBlocks("first", "end", program.BlockSamples), new ArenaMemory(program));
        string loss = plan.Network.Losses.Count == 0 ? ""
            : $"; sums the loss where there are targets{(plan.Network.Losses.Any(declared => declared.TakesLabels) ? " or labels" : "")}";
        writer.Line($"// Predicts, {NumberText.Counted(program.BlockSamples, "sample")} at a time{loss}.");
        writer.Line(KernelMethod.Optimized);
        using (writer.Block($"public static double Evaluate({Parameters})"))
        using (writer.Block("unchecked"))
        {
            body.WritePorts();
            body.WriteNames(program.Operations);
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
