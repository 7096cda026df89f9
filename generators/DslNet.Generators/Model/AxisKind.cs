namespace DslNet.Generators.Model;

/// <summary>What an axis of a sample runs over.</summary>
internal enum AxisKind
{
    /// <summary>Channels of a signal or an image, features of a vector: the first axis of each.</summary>
    Channel,

    /// <summary>Positions of a signal.</summary>
    Length,

    /// <summary>Rows of an image.</summary>
    Height,

    /// <summary>Columns of an image.</summary>
    Width,
}
