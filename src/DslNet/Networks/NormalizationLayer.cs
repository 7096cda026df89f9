namespace DslNet;

/// <summary>The weight, the bias and the running statistics of a layer that normalizes by those of a batch.</summary>
public sealed class NormalizationLayer : LayerView
{
    private readonly INetwork _network;

    /// <summary>A view of a layer with a weight, a bias and running statistics.</summary>
    /// <param name="network">The network.</param>
    /// <param name="description">One of its layers.</param>
    /// <exception cref="ArgumentException">The layer has none of them.</exception>
    public NormalizationLayer(INetwork network, LayerDescription description) : base(network, description) =>
        (_network, Weight, Bias) = (network, this["weight"], this["bias"]);

    /// <summary>The weight of each channel.</summary>
    public ParameterTensor Weight { get; }

    /// <summary>The bias of each channel.</summary>
    public ParameterTensor Bias { get; }

    /// <summary>The mean of each channel, with which a prediction normalizes: the network's own memory.</summary>
    public Span<float> RunningMean => Find("running_mean");

    /// <summary>The variance of each channel, with which a prediction normalizes: the network's own memory.</summary>
    public Span<float> RunningVariance => Find("running_var");

    private new Span<float> Find(string role)
    {
        foreach (StateDescription state in Description.States)
        {
            if (state.Role == role)
                return _network.States.Slice(state.Offset, state.Shape.Length);
        }

        throw new InvalidOperationException($"{Description.Name} has no {role}: it was declared as {Description.Declaration}.");
    }
}
