using System.ComponentModel;

namespace DslNet.CompilerServices;

/// <summary>Whether the kernel of a loss computes the gradient too, and what that is multiplied by: for generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IGradientScale
{
    /// <summary>Whether somebody reads the gradient: a constant to the just-in-time compiler.</summary>
    static abstract bool IsWanted { get; }

    /// <summary>What it is multiplied by.</summary>
    float Value { get; }
}
