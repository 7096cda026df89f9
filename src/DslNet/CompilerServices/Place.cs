using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace DslNet.CompilerServices;

/// <summary>
/// Offsets in the memory that kernels work on: for generated code only. Without type parameters, which the compiler would have to infer
/// at each of some thousand uses. Offsets are <see cref="int"/>, whose arithmetic the compiler resolves at once; they are never negative.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Place
{
    /// <summary>The element at an offset from another.</summary>
    /// <param name="start">The other.</param>
    /// <param name="offset">The offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref float Add(ref float start, int offset) => ref Unsafe.Add(ref start, (uint)offset);

    /// <summary>The element in front of another.</summary>
    /// <param name="start">The other.</param>
    /// <param name="distance">How far.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref float Before(ref float start, int distance) => ref Unsafe.Subtract(ref start, (uint)distance);

    /// <inheritdoc cref="Add(ref float, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref int Add(ref int start, int offset) => ref Unsafe.Add(ref start, (uint)offset);

    /// <summary>An offset that is stored among floats, bit by bit.</summary>
    /// <param name="offsets">Where the array begins.</param>
    /// <param name="offset">The offset's own offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Read(ref float offsets, int offset) => Unsafe.As<float, int>(ref Unsafe.Add(ref offsets, (uint)offset));
}
