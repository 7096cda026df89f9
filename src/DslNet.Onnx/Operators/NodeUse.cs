using System.Globalization;
using DslNet.Onnx.Functions;
using DslNet.Onnx.Graphs;
using DslNet.Onnx.Models;

namespace DslNet.Onnx.Operators;

/// <summary>A node as its operator sees it: inputs by position, attributes by name.</summary>
/// <param name="graph">The graph.</param>
/// <param name="node">The node.</param>
internal sealed class NodeUse(Graph graph, GraphNode node)
{
    /// <summary>The operator's name.</summary>
    public string Operator => node.Operator;

    /// <summary>The version of ONNX's operators.</summary>
    public long Opset => graph.Opset;

    /// <summary>How many samples the file says there are; null if that is open.</summary>
    public long? FixedBatch => graph.FixedBatch;

    /// <summary>What the node computes of its input, where no operator does; null of all others.</summary>
    public Formula? Formula => node.Formula;

    /// <summary>Whether an input is one of tokens.</summary>
    public bool IsOfTokens(int input) => Has(input) && graph.Vocabularies.ContainsKey(node.Inputs[input]);

    /// <summary>How many inputs are written.</summary>
    public int InputCount => node.Inputs.Count;

    /// <summary>How many outputs are named.</summary>
    public int OutputCount => node.Outputs.Count(output => output.Length > 0);

    /// <summary>The name of the first output.</summary>
    public string Output => node.Outputs[0];

    /// <summary>What is known of the first output.</summary>
    public Value Result => graph[Output];

    /// <summary>The names of the inputs that are not constants: what comes from samples.</summary>
    public IEnumerable<string> Data => node.Inputs.Where(name => name.Length > 0 && !graph.IsConstant(name));

    /// <summary>Whether an input is there.</summary>
    public bool Has(int input) => input < node.Inputs.Count && node.Inputs[input].Length > 0;

    /// <summary>The name of an input.</summary>
    public string Name(int input) => Has(input) ? node.Inputs[input] : throw Refuse("an input is missing", "Export it again");

    /// <summary>What is known of an input.</summary>
    public Value Input(int input) => Has(input) ? graph[node.Inputs[input]] : Value.Unknown;

    /// <summary>What is known of a value.</summary>
    public Value Of(string name) => graph[name];

    /// <summary>The axes of one sample of an input, of which there is one at least.</summary>
    public IReadOnlyList<int> Sample(int input) => Axes(input) is { Count: > 0 } sample ? sample : throw NoSamples(input);

    /// <summary>The axes of one sample of an input of which single values are read: a sample without axes is one value.</summary>
    public IReadOnlyList<int> Elements(int input) => Value.Features(Axes(input));

    private IReadOnlyList<int> Axes(int input)
    {
        Value value = graph[Name(input)];
        if (value.Type is not (OnnxType.Undefined or OnnxType.Double) && !value.Type.IsFloat())
            throw Refuse($"“{Names.Shown(Name(input))}” has elements of the type {value.Type.Shown()}", "Only networks of floats are imported");
        return value.Sample ?? throw NoSamples(input);
    }

    private RefusedException NoSamples(int input) => Refuse(
        $"“{Names.Shown(Name(input))}” is {graph[Name(input)].ShownShape}, not samples along the first axis and known axes behind it", "Export the model with the batch first and all other axes fixed");

    /// <summary>The elements of an input that must be constant floats: a weight.</summary>
    public FloatConstant Weight(int input, string what) => graph[Name(input)].Constant as FloatConstant
        ?? throw Refuse($"{what}, “{Names.Shown(Name(input))}”, is computed from samples or has no float32 elements ({graph[Name(input)].Type.Shown()})", "Export the model with it as an initializer of floats");

    /// <summary>The elements of a weight that has one for each channel or value.</summary>
    public float[] Values(int input, string what, int count)
    {
        FloatConstant weight = Weight(input, what);
        return weight.Length == count ? weight.Values : throw Refuse($"{what} has {weight.Length} elements, not {count}", "The file is no valid model: export it again");
    }

    public long Integer(string name, long otherwise) => node.Attributes.GetValueOrDefault(name)?.Integer ?? otherwise;

    public float Float(string name, float otherwise) => node.Attributes.GetValueOrDefault(name)?.Float ?? otherwise;

    public string Text(string name, string otherwise) => node.Attributes.GetValueOrDefault(name)?.Text ?? otherwise;

    public OnnxAttribute? Attribute(string name) => node.Attributes.GetValueOrDefault(name);

    /// <summary>Integers that are an attribute, or a constant input in later versions; null if they are neither.</summary>
    public long[]? Integers(string name, int input = -1) =>
        node.Attributes.GetValueOrDefault(name) is { } attribute ? [.. attribute.Integers]
        : input >= 0 && Has(input) ? (Input(input).Constant as IntegerConstant)?.Numbers
        : null;

    /// <summary>An axis counted from the first; null if there is no such axis.</summary>
    public static int? Axis(long axis, int axes) => axis < -axes || axis >= axes ? null : (int)(axis < 0 ? axis + axes : axis);

    /// <summary>The refusal of the node: which it is, why, and what to do.</summary>
    public RefusedException Refuse(string reason, string remedy) => new(string.Create(
        CultureInfo.InvariantCulture, $"{node.Label}, operator set {graph.Opset}: {reason}. {remedy}."));
}
