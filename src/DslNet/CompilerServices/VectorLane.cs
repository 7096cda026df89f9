using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;

namespace DslNet.CompilerServices;

/// <summary>Arithmetic with single lanes of a vector: for generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class VectorLane
{
    /// <summary>Multiplies a vector by one value of another and adds, rounding once where the processor can: one instruction on Arm64.</summary>
    /// <param name="numbers">Holds the value.</param>
    /// <param name="lane">Which of them it is.</param>
    /// <param name="vector">What it is multiplied by.</param>
    /// <param name="addend">What is added.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MultiplyAdd(
        Vector128<float> numbers, [ConstantExpected(Max = (byte)3)] byte lane, Vector128<float> vector, Vector128<float> addend) =>
        AdvSimd.Arm64.IsSupported
            ? AdvSimd.Arm64.FusedMultiplyAddBySelectedScalar(addend, vector, numbers, lane)
            : Vector128.MultiplyAddEstimate(Vector128.Create(numbers.GetElement(lane)), vector, addend);

    /// <summary>Adds one value of memory × a vector to an accumulator.</summary>
    /// <param name="source">Where the array begins.</param>
    /// <param name="offset">The value's offset.</param>
    /// <param name="vector">The vector.</param>
    /// <param name="sum">The accumulator.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProduct(ref float source, int offset, Vector128<float> vector, ref Vector128<float> sum) =>
        sum = MultiplyAdd(Lanes4.First(ref source, offset), 0, vector, sum);

    /// <summary>Adds one value of memory × each of two vectors to as many accumulators.</summary>
    /// <param name="source">Where the array begins.</param>
    /// <param name="offset">The value's offset.</param>
    /// <param name="vector1">The first vector.</param>
    /// <param name="vector2">The second vector.</param>
    /// <param name="sum1">The first accumulator.</param>
    /// <param name="sum2">The second accumulator.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddTwoProducts(
        ref float source, int offset, Vector128<float> vector1, Vector128<float> vector2, ref Vector128<float> sum1, ref Vector128<float> sum2)
    {
        Vector128<float> x = Lanes4.First(ref source, offset);
        sum1 = MultiplyAdd(x, 0, vector1, sum1);
        sum2 = MultiplyAdd(x, 0, vector2, sum2);
    }

    /// <summary>Adds one value of memory × each of three vectors to as many accumulators.</summary>
    /// <param name="source">Where the array begins.</param>
    /// <param name="offset">The value's offset.</param>
    /// <param name="vector1">The first vector.</param>
    /// <param name="vector2">The second vector.</param>
    /// <param name="vector3">The third vector.</param>
    /// <param name="sum1">The first accumulator.</param>
    /// <param name="sum2">The second accumulator.</param>
    /// <param name="sum3">The third accumulator.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddThreeProducts(
        ref float source, int offset, Vector128<float> vector1, Vector128<float> vector2, Vector128<float> vector3, ref Vector128<float> sum1, ref Vector128<float> sum2, ref Vector128<float> sum3)
    {
        Vector128<float> x = Lanes4.First(ref source, offset);
        sum1 = MultiplyAdd(x, 0, vector1, sum1);
        sum2 = MultiplyAdd(x, 0, vector2, sum2);
        sum3 = MultiplyAdd(x, 0, vector3, sum3);
    }

    /// <summary>Adds one value of a register × a vector to an accumulator.</summary>
    /// <param name="values">The register.</param>
    /// <param name="lane">The value's lane.</param>
    /// <param name="vector">The vector.</param>
    /// <param name="sum">The accumulator.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddLaneProduct(
        Vector128<float> values, [ConstantExpected(Max = (byte)3)] byte lane, Vector128<float> vector, ref Vector128<float> sum) =>
        sum = MultiplyAdd(values, lane, vector, sum);

    /// <summary>Adds one value of a register × each of two vectors to as many accumulators.</summary>
    /// <param name="values">The register.</param>
    /// <param name="lane">The value's lane.</param>
    /// <param name="vector1">The first vector.</param>
    /// <param name="vector2">The second vector.</param>
    /// <param name="sum1">The first accumulator.</param>
    /// <param name="sum2">The second accumulator.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddTwoLaneProducts(
        Vector128<float> values, [ConstantExpected(Max = (byte)3)] byte lane, Vector128<float> vector1, Vector128<float> vector2, ref Vector128<float> sum1, ref Vector128<float> sum2)
    {
        sum1 = MultiplyAdd(values, lane, vector1, sum1);
        sum2 = MultiplyAdd(values, lane, vector2, sum2);
    }

    /// <summary>Adds one value of a register × each of three vectors to as many accumulators.</summary>
    /// <param name="values">The register.</param>
    /// <param name="lane">The value's lane.</param>
    /// <param name="vector1">The first vector.</param>
    /// <param name="vector2">The second vector.</param>
    /// <param name="vector3">The third vector.</param>
    /// <param name="sum1">The first accumulator.</param>
    /// <param name="sum2">The second accumulator.</param>
    /// <param name="sum3">The third accumulator.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddThreeLaneProducts(
        Vector128<float> values, [ConstantExpected(Max = (byte)3)] byte lane, Vector128<float> vector1, Vector128<float> vector2, Vector128<float> vector3, ref Vector128<float> sum1, ref Vector128<float> sum2, ref Vector128<float> sum3)
    {
        sum1 = MultiplyAdd(values, lane, vector1, sum1);
        sum2 = MultiplyAdd(values, lane, vector2, sum2);
        sum3 = MultiplyAdd(values, lane, vector3, sum3);
    }

    /// <summary>Adds the first lane of a register × a vector of memory to an accumulator.</summary>
    /// <param name="factor">The register.</param>
    /// <param name="source">Where the array begins.</param>
    /// <param name="offset">The vector's offset.</param>
    /// <param name="sum">The accumulator.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddLoadedProduct(Vector128<float> factor, ref float source, int offset, ref Vector128<float> sum) =>
        sum = MultiplyAdd(factor, 0, Lanes4.Load(ref source, offset), sum);

    /// <summary>Adds the first lane of a register × each of two neighbouring vectors of memory to as many accumulators.</summary>
    /// <param name="factor">The register.</param>
    /// <param name="source">Where the array begins.</param>
    /// <param name="offset">The first vector's offset.</param>
    /// <param name="sum1">The first accumulator.</param>
    /// <param name="sum2">The second accumulator.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddTwoLoadedProducts(
        Vector128<float> factor, ref float source, int offset, ref Vector128<float> sum1, ref Vector128<float> sum2)
    {
        AddLoadedProduct(factor, ref source, offset, ref sum1);
        AddLoadedProduct(factor, ref source, offset + 4, ref sum2);
    }

    /// <summary>Loads two neighbouring values into the first lanes; the others hold anything.</summary>
    /// <param name="source">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> LoadPair(ref float source, int offset) =>
        Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<double>(ref Unsafe.As<float, byte>(ref Unsafe.Add(ref source, (uint)offset)))).AsSingle();
}
