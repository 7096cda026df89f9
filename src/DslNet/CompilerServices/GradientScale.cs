using System.ComponentModel;

namespace DslNet.CompilerServices;

/// <summary>The gradient is wanted, times a value: for generated code only.</summary>
/// <param name="value">The value.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct GradientScale(float value) : IGradientScale
{
    /// <inheritdoc />
    public static bool IsWanted => true;

    /// <inheritdoc />
    public float Value => value;
}
