using System.ComponentModel;

namespace DslNet.CompilerServices;

/// <summary>The loss alone is wanted: for generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct NoGradient : IGradientScale
{
    /// <inheritdoc />
    public static bool IsWanted => false;

    /// <inheritdoc />
    public float Value => 0;
}
