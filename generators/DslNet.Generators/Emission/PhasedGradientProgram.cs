using DslNet.Generators.Lowering;
using DslNet.Generators.Operations;
using DslNet.Generators.Planning;
using DslNet.Generators.Text;

namespace DslNet.Generators.Emission;

/// <summary>
/// Writes the methods that sum loss and gradients where something waits for all samples of a call: one for each phase, which does a group of samples,
/// and one for what is done between phases.
/// </summary>
internal sealed class PhasedGradientProgram
{
    private const string
        Group = $"in {CallMemory.Type} {CallMemory.Group}",
        Parameters = $"in {SamplesStruct.Name} samples, {Group}, ref float parameters, ref float gradients, ref float scratch, float scale, int seed, long step",
        Arguments = $"in samples, in {CallMemory.Group}, ref parameters, ref gradients, ref scratch, scale, seed, step";

    private readonly SourceWriter _writer;
    private readonly NetworkPlan _plan;
    private readonly ProgramPlan _program;
    private readonly IReadOnlyList<Phase> _phases;

    private PhasedGradientProgram(SourceWriter writer, NetworkPlan plan) =>
        (_writer, _plan, _program, _phases) = (writer, plan, plan.Gradients!, plan.Gradients!.Phases);

    public static void Write(SourceWriter writer, NetworkPlan plan) => new PhasedGradientProgram(writer, plan).Write();

    private void Write()
    {
        CallMemory memory = new(_program);
        _writer.Lines(
            "",
            $"// Loss and gradients are summed in {NumberText.Of(_phases.Count)} phases, since what normalizes over all samples waits for them. Each phase is done for",
            "// all groups of samples, by several threads where that pays, before the next begins; what is between them, by one.",
            $"public static int Phases => {Literal.Of(_phases.Count)};",
            "",
            "// Floats that phases leave for each other.",
            $"public static long CallLength(int groups, int samples) => {memory.Length("groups", "samples")};");
        WritePrepare();
        WriteDispatch();
        for (int i = 0; i < _phases.Count; i++)
            WritePhase(i);
        WriteBetween();
    }

    private static string MethodOf(int phase) => "Phase" + Literal.Of(phase + 1);

    private void WriteDispatch()
    {
        _writer.Line();
        using (_writer.Block($"public static double Gradients(int phase, {Parameters})"))
        {
            for (int i = 0; i < _phases.Count - 1; i++)
                _writer.Lines($"if (phase == {Literal.Of(i)})", $"\treturn {MethodOf(i)}({Arguments});");
            _writer.Line($"return {MethodOf(_phases.Count - 1)}({Arguments});");
        }
    }

    private void WritePhase(int index)
    {
        Phase phase = _phases[index];
        Operation[] operations = [.. phase.Groups.Operations];
        ProgramWriter body = Body(phase);
        _writer.Lines("", $"// Phase {NumberText.Of(index + 1)} of {NumberText.Of(_phases.Count)}, {NumberText.Counted(_program.BlockSamples, "sample")} at a time.", KernelMethod.Optimized);
        using (_writer.Block($"private static double {MethodOf(index)}({Parameters})"))
        using (_writer.Block("unchecked"))
        {
            _writer.Line($"int first = {CallMemory.Group}.First, end = {CallMemory.Group}.End;");
            body.WritePorts(operations);
            body.WriteNames(operations);
            body.WriteGradientNames(operations);
            WriteStart(index, body);
            _writer.Gap();
            _writer.Line("double loss = 0;");
            body.WriteBlocks();
            if (body.Groups.Leave.Count > 0)
                body.Heading("What was summed in another order becomes gradients");
            body.WriteCalls(body.Groups.Leave);
            _writer.Gap();
            _writer.Line("return loss;");
        }
    }

    /// <summary>Clears the gradients that the phase is the first to add to; those that no phase computes, the first one does.</summary>
    private void WriteStart(int index, ProgramWriter body)
    {
        IReadOnlyList<GradientSpan> cleared = [.. Cleared(index)];
        if (cleared.Count + body.Groups.Enter.Count > 0)
            body.Heading("Sums that kernels only add to, and what is between the tensors, begin at zero");
        foreach (GradientSpan span in cleared)
            _writer.Line($"{LibraryCall.Namespace}FloatMemory.Clear({Offset.Reference("gradients", Literal.Of(span.Offset))}, {span.Length});");
        body.WriteCalls(body.Groups.Enter);
    }

    private IEnumerable<GradientSpan> Cleared(int index)
    {
        IReadOnlyList<Parameter> parameters = _plan.Parameters.Parameters;
        IReadOnlyList<GradientSpan> gaps = GradientSpan.Beside(_phases[index].Groups.Operations.SelectMany(operation => operation.StoredFirst), _plan.Parameters.Length);
        GradientSpan? run = null;
        for (int i = 0; i < parameters.Count; i++)
        {
            if (FirstPhaseOf(parameters[i]) != index)
                continue;
            int start = parameters[i].Offset, end = i + 1 < parameters.Count ? parameters[i + 1].Offset : _plan.Parameters.Length;
            foreach (GradientSpan gap in gaps.Where(gap => gap.Offset < end && gap.End > start))
            {
                int from = Math.Max(gap.Offset, start), to = Math.Min(gap.End, end);
                if (run is { } open && open.End == from)
                {
                    run = open with { Length = to - open.Offset };
                    continue;
                }

                if (run is { } done)
                    yield return done;
                run = new(from, to - from);
            }
        }

        if (run is { } last)
            yield return last;
    }

    /// <summary>The phase that computes a parameter's gradient first; the first one where none does.</summary>
    private int FirstPhaseOf(Parameter parameter) => Math.Max(0, _phases.ToList().FindIndex(phase => phase.Groups.Operations
        .SelectMany(operation => operation.Operands).Any(operand => operand.Buffer.Kind == BufferKind.ParameterGradient && operand.Offset == parameter.Offset)));

    private void WritePrepare()
    {
        ProgramWriter body = Body(_phases[0]);
        _writer.Lines("", "// What depends on the parameters alone: once per phase that needs it, in each thread's scratch memory.", KernelMethod.Optimized);
        using (_writer.Block("public static void Prepare(int phase, ref float parameters, ref float scratch)"))
        using (_writer.Block("unchecked"))
        {
            for (int i = 0; i < _phases.Count; i++)
            {
                IReadOnlyList<Operation> needed = NeededBy(_phases[i], body.Prologue);
                if (needed.Count == 0)
                    continue;
                _writer.Gap();
                using (_writer.Block($"if (phase == {Literal.Of(i)})"))
                {
                    body.WriteNames(needed);
                    _writer.Gap();
                    body.WriteCalls(needed);
                }
            }
        }
    }

    /// <summary>Of what a call begins with, what a phase reads.</summary>
    private static IReadOnlyList<Operation> NeededBy(Phase phase, IReadOnlyList<Operation> prologue)
    {
        HashSet<Buffer> read = [.. Buffer.ScratchOf(phase.Groups.Operations)];
        List<Operation> needed = [];
        foreach (Operation operation in prologue.Reverse())
        {
            Buffer[] own = [.. Buffer.ScratchOf([operation])];
            if (!own.Any(read.Contains))
                continue;
            needed.Insert(0, operation);
            read.UnionWith(own);
        }

        return needed;
    }

    private void WriteBetween()
    {
        _writer.Lines("", "// What waits for all groups of a phase.", KernelMethod.Optimized);
        using (_writer.Block($"public static void AfterPhase(int phase, {Group}, ref float parameters)"))
        using (_writer.Block("unchecked"))
        {
            for (int i = 0; i < _phases.Count; i++)
            {
                IReadOnlyList<Operation> after = _phases[i].After;
                if (after.Count == 0)
                    continue;
                ProgramWriter body = new(_writer, _plan, _program, ProgramLoops.BetweenGroups, new ArenaMemory(_program), _phases[i]);
                _writer.Gap();
                using (_writer.Block($"if (phase == {Literal.Of(i)})"))
                {
                    body.WriteNames(after);
                    _writer.Gap();
                    body.WriteCalls(after);
                }
            }
        }
    }

    private ProgramWriter Body(Phase phase) => new(
        _writer, _plan, _program, ProgramLoops.OfGroup("first", "end", _program.BlockSamples), new ArenaMemory(_program), phase);
}
