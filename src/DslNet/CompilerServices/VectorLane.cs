using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using DslNet.Numerics;

namespace DslNet.CompilerServices;

/// <summary>Arithmetic with single lanes of a vector: for generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class VectorLane
{
    /// <summary>Multiplies a vector by one number of another and adds, rounding once where the processor can: one instruction on Arm64.</summary>
    /// <param name="numbers">Holds the number.</param>
    /// <param name="lane">Which of them it is.</param>
    /// <param name="vector">What it is multiplied by.</param>
    /// <param name="addend">What is added.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MultiplyAdd(
        Vector128<float> numbers, [ConstantExpected(Max = (byte)3)] byte lane, Vector128<float> vector, Vector128<float> addend) =>
        AdvSimd.Arm64.IsSupported
            ? AdvSimd.Arm64.FusedMultiplyAddBySelectedScalar(addend, vector, numbers, lane)
            : VectorMath.MultiplyAdd(Vector128.Create(numbers.GetElement(lane)), vector, addend);

    /// <summary>Loads two neighbouring numbers into the first lanes; the others hold anything.</summary>
    /// <param name="source">Where the array begins.</param>
    /// <param name="offset">The first number's place.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> LoadPair(ref float source, int offset) =>

        Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<double>(ref Unsafe.As<float, byte>(ref Unsafe.Add(ref source, (uint)offset)))).AsSingle();
}
