using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DslNet.CompilerServices;

/// <summary>
/// What kernels of four lanes do most: for generated code only. One method a name and no type parameters, since the compiler would
/// otherwise take most of its time to choose among the overloads of <see cref="Vector128"/>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Lanes4
{
    /// <summary>Loads four numbers.</summary>
    /// <param name="source">Where the array begins.</param>
    /// <param name="offset">The first number's place.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Load(ref float source, nuint offset) => Vector128.LoadUnsafe(ref source, offset);

    /// <summary>Stores four numbers.</summary>
    /// <param name="value">The numbers.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first number's place.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<float> value, ref float destination, nuint offset) => Vector128.StoreUnsafe(value, ref destination, offset);

    /// <summary>Loads one number into every lane.</summary>
    /// <param name="source">Where the array begins.</param>
    /// <param name="offset">The number's place.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Broadcast(ref float source, nuint offset) => Vector128.Create(Unsafe.Add(ref source, offset));

    /// <summary>Loads one number into the first lane; the others hold anything.</summary>
    /// <param name="source">Where the array begins.</param>
    /// <param name="offset">The number's place.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> First(ref float source, nuint offset) => Vector128.CreateScalarUnsafe(Unsafe.Add(ref source, offset));

    /// <summary>left × right + addend, rounded once where the processor can.</summary>
    /// <param name="left">A factor.</param>
    /// <param name="right">The other.</param>
    /// <param name="addend">What is added.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MultiplyAdd(Vector128<float> left, Vector128<float> right, Vector128<float> addend) =>
        Vector128.MultiplyAddEstimate(left, right, addend);
}
