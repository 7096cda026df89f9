using DslNet.Generators.Model;

namespace DslNet.Generators.Lowering;

/// <summary>What is known of a network before any operation exists: the results of the passes of analysis, in their order.</summary>
/// <param name="Network">The network.</param>
/// <param name="Uses">Who reads which value.</param>
/// <param name="Flow">Which values need a gradient.</param>
/// <param name="Fusions">Which activations are computed in place of the layer before them.</param>
/// <param name="Layouts">How each value is stored.</param>
/// <param name="Sparse">Which max poolings hand on a sparse gradient.</param>
/// <param name="Parameters">The learned tensors and their offsets.</param>
/// <param name="States">What layers keep beside them, and the offsets.</param>
internal sealed record NetworkAnalysis(
    NetworkSpec Network, ValueUses Uses, GradientFlow Flow, FusionPlan Fusions, LayoutPlan Layouts, SparseGradientPlan Sparse, ParameterTable Parameters,
    StateTable States)
{
    /// <summary>The same for a program that predicts.</summary>
    public NetworkAnalysis ForPrediction => this with
    {
        Sparse = SparseGradientPlan.None,
        Fusions = Network.Nodes.Any(node => node.Layer is IChannelScale) ? FusionPlan.Of(Network, Uses, predicts: true) : Fusions,
    };

    /// <summary>The same for a program that predicts one sample, with whose activations more is fused.</summary>
    public NetworkAnalysis ForOneSample => ForPrediction with { Fusions = FusionPlan.Of(Network, Uses, oneSample: true, predicts: true) };
}
