using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Planning;

/// <summary>A program as lines of text: its loops, one line an operation with what it reads and writes and what it costs, and its memory.</summary>
internal sealed class ProgramText
{
    private const int RoleWidth = 14, Indentation = 2;

    private readonly ProgramPlan _program;
    private readonly Func<Operand, string> _textOf;
    private readonly int _layerWidth;
    private readonly Dictionary<Buffer, Operation> _first = [];
    private readonly List<string> _lines = [];

    private ProgramText(ProgramPlan program, Func<Operand, string> textOf)
    {
        (_program, _textOf) = (program, textOf);
        _layerWidth = program.Operations.Max(operation => operation.Layer?.Length ?? 0);
        foreach (Operation operation in program.Operations)
        {
            foreach (Buffer buffer in Buffer.ScratchOf([operation]).Where(buffer => !_first.ContainsKey(buffer)))
                _first.Add(buffer, operation);
        }
    }

    /// <summary>Those of a program whose memory has no other names than those of its buffers.</summary>
    public static IReadOnlyList<string> Of(ProgramPlan program) => Of(program, operand => $"{ParameterTable.FileName(operand.Buffer.Name)}[{NumberText.Grouped(operand.Buffer.Length)}]");

    /// <summary>Those of a program.</summary>
    /// <param name="program">The program.</param>
    /// <param name="textOf">What its memory is called.</param>
    public static IReadOnlyList<string> Of(ProgramPlan program, Func<Operand, string> textOf)
    {
        ProgramText text = new(program, textOf);
        text.Write(program.Root, 0);
        foreach (MemoryArea area in program.Memory.Areas)
            text.Write(area);
        return text._lines;
    }

    private void Write(Loop loop, int depth)
    {
        // All programs have the other loops.
        if (loop.Level == Level.Sequence)
            Line(depth++, "each sequence");
        if (loop.Level == Level.Block && _program.Root.Contains(Level.Sequence))
            Line(depth++, $"blocks of frames, the {(loop.Direction == Direction.Ascending ? "first" : "last")} one first");
        foreach (Node node in loop.Nodes)
        {
            if (node is Loop inner)
                Write(inner, depth);
            else
                Write((Run)node, depth);
        }
    }

    private void Write(Run run, int depth)
    {
        Line(depth, Heading(run.Calls[0].When));
        foreach (Operation operation in run.Calls)
            Line(depth + 1, LineOf(operation));
    }

    private void Write(MemoryArea area)
    {
        Line(0, area.ToString());
        int width = _program.Memory.Buffers.Max(buffer => buffer.Name.Length);
        foreach (Buffer buffer in _program.Memory.Buffers.Where(buffer => _program.Memory[buffer].Area == area))
            Line(1, $"{buffer.Name.PadRight(width)}  {Content(buffer)} at {NumberText.Grouped(_program.Memory[buffer].Offset)}{Later(buffer)}");
    }

    private string Content(Buffer buffer)
    {
        string floats = NumberText.Counted(buffer.Length, "float");
        return _program.Memory.HasCopyPerSampleOfBlock(buffer) ? $"{NumberText.Counted(_program.BlockSamples, "sample")} of {floats}" : floats;
    }

    private string Later(Buffer buffer) =>
        _program.Memory.SuccessorsOf(buffer) is { Count: > 0 } successors ? $", later {string.Join(", ", successors.Select(later => later.Name))}" : "";

    /// <summary>When what follows is done.</summary>
    private static string Heading(When when) => (when.Level, when.Moment) switch
    {
        (Level.Network, Moment.Entering) => "once for many calls",
        (Level.Call, Moment.Entering) => "once per call",
        (Level.Call, Moment.Inside) => "when all groups are done",
        (Level.Group, Moment.Entering) => "before the first block",
        (Level.Group, Moment.Inside) => "when all blocks are done",
        (Level.Group, Moment.Leaving) => "after the last block",
        (var level, var moment) => moment switch
        {
            Moment.Entering => "before each ",
            Moment.Leaving => "after each ",
            _ => "each ",
        } + level.ToString().ToLowerInvariant(),
    };

    private string LineOf(Operation operation)
    {
        ILookup<bool, string> operands = operation.Operands
            .Select((operand, i) => (IsWritten: IsWritten(operation, i), Text: _textOf(operand)))
            .ToLookup(operand => operand.IsWritten, operand => operand.Text);
        string cycles = operation.Kernel?.CostOn(Target.Typical) is { } cost ? $"  {NumberText.Grouped((long)Math.Round(cost.Cycles))} cycles" : "";
        string guard = operation.OnlyWith is { } memory ? $"  with {ParameterTable.FileName(memory.Name)}" : "";
        return $"{(operation.Layer ?? "").PadRight(_layerWidth)}  {operation.Role.ToString().PadRight(RoleWidth)}  "
            + $"{string.Join(" ", [.. operands[false].Distinct(), "→", .. operands[true], .. operation.IsLoss ? new[] { "loss" } : []])}{cycles}{guard}";
    }

    /// <summary>
    /// Whether an operation writes one of its operands. Scratch memory is first touched by what writes it. Besides, the last operand of a layer
    /// may be its output, changed in place or written by several; the last gradient that a kernel has is its result, which may be added to; and
    /// so are sums over a group.
    /// </summary>
    private bool IsWritten(Operation operation, int index)
    {
        Buffer buffer = operation.Operands[index].Buffer;
        return buffer.Kind switch
        {
            BufferKind.Port => buffer.Port!.Role == PortRole.Output,
            BufferKind.PortGradient or BufferKind.ParameterGradient => true,
            BufferKind.Scratch => _first[buffer] == operation || operation.Role switch
            {
                Role.Forward => index == operation.Operands.Count - 1 && operation.Operands.All(operand => !_first.TryGetValue(operand.Buffer, out Operation? toucher) || toucher != operation),
                Role.InputGradient or Role.Loss => IsGradient(operation.Operands[index]) && !operation.Operands.Skip(index + 1).Any(IsGradient),
                Role.WeightGradient => buffer.Per == Level.Group && operation.When.Level > Level.Group,
                _ => false,
            },
            _ => false,
        };
    }

    private static bool IsGradient(Operand operand) => operand.Buffer.Kind == BufferKind.Scratch && operand.Buffer.Name.EndsWith("Gradient", StringComparison.Ordinal);

    private void Line(int depth, string line) => _lines.Add(new string(' ', Indentation * depth) + line);
}
