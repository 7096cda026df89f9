using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DslNet.CompilerServices;

/// <summary>What kernels of sixteen lanes do most: for generated code only, as <see cref="Lanes4"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Lanes16
{
    /// <summary>Loads sixteen numbers.</summary>
    /// <param name="source">Where the array begins.</param>
    /// <param name="offset">The first number's place.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Load(ref float source, nuint offset) => Vector512.LoadUnsafe(ref source, offset);

    /// <summary>Stores sixteen numbers.</summary>
    /// <param name="value">The numbers.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first number's place.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<float> value, ref float destination, nuint offset) => Vector512.StoreUnsafe(value, ref destination, offset);

    /// <summary>Loads one number into every lane.</summary>
    /// <param name="source">Where the array begins.</param>
    /// <param name="offset">The number's place.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Broadcast(ref float source, nuint offset) => Vector512.Create(Unsafe.Add(ref source, offset));

    /// <summary>left × right + addend, rounded once.</summary>
    /// <param name="left">A factor.</param>
    /// <param name="right">The other.</param>
    /// <param name="addend">What is added.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MultiplyAdd(Vector512<float> left, Vector512<float> right, Vector512<float> addend) =>
        Vector512.FusedMultiplyAdd(left, right, addend);
}
