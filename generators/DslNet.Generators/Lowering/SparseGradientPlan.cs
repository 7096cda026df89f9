using DslNet.Generators.Model;

namespace DslNet.Generators.Lowering;

/// <summary>
/// Which max poolings hand their gradient on as what it is, one value a window and where it goes, because the layer whose image they alone read can
/// compute its own gradients from that.
/// </summary>
internal sealed class SparseGradientPlan
{
    private readonly Dictionary<string, IReadOnlyList<IndexEncoding>> _encodings = new(StringComparer.Ordinal);

    private SparseGradientPlan()
    {
    }

    /// <summary>None: what prediction needs.</summary>
    public static SparseGradientPlan None { get; } = new();

    public static SparseGradientPlan Of(NetworkSpec network, GradientFlow flow, FusionPlan fusions, LayoutPlan layouts)
    {
        SparseGradientPlan plan = new();
        for (int i = 0; i < network.Nodes.Count; i++)
        {
            NodeSpec node = network.Nodes[i];
            if (!fusions.IsFused(network.InputCount + i) && fusions.OnlyReaderBehind(node) is { Layer: IMaxPooling pooling } reader)
                plan._encodings.Add(reader.Name, EncodingsFor(network, flow, layouts, node, pooling));
        }

        return plan;
    }

    /// <summary>In what encodings the producer of a max pooling's image wants the argmax indices; none where the gradient is dense.</summary>
    public IReadOnlyList<IndexEncoding> EncodingsOf(NodeSpec pooling) => _encodings.TryGetValue(pooling.Name, out IReadOnlyList<IndexEncoding>? encodings) ? encodings : [];

    /// <summary>What a layer asks of the max pooling that alone reads its image.</summary>
    public static IReadOnlyList<IndexEncoding> EncodingsFor(NetworkSpec network, GradientFlow flow, LayoutPlan layouts, NodeSpec node, IMaxPooling pooling)
    {
        int input = node.Inputs[0];
        return node.Layer is IGradientFromMaxima layer && pooling.FindsIndices(node.Output)
            ? layer.IndexEncodings(network.ShapeOf(input), layouts.Of(input), node.Output, flow.Needs(input), pooling.Axes(node.Output))
            : [];
    }
}
