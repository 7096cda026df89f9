using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace DslNet.CompilerServices;

/// <summary>
/// Places in the memory that kernels work on: for generated code only. Without type parameters, which the compiler would have to infer
/// at each of some thousand uses.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Place
{
    /// <summary>The number some places away from another.</summary>
    /// <param name="start">The other.</param>
    /// <param name="offset">How many places away.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref float Add(ref float start, nuint offset) => ref Unsafe.Add(ref start, offset);

    /// <inheritdoc cref="Add(ref float, nuint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref int Add(ref int start, nuint offset) => ref Unsafe.Add(ref start, offset);

    /// <summary>Whether there is no memory.</summary>
    /// <param name="start">Where it would begin.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNullRef(ref float start) => Unsafe.IsNullRef(ref start);

    /// <inheritdoc cref="IsNullRef(ref float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNullRef(ref int start) => Unsafe.IsNullRef(ref start);
}
