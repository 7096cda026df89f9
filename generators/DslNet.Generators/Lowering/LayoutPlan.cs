using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Lowering;

/// <summary>
/// How each value is stored, the same in all programs of a network, since the order of sums follows the layout: the caller's inputs channels-first,
/// everything else channels-last, but for images between a convolution over width and a max pooling that can read them channels-first.
/// </summary>
internal sealed class LayoutPlan
{
    private readonly Layout[] _layouts;
    private readonly bool[] _isView;

    private LayoutPlan(NetworkSpec network)
    {
        _layouts = new Layout[network.ValueCount];
        _isView = new bool[_layouts.Length];
    }

    public static LayoutPlan Of(NetworkSpec network, ValueUses uses, GradientFlow flow, FusionPlan fusions)
    {
        LayoutPlan plan = new(network);
        for (int input = 0; input < network.InputCount; input++)
        {
            // What other frames are read of is kept by the network. A gradient has the layout of its value, and gradients are always computed channels-last. In prediction too, since the order of
            // a sum follows the layout.
            PortSpec spec = network.Ports[input];
            plan._layouts[input] = spec.Gradient || network.IsSequence ? Layout.ChannelsLast(spec.Shape) : Layout.ChannelsFirst(spec.Shape);
        }

        for (int i = 0; i < network.Nodes.Count; i++)
        {
            NodeSpec node = network.Nodes[i];
            int value = network.InputCount + i;
            plan._isView[value] = IsView(network, uses, node, value);
            plan._layouts[value] = plan._isView[value] || fusions.IsFused(value) ? plan._layouts[node.Inputs[0]]
                : plan.IsChannelsFirst(network, flow, fusions, node) ? Layout.ChannelsFirst(node.Output)
                : Layout.ChannelsLast(node.Output);
        }

        return plan;
    }

    /// <summary>How a value is stored; a view's is that of what it views.</summary>
    public Layout Of(int value) => _layouts[value];

    /// <summary>Whether a value is its input under another shape, so that there is nothing to do.</summary>
    public bool IsView(int value) => _isView[value];

    /// <summary>
    /// Shapes of the same channels and as many positions are stored alike. Otherwise only layers that take their input value by value can read an
    /// image as a vector where it is stored; for others it is copied, and for those whose weights others read too, since weights follow what is read.
    /// </summary>
    private static bool IsView(NetworkSpec network, ValueUses uses, NodeSpec node, int value) =>
        node.Layer.CanBeView && !network.Leaves(value) && uses.ReadersOf(value) is { Count: > 0 } readers
        && (Layout.ChannelsLast(network.ShapeOf(node.Inputs[0])) == Layout.ChannelsLast(node.Output)
            || node.Output.SpatialRank == 0 && readers.All(reader => network.Nodes[reader] is { Layer.ReadsValueByValue: true, WeightsOf: null }));

    /// <summary>
    /// Whether only a max pooling reads a layer's image, and can read it channels-first; where the network can be trained, if the image is
    /// not needed in the backward pass.
    /// </summary>
    private bool IsChannelsFirst(NetworkSpec network, GradientFlow flow, FusionPlan fusions, NodeSpec node)
    {
        Shape input = network.ShapeOf(node.Inputs[0]);
        return node.Layer is IWritesChannelsFirst layer && Layout.ChannelsFirst(node.Output).SampleLength % 8 == 0
            && fusions.OnlyReaderBehind(node) is { Layer: IMaxPooling pooling } reader && pooling.ReadsChannelsFirst(node.Output, reader.Output)
            && (network.Losses.Count == 0 || SparseGradientPlan.EncodingsFor(network, flow, this, node, pooling).Count == 1)
            && layer.WritesChannelsFirst(input, Of(node.Inputs[0]));
    }
}
