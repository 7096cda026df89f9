using DslNet.Generators.Operations;
using DslNet.Generators.Planning;
using DslNet.Generators.Text;

namespace DslNet.Generators.Emission;

/// <summary>
/// Writes the method that predicts a single sample: without loops over samples and without a loss. A small network's takes scratch memory from the
/// stack, and becomes part of what calls it.
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

    public static void Write(SourceWriter writer, NetworkPlan plan)
    {
        writer.Line();
        if (plan.OneSampleOnStack)
            WriteSmall(writer, plan);
        else
            WriteLarge(writer, plan);
    }

    private static void WriteLarge(SourceWriter writer, NetworkPlan plan)
    {
        ProgramWriter body = new(writer, plan, plan.OneSample, ProgramLoops.OneSample, new ArenaMemory(plan.OneSample));
        writer.Line("// Predicts the only sample of a call.");
        writer.Line(KernelMethod.Optimized);
        using (writer.Block($"public static void {MethodName}(in {SamplesStruct.Name} samples, ref float parameters, ref float scratch)"))
        using (writer.Block("unchecked"))
        {
            body.WritePorts();
            WriteBody(body, plan.OneSample);
        }
    }

    private static void WriteSmall(SourceWriter writer, NetworkPlan plan)
    {
        ProgramWriter body = new(writer, plan, plan.OneSample, ProgramLoops.OneSample, new StackMemory(plan.OneSample));
        writer.Line("// Predicts the only sample of a call. It becomes part of its caller, so that what was passed stays in registers.");
        writer.Line(Inlined);
        writer.Line($"public static void {MethodName}(in {SamplesStruct.Name} samples, ref float parameters) =>");
        writer.Line($"\t{MethodName}({string.Join(", ", body.Ports.Select(span => span.Reference))}, ref parameters);");
        writer.Line();
        writer.Line("// The program. Its scratch memory is small enough for the stack.");
        writer.Line(KernelMethod.Optimized);
        using (writer.Block($"private static void {MethodName}({string.Join(", ", body.Ports.Select(body.Declare))}, ref float parameters)"))
        using (writer.Block("unchecked"))
            WriteBody(body, plan.OneSample);
    }

    private static void WriteBody(ProgramWriter body, ProgramPlan program)
    {
        body.WriteNames(program.Operations);
        if (body.Prologue.Count > 0)
            body.Heading("What depends on the parameters alone");
        body.WriteCalls(body.Prologue);
        body.WriteBlocks();
    }
}
