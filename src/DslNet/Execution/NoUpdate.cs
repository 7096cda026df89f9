using System.ComponentModel;

namespace DslNet.CompilerServices;

/// <summary>The gradients alone are wanted: for generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct NoUpdate : IParameterUpdate
{
    /// <inheritdoc />
    public static bool IsNone => true;

    /// <inheritdoc />
    public void UseGroupSums(Span<float> gradients, ReadOnlySpan<float> others)
    {
    }

    /// <inheritdoc />
    public void UpdateSixteen(int index, int next)
    {
    }

    /// <inheritdoc />
    public void UpdateRange(int start, int length)
    {
    }

    /// <inheritdoc />
    public void UpdateAll()
    {
    }
}
