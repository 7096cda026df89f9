using System.Text;
using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Text;

namespace DslNet.Generators.Planning;

/// <summary>
/// A plan as text: what network it is of, and its programs, whose memory is called after the network's values and parameters.
/// </summary>
internal sealed class PlanText
{
    private const int BytesPerKilobyte = 1024;

    private readonly NetworkPlan _plan;
    private readonly Dictionary<string, Shape> _shapes = new(StringComparer.Ordinal);
    private readonly StringBuilder _text = new();

    private PlanText(NetworkPlan plan)
    {
        _plan = plan;
        NetworkSpec network = plan.Network;
        foreach (NodeSpec node in network.Nodes)
            Know(ParameterTable.FileName(node.Name) + "Output", node.Output);
        foreach (PortSpec port in network.Ports)
        {
            Know(ParameterTable.FileName(port.Name), port.Shape);
            Know(ParameterTable.FileName(port.Name) + "Reordered", port.Shape);
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
        Write(_plan.OneSampleOnStack ? "PredictOne, one sample, scratch memory on the stack" : $"PredictOne, one sample, {Scratch(_plan.OneSample)}", _plan.OneSample);
        if (_plan.Gradients is { } gradients)
            Write($"{(_plan.Updates ? "Train" : "Gradients")}, {Blocks(gradients)}", gradients);
    }

    private static string Shapes(IEnumerable<PortSpec> ports) => string.Join(" + ", ports.Select(port => port.Shape));

    private static string Blocks(ProgramPlan program) =>
        $"blocks of {NumberText.Counted(program.BlockSamples, "sample")}, {Scratch(program)}";

    private static string Scratch(ProgramPlan program) =>
        $"{NumberText.Grouped((program.ScratchLength * sizeof(float) + BytesPerKilobyte - 1) / BytesPerKilobyte)} KB of scratch memory";

    private void Write(string heading, ProgramPlan program)
    {
        Line(0, "");
        Line(0, heading);
        foreach (string line in ProgramText.Of(program, TextOf))
            Line(1, line);
    }

    private string TextOf(Operand operand)
    {
        Buffer buffer = operand.Buffer;
        switch (buffer.Kind)
        {
            case BufferKind.Parameter:
                return RoleAt(operand.Offset);
            case BufferKind.ParameterGradient:
                return RoleAt(operand.Offset) + "Gradient";
            case BufferKind.State:
                return _plan.States.States.Single(state => state.Offset == operand.Offset).Spec.Role;
            default:
                string name = ParameterTable.FileName(buffer.Name);
                return $"{name}[{(_shapes.TryGetValue(name, out Shape? shape) ? shape.ToString() : NumberText.Grouped(buffer.Length))}]";
        }
    }

    private string RoleAt(int offset) => _plan.Parameters.Parameters.Single(parameter => parameter.Offset == offset).Spec.Role;

    private void Line(int depth, string line) => _text.Append(' ', 2 * depth).Append(line).Append('\n');
}
