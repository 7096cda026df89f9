namespace DslNet;

/// <summary>What an axis of a tensor counts.</summary>
public enum AxisKind
{
    /// <summary>The features of a vector.</summary>
    Feature,

    /// <summary>The channels of a signal or an image.</summary>
    Channel,

    /// <summary>The rows of an image.</summary>
    Height,

    /// <summary>The columns of an image.</summary>
    Width,

    /// <summary>The positions of a signal.</summary>
    Length,
}
