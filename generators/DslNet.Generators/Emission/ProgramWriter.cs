using DslNet.Generators.Lowering;
using DslNet.Generators.Operations;
using DslNet.Generators.Planning;
using DslNet.Generators.Text;

namespace DslNet.Generators.Emission;

/// <summary>
/// Writes what a program does by a walk over its loops, chapter by chapter: names for its memory, the loops, and the calls of the kernels.
/// </summary>
/// <param name="writer">Where to.</param>
/// <param name="plan">The network.</param>
/// <param name="program">The program.</param>
/// <param name="loops">Its loops, as it spells them.</param>
/// <param name="scratch">Where scratch memory comes from.</param>
/// <param name="phase">The phase that is written; null for a program of one.</param>
/// <param name="frames">Where values are that frames leave for later ones; null where there are none.</param>
internal sealed class ProgramWriter(SourceWriter writer, NetworkPlan plan, ProgramPlan program, ProgramLoops loops, ScratchMemory scratch, Phase? phase = null, FrameMemory? frames = null)
{
    private readonly ProgramNames _names = new(program, plan, hasPhases: phase is not null);
    private readonly LayerLines _lines = new(plan, program);
    private readonly Loop _call = phase is null ? Writable.CallOfOnePhase(program) : Writable.CallOf(program);
    private readonly CallMemory _callMemory = new(program);
    private Chapter _chapter;
    private string? _layer;

    /// <summary>What is done once per call.</summary>
    public IReadOnlyList<Operation> Prologue => _call.Enter;

    /// <summary>The loop over groups. The library runs it, and a program does one turn.</summary>
    public Loop Groups => phase?.Groups ?? (Loop)_call.Body[0];

    /// <summary>The heading of what follows, behind an empty line.</summary>
    public void Heading(string text)
    {
        writer.Gap();
        writer.Line("// " + text);
    }

    /// <summary>The caller's memory that the program works on.</summary>
    public IReadOnlyList<SampleSpan> Ports => _names.Ports;

    /// <summary>Names the caller's memory.</summary>
    public void WritePorts() => WritePorts(Ports, _names.Weights);

    /// <summary>Names the caller's memory that some operations work on.</summary>
    public void WritePorts(IReadOnlyCollection<Operation> operations) =>
        WritePorts(Ports.Intersect(operations.SelectMany(operation => operation.Operands).Where(operand => operand.Buffer.Port is not null).Select(operand => SampleSpan.Of(operand.Buffer))), ProgramNames.WeightsOf(operations));

    private void WritePorts(IEnumerable<SampleSpan> ports, IEnumerable<SampleSpan> weights)
    {
        SampleSpan[] all = [.. ports];
        if (all.Length > 0)
            Heading("The caller's memory");
        foreach (SampleSpan span in all)
            writer.Line($"{Declare(span)} = {span.Reference};");
        foreach (SampleSpan span in weights)
            writer.Line($"{Declare(span)} = ref {NamedPorts.Guard}.Weights(samples.{span.Field}, out int {_names.OfStride(span)}); // a single 1 where none are given");
    }

    /// <summary>Declares a name for the caller's memory.</summary>
    public string Declare(SampleSpan span) => $"ref {span.Element} {_names.OfPort(span)}";

    /// <summary>Names the parameters and the scratch memory that some operations work on.</summary>
    public void WriteNames(IEnumerable<Operation> operations)
    {
        Operation[] all = [.. operations];
        WriteOffsets("Parameters", all, BufferKind.Parameter, "parameters", _names.OfParameter);
        WriteOffsets("States, behind the parameters", all, BufferKind.State, "parameters", _names.OfParameter);
        ILookup<bool, Buffer> places = Buffer.ScratchOf(all).ToLookup(_callMemory.Has);
        Buffer[] buffers = [.. places[false].Where(buffer => frames?.NamesInBlock(buffer) != true)];
        if (places[true].Any())
        {
            Heading("Memory of the call: what phases leave for each other");
            _callMemory.Write(writer, [.. places[true]], _names.OfScratch);
        }

        if (buffers.Length == 0)
            return;
        Heading(scratch.Heading(buffers));
        foreach (Buffer buffer in buffers)
            writer.Line(scratch.Declaration(_names.OfScratch(buffer), buffer) + " // " + scratch.Content(buffer) + Successors(buffer));
    }

    /// <summary>Names the gradients.</summary>
    public void WriteGradientNames() => WriteGradientNames(program.Operations);

    /// <summary>Names the gradients that some operations compute.</summary>
    public void WriteGradientNames(IReadOnlyCollection<Operation> operations) => WriteOffsets("Gradients", operations, BufferKind.ParameterGradient, "gradients", _names.OfGradient);

    /// <summary>The calls of what is done around the loop over blocks.</summary>
    public void WriteCalls(IEnumerable<Operation> operations)
    {
        foreach (Operation operation in operations)
            WriteCall(operation);
    }

    /// <summary>The work on one group, but for what it begins and ends with.</summary>
    public void WriteBlocks() => WriteNodes(Groups.Body);

    private void WriteLoop(Loop loop)
    {
        // Over the loop, not in it; a block has several chapters.
        if (loop.Level > Level.Block)
            WriteChapter(loop.Operations.First());
        LoopSpelling? spelling = loops.Find(loop.Level);
        using (spelling is null ? null : writer.Block(spelling.Head(loop.Direction)))
        {
            if (spelling?.Opening is { } opening)
            {
                writer.Line(opening);
                if (IsWritten(loop.Nodes[0]))
                    writer.Gap();
            }

            if (frames is not null)
            {
                frames.Enter(writer, loop.Level, spelling?.Count ?? "1", _names.OfScratch);
                if (loop.Level is Level.Sequence or Level.Block && IsWritten(loop.Nodes[0]))
                    writer.Gap();
            }


            WriteNodes(loop.Nodes);
        }
    }

    /// <summary>Loops that are written stand apart from what is around them.</summary>
    private void WriteNodes(IReadOnlyList<Node> nodes)
    {
        for (int i = 0; i < nodes.Count; i++)
        {
            if (i > 0 && (IsWritten(nodes[i - 1]) || IsWritten(nodes[i])))
                writer.Gap();
            if (nodes[i] is Loop loop)
                WriteLoop(loop);
            else
                WriteRun((Run)nodes[i]);
        }
    }

    /// <summary>Whether a node is a loop of more than one turn.</summary>
    private bool IsWritten(Node node) => node is Loop loop && loops.Find(loop.Level) is not null;

    private void WriteOffsets(string heading, IReadOnlyCollection<Operation> operations, BufferKind kind, string memory, Func<int, string> nameOf)
    {
        int[] offsets =
        [
            .. operations.SelectMany(operation => operation.Operands).Where(operand => operand.Buffer.Kind == kind)
                .Select(operand => operand.Offset).Distinct().OrderBy(offset => offset),
        ];
        if (offsets.Length > 0)
            Heading(heading);
        foreach (int offset in offsets)
            writer.Line(ArenaMemory.Declare(nameOf(offset), memory, offset));
    }

    /// <summary>What is in the same place afterwards.</summary>
    private string Successors(Buffer buffer)
    {
        string[] names = [.. program.Memory.SuccessorsOf(buffer).Select(_names.OfScratch)];
        return names.Length switch
        {
            0 => "",
            1 => "; later " + names[0],
            _ => $"; later {names[0]} and {NumberText.Grouped(names.Length - 1)} more",
        };
    }

    /// <summary>Calls that need some of the caller's memory stand behind a test whether it is there.</summary>
    private void WriteRun(Run run)
    {
        Buffer? guard = null;
        IDisposable? open = null;
        foreach (Operation operation in run.Calls)
        {
            if (operation.OnlyWith != guard)
            {
                open?.Dispose();
                open = null;
            }

            WriteChapter(operation);
            WriteLayer(operation);
            if (operation.OnlyWith != guard)
            {
                guard = operation.OnlyWith;
                open = guard is null ? null : writer.Block($"if ({SampleSpan.Of(guard).IsGiven})");
            }

            WriteCall(operation);
        }

        open?.Dispose();
    }

    /// <summary>Begins a chapter where an operation is the first one of it. Copies belong to the chapter that they stand in.</summary>
    private void WriteChapter(Operation operation)
    {
        Chapter chapter = operation.Role switch
        {
            Role.Loss => Chapter.Loss,
            Role.InputGradient or Role.WeightGradient => Chapter.Backward,
            Role.Copy when _chapter != Chapter.None => _chapter,
            _ => Chapter.Forward,
        };
        if (chapter == _chapter)
            return;
        (_chapter, _layer) = (chapter, null);
        Heading(chapter == Chapter.Loss ? $"Loss: {string.Join(", ", plan.Network.Losses.Select(loss => loss.Kind))}" : chapter.ToString());
    }

    private void WriteLayer(Operation operation)
    {
        if (operation.Layer != _layer && operation.Layer is { } layer)
            writer.Line("// " + (_chapter == Chapter.Backward ? _lines.Backward(layer) : _lines.Forward(layer)));
        _layer = operation.Layer;
    }

    private void WriteCall(Operation operation)
    {
        if (operation.Remark is { } remark)
            writer.Line("// " + remark);
        bool isSingle = loops.IsOne(operation.When.Level) && operation.Kernel is { HasSingle: true };
        string method = operation.Kernel is not null
            ? $"TKernels.{plan.Kernels.NameOf(operation)}{(isSingle ? KernelName.SingleSuffix : "")}"
            : operation.LibraryMethod!;
        Level at = operation.When.Level;
        IEnumerable<string> references = operation.Operands.Select(operand => Reference(operand, at));
        IEnumerable<string> scalars = operation.Scalars.Select(fact => fact is ProgramFact.GradientScale factor ? Scale(factor, at) : loops.Spell(fact, at));
        string call = $"{method}({string.Join(", ", [.. references, .. scalars, .. operation.IsOfBlock && !isSingle ? [loops.Samples(at)] : Array.Empty<string>()])})";
        writer.Line(!operation.IsLoss ? call + ";" : $"loss += {call} * {Factor(operation.Scalars.OfType<ProgramFact.GradientScale>().Single(), at)};");
    }

    /// <summary>What the gradient of a loss is multiplied by, if it is wanted.</summary>
    private string Scale(ProgramFact.GradientScale scale, Level at) =>
        !scale.IsWanted ? $"default({LibraryCall.Namespace}NoGradient)"
        : $"new {LibraryCall.Namespace}GradientScale({(scale.Share is null ? $"scale * {Factor(scale, at)}" : $"(float)({Factor(scale, at)})")})";

    /// <summary>What the loss of a sample is multiplied by: how much the sample counts and, where each loss has a factor of its own, that.</summary>
    private string Factor(ProgramFact.GradientScale scale, Level at)
    {
        SampleSpan weights = new(scale.Weights, IsGradient: false);
        string weight = $"Place__.Add(ref {_names.OfPort(weights)}, {Offset.Factor(loops.SampleOfCall(at))} * {_names.OfStride(weights)})";
        return scale.Share is null ? weight : $"(samples.{scale.Share} * {weight})";
    }

    private string Reference(Operand operand, Level at)
    {
        Buffer buffer = operand.Buffer;
        return buffer.Kind switch
        {
            BufferKind.Parameter or BufferKind.State => Offset.Reference(_names.OfParameter(operand.Offset), Literal.Of(operand.Within)),
            BufferKind.ParameterGradient => Offset.Reference(_names.OfGradient(operand.Offset), Literal.Of(operand.Within)),
            BufferKind.Scratch => loops.Reference(_names.OfScratch(buffer), buffer, frames?.NamesInBlock(buffer) == true ? Level.Block : program.Memory[buffer].KeptBy, at, operand.Offset),
            _ => loops.Reference(_names.OfPort(SampleSpan.Of(buffer)), buffer, Level.Call, at),
        };
    }
}
