using DslNet.Onnx.Graphs;
using DslNet.Onnx.Operators.Shapes;
using DslNet.Onnx.Writing;

namespace DslNet.Onnx.Operators.Layers;

/// <summary>Add, Mul and Sub of values of equal shape: a residual, a gate, a difference.</summary>
/// <param name="attribute">The layer.</param>
/// <param name="ofFloats">What is computed of two constants.</param>
/// <param name="ofIntegers">What is computed of two integers of shapes.</param>
internal sealed class JoinOperator(string attribute, Func<float, float, float> ofFloats, Func<Extent, Extent, Extent?> ofIntegers) : ArithmeticOperator(ofFloats, ofIntegers)
{
    public override bool IsLayer(NodeUse use) => use.Data.Count() == use.InputCount;

    public override void Translate(NodeUse use, LayerList layers) => Join(attribute, use, layers, use.Output);

    /// <summary>Adds a layer that joins all inputs of a node.</summary>
    public static void Join(string attribute, NodeUse use, LayerList layers, string output)
    {
        string[] reads = [.. Enumerable.Range(0, use.InputCount).Select(use.Name)];
        string? constant = reads.FirstOrDefault(name => use.Of(name).Constant is not null);
        if (constant is not null)
            throw use.Refuse($"one of its operands is the constant “{Names.Shown(constant)}”", $"{attribute} joins values of layers: move the constant into the weights before or behind it");
        IReadOnlyList<int> sample = Value.Features(use.Result.Sample ?? throw use.Refuse("the shapes of its operands do not fit, or are not known", $"{attribute} joins values of equal shape"));
        for (int i = 0; i < reads.Length; i++)
        {
            IReadOnlyList<int> each = use.Elements(i);
            if (each.SequenceEqual(sample))
                continue;

            // A value for each channel, as a gate has it, is a vector here.
            bool isPerChannel = i > 0 || attribute != "Subtract";
            if (!isPerChannel || each.Count != sample.Count || each[0] != sample[0] || each.Skip(1).Any(axis => axis != 1))
                throw use.Refuse($"its operands are {use.Input(0).ShownShape} and {use.Input(1).ShownShape}", $"{attribute} joins values of equal shape, or an image and a value for each channel");
            Layer vector = new("Flatten", [], reads[i], layers.Between(), [each[0]]);
            layers.Add(vector);
            reads[i] = vector.Writes;
        }

        if (!use.Elements(0).SequenceEqual(sample))
            Array.Reverse(reads);
        layers.Add(new(attribute, attribute, [], reads, output, sample));
    }
}
