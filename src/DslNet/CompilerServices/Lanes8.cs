using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DslNet.CompilerServices;

/// <summary>What kernels of eight lanes do most: for generated code only, as <see cref="Lanes4"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Lanes8
{
    /// <summary>Loads eight numbers.</summary>
    /// <param name="source">Where the array begins.</param>
    /// <param name="offset">The first number's place.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Load(ref float source, nuint offset) => Vector256.LoadUnsafe(ref source, offset);

    /// <summary>Stores eight numbers.</summary>
    /// <param name="value">The numbers.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first number's place.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<float> value, ref float destination, nuint offset) => Vector256.StoreUnsafe(value, ref destination, offset);

    /// <summary>Loads one number into every lane.</summary>
    /// <param name="source">Where the array begins.</param>
    /// <param name="offset">The number's place.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Broadcast(ref float source, nuint offset) => Vector256.Create(Unsafe.Add(ref source, offset));

    /// <summary>left × right + addend, rounded once. Only processors with FMA have it.</summary>
    /// <param name="left">A factor.</param>
    /// <param name="right">The other.</param>
    /// <param name="addend">What is added.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> MultiplyAdd(Vector256<float> left, Vector256<float> right, Vector256<float> addend) =>
        Fma.MultiplyAdd(left, right, addend);
}
