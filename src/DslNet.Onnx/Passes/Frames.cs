using DslNet.Onnx.Functions;
using DslNet.Onnx.Graphs;
using DslNet.Onnx.Models;
using DslNet.Onnx.Operators;

namespace DslNet.Onnx.Passes;

/// <summary>
/// Makes a graph with recurrent operators one of frames: values over time and samples, in one order or the other, are values of a frame, as a network of
/// sequences has them. What is computed of the last frame alone is computed of each.
/// </summary>
internal sealed class Frames
{
    /// <summary>What a value is over time.</summary>
    private enum Kind
    {
        /// <summary>Frames, time first.</summary>
        TimeFirst,

        /// <summary>Frames, samples first.</summary>
        SamplesFirst,

        /// <summary>What a recurrent operator gives, with an axis for its directions.</summary>
        Raw,

        /// <summary>Its state behind the last frame, with such an axis.</summary>
        RawState,

        /// <summary>What belongs to the last frame.</summary>
        Last,
    }

    private const string Advice = "Export the model so that features are the last axis of every value, and recurrent layers run forward from zeros";

    private static readonly HashSet<string> s_recurrent = ["LSTM", "GRU", "RNN"];

    private readonly Graph _graph;
    private readonly Kind _order;
    private readonly Dictionary<string, (string Frame, Kind Kind)> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GraphNode> _producers;
    private readonly HashSet<string> _read, _cells = new(StringComparer.Ordinal);

    private Frames(Graph graph, Kind order)
    {
        (_graph, _order, _producers) = (graph, order, graph.Producers());
        _read = [.. graph.Nodes.SelectMany(node => node.Inputs), .. graph.Outputs.Select(output => output.Value)];
    }

    public static void Run(Graph graph)
    {
        GraphNode[] recurrent = [.. graph.Nodes.Where(node => node.Domain.Length == 0 && s_recurrent.Contains(node.Operator) && node.Inputs.Count > 2)];
        if (recurrent.Length == 0)
            return;

        // Which axis of the inputs is time follows from the recurrent operators, some transposes later.
        Kind order = new[] { Kind.TimeFirst, Kind.SamplesFirst }.Cast<Kind?>().FirstOrDefault(kind => Fits(graph, kind!.Value, recurrent)) ?? Kind.TimeFirst;
        new Frames(graph, order).Rewrite();
        graph.IsSequence = true;
    }

    /// <summary>Whether each recurrent operator that an input reaches through transposes gets its frames in its own order.</summary>
    private static bool Fits(Graph graph, Kind order, GraphNode[] recurrent)
    {
        Dictionary<string, GraphNode> producers = graph.Producers();
        foreach (GraphNode node in recurrent)
        {
            Kind kind = order;
            string value = node.Inputs[0];
            while (producers.TryGetValue(value, out GraphNode? before) && before.Inputs.Count > 0 && !s_recurrent.Contains(before.Operator))
            {
                if (IsSwap(before))
                    kind = Swapped(kind);
                value = before.Inputs.FirstOrDefault(input => !graph.IsConstant(input)) ?? "";
            }

            if (!producers.ContainsKey(value) && kind != Wanted(node))
                return false;
        }

        return true;
    }

    private static Kind Wanted(GraphNode node) => (node.Attributes.GetValueOrDefault("layout")?.Integer ?? 0) == 0 ? Kind.TimeFirst : Kind.SamplesFirst;

    private static Kind Swapped(Kind kind) => kind == Kind.TimeFirst ? Kind.SamplesFirst : kind == Kind.SamplesFirst ? Kind.TimeFirst : kind;

    private static bool IsSwap(GraphNode node) => node is { Operator: "Transpose", Domain: "" } && node.Attributes.GetValueOrDefault("perm")?.Integers is [1, 0, 2];

    private void Rewrite()
    {
        HashSet<string> states = [.. _graph.Nodes.Where(node => s_recurrent.Contains(node.Operator)).SelectMany(node => node.Inputs.Skip(5).Take(2))];
        string[] stateInputs = [.. _graph.Inputs.Select(input => input.Name).Where(states.Contains)];
        foreach (OnnxPort input in _graph.Inputs.Where(input => !states.Contains(input.Name)))
        {
            if (input.Shape is [_, _, { Length: { } features }])
                (_graph[input.Name], _values[input.Name]) = (new(input.Type, [Extent.Batch, features]), (input.Name, _order));
        }

        List<GraphNode> kept = [];
        List<string> problems = [];
        foreach (GraphNode node in _graph.Nodes)
        {
            try
            {
                if (Keep(node))
                    kept.Add(node);
            }
            catch (RefusedException refused)
            {
                problems.Add(refused.Message);
            }
        }

        if (problems.Count > 0)
            throw new OnnxException(problems);
        _graph.Nodes.Clear();
        _graph.Nodes.AddRange(kept);
        Name(stateInputs);
    }

    /// <summary>Outputs are those of a frame; states are what the network keeps by itself.</summary>
    private void Name(string[] stateInputs)
    {
        List<string> last = [];
        for (int i = _graph.Outputs.Count - 1; i >= 0; i--)
        {
            (string name, string value) = _graph.Outputs[i];
            if (!_values.TryGetValue(value, out (string Frame, Kind Kind) known))
                continue;
            if (known.Kind is Kind.RawState && (_graph.Outputs.Count > 1 || _cells.Contains(value)))
            {
                _graph.Outputs.RemoveAt(i);
                _graph.Remarks.Add($"Left out: the output “{Names.Shown(name)}”, a state, which the network keeps from frame to frame.");
                continue;
            }

            if (known.Kind is Kind.Last or Kind.RawState)
                last.Add(name);
            _graph.Outputs[i] = (name, known.Frame);
        }

        if (last.Count > 0)
            _graph.Remarks.Add($"Computed for each frame, and in the file for the last one alone: the output {Remark.Quoted(last)}.");
        if (stateInputs.Length > 0)
            _graph.Remarks.Add($"Left out: the input {Remark.Quoted(stateInputs)}, the state before the first frame, which is zero here.");
        _graph.Inputs.RemoveAll(input => stateInputs.Contains(input.Name));
    }

    /// <summary>Makes a node one of frames; false if nothing is left of it.</summary>
    private bool Keep(GraphNode node)
    {
        string[] data = [.. node.Inputs.Where(_values.ContainsKey)];
        if (data.Length == 0 || node.Domain.Length > 0)
            return true;
        NodeUse use = new(_graph, node);
        (string frame, Kind kind) = _values[data[0]];
        if (s_recurrent.Contains(node.Operator))
        {
            Recur(node, use, kind);
            return true;
        }

        if (!data.Any(_cells.Contains) && Passed(node, use, kind) is { } passed)
        {
            _values[node.Outputs[0]] = (frame, passed);
            return false;
        }

        // Shapes are read for states that are zero; nothing else is left of them.
        if (node.Operator is "Shape" || node.Outputs.All(output => !_read.Contains(output)))
            return false;
        if (kind is Kind.Raw or Kind.RawState || data.Any(name => _values[name].Kind != kind))
            throw use.Refuse("it works on values of several frames, or on a state", Advice);
        int rank = kind == Kind.Last ? 2 : 3;
        switch (node.Operator)
        {
            case "MatMul" or "Gemm" or "Dropout" or "Identity" or "Cast":
            case "Flatten" when kind == Kind.Last:
                break;
            case "Softmax" or "LogSoftmax" or "Concat" or "LayerNormalization" or "Split":
                if (NodeUse.Axis(use.Integer("axis", node.Operator is "Concat" or "Split" ? 0 : -1), rank) != rank - 1)
                    throw use.Refuse("it does not work along the features of a frame", Advice);
                node.Attributes["axis"] = new("axis") { Integer = 1 };
                break;
            default:
                if (!Elementwise.Knows(node) && node.Operator is not ("Sum" or "Mish" or "Gelu"))
                    throw use.Refuse("it is not known to work within a frame", Advice);
                break;
        }

        for (int i = 0; i < node.Inputs.Count; i++)
        {
            if (_values.TryGetValue(node.Inputs[i], out (string Frame, Kind Kind) known))
                node.Inputs[i] = known.Frame;
        }

        foreach (string output in node.Outputs)
            _values[output] = (output, kind);
        return true;
    }

    /// <summary>What a value is behind a node that only names other axes, or takes the last frame; null if the node computes something.</summary>
    private static Kind? Passed(GraphNode node, NodeUse use, Kind kind) => node.Operator switch
    {
        "Transpose" when kind is Kind.TimeFirst or Kind.SamplesFirst && IsSwap(node) => Swapped(kind),
        "Transpose" when kind == Kind.Raw && node.Attributes.GetValueOrDefault("perm")?.Integers is [0, 2, 1, 3] => Kind.Raw,
        "Squeeze" when kind == Kind.Raw && use.Integers("axes", 1) is [1 or 2 or -3 or -2] => Kind.TimeFirst,
        "Reshape" when kind == Kind.Raw && use.Input(1).Constant is IntegerConstant { Values.Length: 3 } => Kind.TimeFirst,
        "Squeeze" when kind == Kind.RawState && use.Integers("axes", 1) is [0 or -3] => Kind.Last,
        "Gather" when kind == Kind.RawState && use.Input(1).Constant is IntegerConstant { Shape.Count: 0, Numbers: [0 or -1] } && use.Integer("axis", 0) == 0 => Kind.Last,
        "Gather" when use.Input(1).Constant is IntegerConstant { Shape.Count: 0, Numbers: [-1] } && use.Integer("axis", 0) == (kind == Kind.TimeFirst ? 0 : kind == Kind.SamplesFirst ? 1 : -1) => Kind.Last,
        "Identity" => kind,
        _ => null,
    };

    private void Recur(GraphNode node, NodeUse use, Kind kind)
    {
        if (kind != Wanted(node))
            throw use.Refuse("it runs along the axis that is samples elsewhere", Advice);
        foreach (string state in node.Inputs.Skip(5).Take(2).Where(state => state.Length > 0 && !_graph.Inputs.Any(input => input.Name == state) && !IsZero(state)))
            throw use.Refuse($"it begins with “{Names.Shown(state)}”, which is not zero", Advice);
        if (Wanted(node) == Kind.SamplesFirst)
            throw use.Refuse("it has samples before time (layout = 1)", Advice);
        if (node.Operator == "GRU" && use.Integer("linear_before_reset", 0) == 0)
            _graph.Remarks.Add($"{node.Label} has linear_before_reset = 0: n = tanh(W·x + b + U·(r·h) + d), which is ResetAfter = false. Some exporters write 0 for networks that were trained with n = tanh(W·x + b + r·(U·h + d)): if what comes out is wrong, write ResetAfter = true.");
        string frame = _graph.NewName($"{node.Outputs.FirstOrDefault(output => output.Length > 0)} of a frame");
        string[] outputs = [.. node.Outputs];
        for (int i = 0; i < outputs.Length; i++)
        {
            if (outputs[i].Length > 0)
                _values[outputs[i]] = (frame, i == 0 ? Kind.Raw : Kind.RawState);
        }

        // The cell is no output of a frame.
        if (outputs.Length > 2 && outputs[2].Length > 0)
            _cells.Add(outputs[2]);
        string input = _values[node.Inputs[0]].Frame;
        string[] weights = [.. node.Inputs.Skip(1)];
        if (weights.Length > 4)
            weights[4] = "";
        if (weights.Length > 5)
            weights[5] = "";
        node.Inputs.Clear();
        node.Inputs.AddRange([input, .. weights]);
        node.Outputs.Clear();
        node.Outputs.Add(frame);
    }

    /// <summary>Whether a value is zero, however its shape is computed.</summary>
    private bool IsZero(string value)
    {
        for (int steps = 0; steps < _graph.Nodes.Count + 1; steps++)
        {
            if (_graph[value].Constant is FloatConstant constant)
                return constant.Values.All(each => each == 0);
            if (!_producers.TryGetValue(value, out GraphNode? node) || node.Domain.Length > 0)
                return false;
            if (node.Operator == "ConstantOfShape")
                return node.Attributes.GetValueOrDefault("value")?.Tensor is not { } tensor || tensor.Type.IsFloat() && tensor.Floats().All(each => each == 0);
            if (node.Operator is not ("Expand" or "Unsqueeze" or "Squeeze" or "Identity" or "Cast" or "Transpose" or "Slice" or "Tile" or "Reshape"))
                return false;
            value = node.Inputs[0];
        }

        return false;
    }
}
