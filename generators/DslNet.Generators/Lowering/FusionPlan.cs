using DslNet.Generators.Model;

namespace DslNet.Generators.Lowering;

/// <summary>
/// Which activations are fused with the layer before them: those that alone read its output and can be computed in its place. In prediction, so is a scale
/// of channels between.
/// </summary>
internal sealed class FusionPlan
{
    private readonly NetworkSpec _network;
    private readonly ValueUses _uses;
    private readonly Dictionary<int, Fusion> _fusions = [];
    private readonly Dictionary<int, NodeSpec> _scales = [];
    private readonly HashSet<int> _fused = [];

    private FusionPlan(NetworkSpec network, ValueUses uses) => (_network, _uses) = (network, uses);

    /// <param name="network">The network.</param>
    /// <param name="uses">Who reads what.</param>
    /// <param name="oneSample">Whether the program is for one sample alone, which leaves more registers.</param>
    /// <param name="predicts">Whether the program predicts, so that what is between a layer and a scale behind it is of no further use.</param>
    public static FusionPlan Of(NetworkSpec network, ValueUses uses, bool oneSample = false, bool predicts = false)
    {
        FusionPlan plan = new(network, uses);
        for (int i = 0; i < network.Nodes.Count; i++)
        {
            NodeSpec node = network.Nodes[i];
            int value = network.InputCount + i;
            if (plan._fused.Contains(value) || !node.Layer.FusesActivation)
                continue;
            int last = predicts ? plan.FuseScale(value, node) : value;
            if (uses.OnlyReaderOf(last) is { } reader)
                plan.Fuse(value, reader, oneSample && node.Layer.FusesLongActivationOfOneSample(network.ShapeOf(node.Inputs[0])));
        }

        return plan;
    }

    /// <summary>What is fused with a layer's output; null if nothing is.</summary>
    public Fusion? Of(int value) => _fusions.TryGetValue(value, out Fusion? fusion) ? fusion : null;

    /// <summary>The layer whose scale is applied to a layer's output before it is stored; null if none is.</summary>
    public NodeSpec? ScaleOf(int value) => _scales.TryGetValue(value, out NodeSpec? scale) ? scale : null;

    /// <summary>Whether a value is that of an activation which is fused with the layer before it: it shares that one's memory.</summary>
    public bool IsFused(int value) => _fused.Contains(value);

    /// <summary>The only layer that reads a layer's output, behind an activation that is fused with it; null if there are several or none.</summary>
    public NodeSpec? OnlyReaderBehind(NodeSpec node)
    {
        int value = _uses.ValueOf(node);
        NodeSpec? reader = _uses.OnlyReaderOf(value);
        return reader is not null && IsFused(_uses.ValueOf(reader)) ? _uses.OnlyReaderOf(_uses.ValueOf(reader)) : reader;
    }

    /// <summary>The layer that a value comes from, before an activation that is fused with it; null for an input.</summary>
    public NodeSpec? ProducerBefore(int value)
    {
        NodeSpec? node = _network.NodeOf(value);
        while (node is not null && IsFused(_uses.ValueOf(node)))
            node = _network.NodeOf(node.Inputs[0]);
        return node;
    }

    /// <summary>Fuses a scale behind a layer, if there is one, and returns the value that then leaves the layer.</summary>
    private int FuseScale(int value, NodeSpec node)
    {
        if (!node.Layer.ScalesOutput || _uses.OnlyReaderOf(value) is not { Layer: IChannelScale } scale)
            return value;
        int scaled = _uses.ValueOf(scale);
        _scales.Add(value, scale);
        _fused.Add(scaled);
        return scaled;
    }

    private void Fuse(int value, NodeSpec reader, bool isLongInRegisters)
    {
        if (reader.Layer.Elementwise is not { } activation
            || !(isLongInRegisters ? activation.FusesInOneSample : activation.FromOutput))
            return;
        _fusions.Add(value, new(reader.Name, activation, activation.IsShort || isLongInRegisters));
        _fused.Add(_uses.ValueOf(reader));
    }
}
