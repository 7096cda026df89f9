using DslNet.Generators.Operations;
using DslNet.Generators.Planning;
using DslNet.Generators.Text;

namespace DslNet.Generators.Emission;

/// <summary>
/// Writes the method that predicts a single sample of a small network: without loops over samples, and with scratch memory
/// from the stack.
/// </summary>
internal static class OneSampleProgram
{
    public const string MethodName = "PredictOne";

    /// <summary>
    /// Over the public method that leads to it: compiled well on its first call, since until the run-time has seen it often enough
    /// it would take as long as the prediction.
    /// </summary>
    public const string CompiledAtOnce = $"[Method__({KernelMethod.Options}.AggressiveOptimization | {KernelMethod.Options}.NoInlining)]";

    /// <summary>Over what is to become part of that.</summary>
    public const string Inlined = $"[Method__({KernelMethod.Options}.AggressiveInlining)]";

    private const string Parameters = "ref float inputs, ref float outputs, ref float parameters";

    public static void Write(SourceWriter writer, NetworkPlan plan)
    {
        ProgramPlan program = plan.OneSample!;
        ProgramWriter body = new(writer, plan, program, ProgramLoops.OneSample, new StackMemory(program));
        writer.Line();
        writer.Line("// Predicts one sample: its scratch memory is small enough for the stack.");
        writer.Line(KernelMethod.Optimized);
        using (writer.Block($"public static void {MethodName}({Parameters})"))
        using (writer.Block("unchecked"))
        {
            body.WriteNames(program.Operations);
            if (body.Prologue.Count > 0)
                body.Heading("What depends on the parameters alone");
            body.WriteCalls(body.Prologue);
            body.WriteBlocks();
        }
    }
}
