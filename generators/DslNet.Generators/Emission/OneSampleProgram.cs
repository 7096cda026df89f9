using DslNet.Generators.Planning;

namespace DslNet.Generators.Emission;

/// <summary>
/// Writes the method that predicts a single sample of a small network: without loops over samples, and with scratch memory
/// from the stack.
/// </summary>
internal static class OneSampleProgram
{
    public const string MethodName = "PredictOne";

    private const string Parameters = "ref float inputs, ref float outputs, ref float parameters";

    public static void Write(SourceWriter writer, NetworkPlan plan)
    {
        ProgramPlan program = plan.OneSample!;
        ProgramWriter body = new(writer, program, plan.Parameters, new OneSampleScope());
        writer.Line();
        writer.Line("// Predicts one sample: its scratch memory is small enough for the stack.");
        writer.Line(ProgramFile.Optimized);
        using (writer.Block($"public static void {MethodName}({Parameters})"))
        using (writer.Block("unchecked"))
        {
            body.WriteNames(program.Operations);
            body.WriteCalls(program.Prologue);
            body.WriteStages();
        }
    }
}
