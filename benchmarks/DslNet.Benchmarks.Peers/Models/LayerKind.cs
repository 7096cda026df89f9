namespace DslNet.Benchmarks.Models;

/// <summary>The layers of the networks that are compared.</summary>
internal enum LayerKind
{
    /// <summary>A convolution without padding.</summary>
    Conv2D,

    /// <summary>Maximum pooling, the stride as long as the window.</summary>
    MaxPool2D,

    /// <summary>Channels, rows and columns as one axis.</summary>
    Flatten,

    /// <summary>A fully connected layer.</summary>
    Dense,

    /// <summary>max(x, 0).</summary>
    ReLU,

    /// <summary>The hyperbolic tangent.</summary>
    Tanh,
}
