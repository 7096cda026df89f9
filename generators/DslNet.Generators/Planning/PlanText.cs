using System.Text;
using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Planning;

/// <summary>
/// A plan as text: of each program the loops, one line an operation with what it reads and writes and what it costs, and the scratch memory.
/// </summary>
internal sealed class PlanText
{
    private const int RoleWidth = 14, BytesPerKilobyte = 1024;

    private readonly NetworkPlan _plan;
    private readonly Dictionary<string, Shape> _shapes = new(StringComparer.Ordinal);
    private readonly StringBuilder _text = new();
    private readonly int _layerWidth;

    private PlanText(NetworkPlan plan)
    {
        _plan = plan;
        NetworkSpec network = plan.Network;
        _layerWidth = network.Nodes.Max(node => node.Name.Length);
        foreach (NodeSpec node in network.Nodes)
            Know(ParameterTable.FileName(node.Name) + "Output", node.Output);
        foreach (PortSpec port in network.Ports)
        {
            Know(ParameterTable.FileName(port.Name), port.Shape);
            Know(ParameterTable.FileName(port.Name) + "Rearranged", port.Shape);
        }

        void Know(string value, Shape shape) => _shapes[value] = _shapes[value + "Gradient"] = shape;
    }

    public static string Of(NetworkPlan plan)
    {
        PlanText text = new(plan);
        text.Write();
        return text._text.ToString();
    }

    private void Write()
    {
        NetworkSpec network = _plan.Network;
        Line(0, $"{network.Type.PlainName}: {Shapes(network.Inputs)} → {Shapes(network.Outputs)}, "
            + $"{NumberText.Counted(network.ParameterCount, "parameter")}, {NumberText.Counted(network.MultiplyAdds, "multiply-add")} per sample");
        Write($"Evaluate, {Blocks(_plan.Evaluation)}", _plan.Evaluation);
        if (_plan.OneSample is { } oneSample)
            Write("PredictOne, one sample, scratch memory on the stack", oneSample);
        if (_plan.Gradients is { } gradients)
            Write($"{(_plan.Updates ? "Train" : "Gradients")}, {Blocks(gradients)}", gradients);
    }

    private static string Shapes(IEnumerable<PortSpec> ports) => string.Join(" + ", ports.Select(port => port.Shape));

    private static string Blocks(ProgramPlan program) =>
        $"blocks of {NumberText.Counted(program.BlockSamples, "sample")}, "
        + $"{NumberText.Grouped((program.ScratchLength * sizeof(float) + BytesPerKilobyte - 1) / BytesPerKilobyte)} KB of scratch memory";

    private void Write(string heading, ProgramPlan program)
    {
        Dictionary<Buffer, Operation> first = [];
        foreach (Operation operation in program.Operations)
        {
            foreach (Operand operand in operation.Operands.Where(operand => operand.Buffer.Kind == BufferKind.Scratch && !first.ContainsKey(operand.Buffer)))
                first.Add(operand.Buffer, operation);
        }

        Line(0, "");
        Line(0, heading);
        Write("once per call", program.Prologue, first);
        Write("before the first block", program.GroupStart, first);
        foreach (Stage stage in program.Stages)
            Write(stage.Granularity == Granularity.Sample ? "each sample" : "each block", stage.Operations, first);
        Write("after the last block", program.GroupEnd, first);
        if (program.Scratch.Count > 0)
            Line(1, "scratch memory");
        int width = program.Scratch.Select(buffer => buffer.Name.Length).DefaultIfEmpty().Max();
        foreach (Buffer buffer in program.Scratch)
            Line(2, $"{buffer.Name.PadRight(width)}  {Content(buffer, program)}{Later(program.SuccessorsOf(buffer))}");
    }

    private static string Content(Buffer buffer, ProgramPlan program)
    {
        string floats = NumberText.Counted(buffer.Length, "float");
        return $"{(buffer.Lifetime == Lifetime.Block ? $"{NumberText.Counted(program.BlockSamples, "sample")} of {floats}" : floats)} at {NumberText.Grouped(buffer.Offset)}";
    }

    private static string Later(IReadOnlyList<Buffer> successors) =>
        successors.Count == 0 ? "" : $", later {string.Join(", ", successors.Select(buffer => buffer.Name))}";

    private void Write(string heading, IReadOnlyList<Operation> operations, IReadOnlyDictionary<Buffer, Operation> first)
    {
        if (operations.Count > 0)
            Line(1, heading);
        foreach (Operation operation in operations)
            Line(2, LineOf(operation, first));
    }

    private string LineOf(Operation operation, IReadOnlyDictionary<Buffer, Operation> first)
    {
        ILookup<bool, string> operands = operation.Operands
            .Select((operand, i) => (IsWritten: IsWritten(operation, i, first), Text: TextOf(operand)))
            .ToLookup(operand => operand.IsWritten, operand => operand.Text);
        string cycles = operation.Kernel?.CostOn(Target.Typical) is { } cost ? $"  {NumberText.Grouped((long)Math.Round(cost.Cycles))} cycles" : "";
        string guard = operation.OnlyWith is { } memory ? $"  with {ParameterTable.FileName(memory.Name)}" : "";
        return $"{(operation.Layer ?? "").PadRight(_layerWidth)}  {operation.Role.ToString().PadRight(RoleWidth)}  "
            + $"{string.Join(" ", [.. operands[false].Distinct(), "→", .. operands[true], .. operation.IsLoss ? new[] { "loss" } : []])}{cycles}{guard}";
    }

    /// <summary>
    /// Whether an operation writes one of its operands. Scratch memory is first touched by what writes it. Besides, the last operand of a layer
    /// may be its output, changed in place or written by several; the last gradient that a kernel has is its result, which may be added to; and
    /// so are sums that last for a call.
    /// </summary>
    private static bool IsWritten(Operation operation, int index, IReadOnlyDictionary<Buffer, Operation> first)
    {
        Buffer buffer = operation.Operands[index].Buffer;
        return buffer.Kind switch
        {
            BufferKind.Port => buffer.Port!.Role == PortRole.Output,
            BufferKind.PortGradient or BufferKind.ParameterGradient => true,
            BufferKind.Scratch => first[buffer] == operation || operation.Role switch
            {
                Role.Forward => index == operation.Operands.Count - 1 && operation.Operands.All(operand => !first.TryGetValue(operand.Buffer, out Operation? toucher) || toucher != operation),
                Role.InputGradient or Role.Loss => IsGradient(operation.Operands[index]) && !operation.Operands.Skip(index + 1).Any(IsGradient),
                Role.WeightGradient => buffer.Lifetime == Lifetime.Step && operation.Granularity is Granularity.Sample or Granularity.Block,
                _ => false,
            },
            _ => false,
        };
    }

    private static bool IsGradient(Operand operand) => operand.Buffer.Kind == BufferKind.Scratch && operand.Buffer.Name.EndsWith("Gradient", StringComparison.Ordinal);

    private string TextOf(Operand operand)
    {
        Buffer buffer = operand.Buffer;
        switch (buffer.Kind)
        {
            case BufferKind.Parameter:
                return RoleAt(operand.Offset);
            case BufferKind.ParameterGradient:
                return RoleAt(operand.Offset) + "Gradient";
            default:
                string name = buffer.Kind == BufferKind.Scratch ? buffer.Name : ParameterTable.FileName(buffer.Name);
                return $"{name}[{(_shapes.TryGetValue(name, out Shape? shape) ? shape.ToString() : NumberText.Grouped(buffer.Length))}]";
        }
    }

    private string RoleAt(int offset) => _plan.Parameters.Parameters.Single(parameter => parameter.Offset == offset).Spec.Role;

    private void Line(int depth, string line) => _text.Append(' ', 2 * depth).Append(line).Append('\n');
}
