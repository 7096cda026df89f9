using DslNet.Generators.Lowering;
using DslNet.Generators.Operations;
using DslNet.Generators.Planning;
using DslNet.Generators.Text;

namespace DslNet.Generators.Emission;

/// <summary>Writes what a program does, chapter by chapter: names for its memory, loops over samples, and the calls of the kernels.</summary>
internal sealed class ProgramWriter(SourceWriter writer, NetworkPlan plan, ProgramPlan program, SampleScope scope)
{
    private readonly ProgramNames _names = new(program, plan.Parameters);
    private readonly LayerLines _lines = new(plan.Network, program);
    private Chapter _chapter;
    private string? _layer;

    /// <summary>The heading of what follows, behind an empty line.</summary>
    public void Heading(string text)
    {
        writer.Gap();
        writer.Line("// " + text);
    }

    /// <summary>The caller's memory that the program works on.</summary>
    public IReadOnlyList<SampleSpan> Ports => _names.Ports;

    /// <summary>Names the caller's memory.</summary>
    public void WritePorts()
    {
        Heading("The caller's memory");
        foreach (SampleSpan span in Ports)
            writer.Line($"{Declare(span)} = {span.Reference};");
    }

    /// <summary>Declares a name for the caller's memory.</summary>
    public string Declare(SampleSpan span) => $"ref {span.Element} {_names.OfPort(span)}";

    /// <summary>Names the parameters and the scratch memory that some operations work on.</summary>
    public void WriteNames(IEnumerable<Operation> operations)
    {
        Operation[] all = [.. operations];
        WriteOffsets("Parameters", all, BufferKind.Parameter, "parameters", _names.OfParameter);
        Buffer[] buffers = [.. Buffer.ScratchOf(all)];
        if (buffers.Length == 0)
            return;
        Heading(scope.ScratchHeading(program, buffers));
        foreach (Buffer buffer in buffers)
            writer.Line(scope.Declaration(_names.OfScratch(buffer), buffer) + " // " + scope.Content(buffer) + Successors(buffer));
    }

    /// <summary>Names the gradients.</summary>
    public void WriteGradientNames() => WriteOffsets("Gradients", program.Operations, BufferKind.ParameterGradient, "gradients", _names.OfGradient);

    /// <summary>The calls of what is done around the loop over blocks.</summary>
    public void WriteCalls(IEnumerable<Operation> operations)
    {
        foreach (Operation operation in operations)
            WriteCall(operation);
    }

    /// <summary>The work on one block, or one sample. Loops stand apart from what is around them.</summary>
    public void WriteStages()
    {
        string? last = null;
        foreach (Stage stage in program.Stages)
        {
            string? loop = scope.LoopOf(stage);
            if ((loop ?? last) is not null)
                writer.Gap();
            last = loop;
            WriteChapter(stage.Operations[0]);
            using (loop is null ? null : writer.Block(loop))
                WriteStage(stage);
        }
    }

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
            writer.Line(SampleScope.Declare(nameOf(offset), memory, offset));
    }

    /// <summary>What is in the same place afterwards.</summary>
    private string Successors(Buffer buffer)
    {
        string[] names = [.. program.SuccessorsOf(buffer).Select(_names.OfScratch)];
        return names.Length switch
        {
            0 => "",
            1 => "; later " + names[0],
            _ => $"; later {names[0]} and {NumberText.Grouped(names.Length - 1)} more",
        };
    }

    /// <summary>Calls that need some of the caller's memory stand behind a test whether it is there.</summary>
    private void WriteStage(Stage stage)
    {
        Buffer? guard = null;
        IDisposable? open = null;
        foreach (Operation operation in stage.Operations)
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
        IEnumerable<string> references = operation.Operands.Select(operand => Reference(operand, operation.Granularity));
        string method = operation.Kernel is { } kernel ? "TKernels." + scope.MethodOf(kernel, plan.Kernels.NameOf(kernel)) : operation.LibraryMethod!;
        string call = $"{method}({string.Join(", ", references.Concat(operation.Scalars).Concat(scope.Count(operation)))})";
        writer.Line(operation.IsLoss ? $"loss += {call};" : call + ";");
    }

    private string Reference(Operand operand, Granularity granularity)
    {
        Buffer buffer = operand.Buffer;
        switch (buffer.Kind)
        {
            case BufferKind.Parameter:
                return "ref " + _names.OfParameter(operand.Offset);
            case BufferKind.ParameterGradient:
                return "ref " + _names.OfGradient(operand.Offset);
            case BufferKind.Scratch:
                return scope.InScratch(_names.OfScratch(buffer), buffer, granularity);
            default:
                return scope.InCallersMemory(_names.OfPort(SampleSpan.Of(buffer)), buffer, granularity);
        }
    }
}
