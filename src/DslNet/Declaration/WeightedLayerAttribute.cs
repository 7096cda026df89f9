namespace DslNet;

/// <summary>What the layers with weights have in common: a bias, and the values they start from.</summary>
public abstract class WeightedLayerAttribute : LayerAttribute
{
    /// <summary>Whether a learned bias is added to each output. True unless said otherwise.</summary>
    public bool Bias { get; set; } = true;

    /// <summary>
    /// How the weights start. By default He (normal) before ReLU and activations like it, else Glorot (uniform).
    /// </summary>
    public Initializer Initializer { get; set; }

    /// <summary>
    /// The value of every weight under <see cref="DslNet.Initializer.Constant"/>; under <see cref="DslNet.Initializer.Normal"/> the weights' standard
    /// deviation, and under <see cref="DslNet.Initializer.Uniform"/> how far they reach on both sides of 0: more than 0 each.
    /// </summary>
    public float InitialValue { get; set; }

    /// <summary>The value every bias starts from; zero unless said otherwise.</summary>
    public float InitialBias { get; set; }
}
