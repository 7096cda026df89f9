namespace DslNet.Benchmarks.Models;

/// <summary>The layers of the networks that are compared.</summary>
internal enum LayerKind
{
    /// <summary>A convolution over a signal or an image.</summary>
    Conv,

    /// <summary>A transposed convolution.</summary>
    ConvTranspose,

    /// <summary>Batch normalization.</summary>
    BatchNorm,

    /// <summary>Maximum pooling, the stride as long as the window.</summary>
    MaxPool2D,

    /// <summary>The mean of each channel.</summary>
    GlobalAvgPool,

    /// <summary>Channels, rows and columns as one axis.</summary>
    Flatten,

    /// <summary>One axis as channels, rows and columns.</summary>
    Reshape,

    /// <summary>A fully connected layer.</summary>
    Dense,

    /// <summary>max(x, 0).</summary>
    ReLU,

    /// <summary>The hyperbolic tangent.</summary>
    Tanh,

    /// <summary>The sum of two values.</summary>
    Add,

    /// <summary>Two vectors, one behind the other.</summary>
    Concat,
}
