using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DslNet.CompilerServices;

/// <summary>Products of values and vectors, added to accumulators. These are passed by reference; inlined, they stay in registers.</summary>
public static partial class VectorLane
{
    /// <summary>Adds one value of memory × a vector to an accumulator.</summary>
    /// <param name="source">Where the array begins.</param>
    /// <param name="offset">The value's offset.</param>
    /// <param name="vector">The vector.</param>
    /// <param name="sum">The accumulator.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add1x1(ref float source, int offset, Vector128<float> vector, ref Vector128<float> sum) =>
        sum = MultiplyAdd(Vector128.CreateScalarUnsafe(Unsafe.Add(ref source, (uint)offset)), 0, vector, sum);

    /// <summary>Adds one value of memory × each of two vectors to as many accumulators.</summary>
    /// <param name="source">Where the array begins.</param>
    /// <param name="offset">The value's offset.</param>
    /// <param name="vector1">The first vector.</param>
    /// <param name="vector2">The second vector.</param>
    /// <param name="sum1">The first accumulator.</param>
    /// <param name="sum2">The second accumulator.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add1x2(
        ref float source, int offset, Vector128<float> vector1, Vector128<float> vector2,
        ref Vector128<float> sum1, ref Vector128<float> sum2)
    {
        Vector128<float> x = Vector128.CreateScalarUnsafe(Unsafe.Add(ref source, (uint)offset));
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
    public static void Add1x3(
        ref float source, int offset, Vector128<float> vector1, Vector128<float> vector2, Vector128<float> vector3,
        ref Vector128<float> sum1, ref Vector128<float> sum2, ref Vector128<float> sum3)
    {
        Vector128<float> x = Vector128.CreateScalarUnsafe(Unsafe.Add(ref source, (uint)offset));
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
    public static void AddLane1x1(
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
    public static void AddLane1x2(
        Vector128<float> values, [ConstantExpected(Max = (byte)3)] byte lane, Vector128<float> vector1, Vector128<float> vector2,
        ref Vector128<float> sum1, ref Vector128<float> sum2)
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
    public static void AddLane1x3(
        Vector128<float> values, [ConstantExpected(Max = (byte)3)] byte lane, Vector128<float> vector1, Vector128<float> vector2,
        Vector128<float> vector3, ref Vector128<float> sum1, ref Vector128<float> sum2, ref Vector128<float> sum3)
    {
        sum1 = MultiplyAdd(values, lane, vector1, sum1);
        sum2 = MultiplyAdd(values, lane, vector2, sum2);
        sum3 = MultiplyAdd(values, lane, vector3, sum3);
    }

    /// <summary>Adds two values of memory × a vector to as many accumulators.</summary>
    /// <param name="source">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    /// <param name="stride">From one value to the next.</param>
    /// <param name="vector">The vector.</param>
    /// <param name="sum1">The accumulator of value 1.</param>
    /// <param name="sum2">The accumulator of value 2.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add2x1(
        ref float source, int offset, int stride, Vector128<float> vector,
        ref Vector128<float> sum1, ref Vector128<float> sum2)
    {
        sum1 = MultiplyAdd(Vector128.CreateScalarUnsafe(Unsafe.Add(ref source, (uint)offset)), 0, vector, sum1);
        sum2 = MultiplyAdd(Vector128.CreateScalarUnsafe(Unsafe.Add(ref source, (uint)(offset + stride))), 0, vector, sum2);
    }

    /// <summary>Adds two values of memory × each of two vectors to as many accumulators.</summary>
    /// <param name="source">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    /// <param name="stride">From one value to the next.</param>
    /// <param name="vector1">Vector 1.</param>
    /// <param name="vector2">Vector 2.</param>
    /// <param name="sum11">The accumulator of value 1 and vector 1.</param>
    /// <param name="sum12">The accumulator of value 1 and vector 2.</param>
    /// <param name="sum21">The accumulator of value 2 and vector 1.</param>
    /// <param name="sum22">The accumulator of value 2 and vector 2.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add2x2(
        ref float source, int offset, int stride, Vector128<float> vector1, Vector128<float> vector2,
        ref Vector128<float> sum11, ref Vector128<float> sum12, ref Vector128<float> sum21, ref Vector128<float> sum22)
    {
        Vector128<float> value1 = Vector128.CreateScalarUnsafe(Unsafe.Add(ref source, (uint)offset));
        sum11 = MultiplyAdd(value1, 0, vector1, sum11);
        sum12 = MultiplyAdd(value1, 0, vector2, sum12);
        Vector128<float> value2 = Vector128.CreateScalarUnsafe(Unsafe.Add(ref source, (uint)(offset + stride)));
        sum21 = MultiplyAdd(value2, 0, vector1, sum21);
        sum22 = MultiplyAdd(value2, 0, vector2, sum22);
    }

    /// <summary>Adds four values of memory × a vector to as many accumulators.</summary>
    /// <param name="source">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    /// <param name="stride">From one value to the next.</param>
    /// <param name="vector">The vector.</param>
    /// <param name="sum1">The accumulator of value 1.</param>
    /// <param name="sum2">The accumulator of value 2.</param>
    /// <param name="sum3">The accumulator of value 3.</param>
    /// <param name="sum4">The accumulator of value 4.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add4x1(
        ref float source, int offset, int stride, Vector128<float> vector,
        ref Vector128<float> sum1, ref Vector128<float> sum2, ref Vector128<float> sum3, ref Vector128<float> sum4)
    {
        sum1 = MultiplyAdd(Vector128.CreateScalarUnsafe(Unsafe.Add(ref source, (uint)offset)), 0, vector, sum1);
        sum2 = MultiplyAdd(Vector128.CreateScalarUnsafe(Unsafe.Add(ref source, (uint)(offset + stride))), 0, vector, sum2);
        sum3 = MultiplyAdd(Vector128.CreateScalarUnsafe(Unsafe.Add(ref source, (uint)(offset + 2 * stride))), 0, vector, sum3);
        sum4 = MultiplyAdd(Vector128.CreateScalarUnsafe(Unsafe.Add(ref source, (uint)(offset + 3 * stride))), 0, vector, sum4);
    }

    /// <summary>Adds four values of memory × each of two vectors to as many accumulators.</summary>
    /// <param name="source">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    /// <param name="stride">From one value to the next.</param>
    /// <param name="vector1">Vector 1.</param>
    /// <param name="vector2">Vector 2.</param>
    /// <param name="sum11">The accumulator of value 1 and vector 1.</param>
    /// <param name="sum12">The accumulator of value 1 and vector 2.</param>
    /// <param name="sum21">The accumulator of value 2 and vector 1.</param>
    /// <param name="sum22">The accumulator of value 2 and vector 2.</param>
    /// <param name="sum31">The accumulator of value 3 and vector 1.</param>
    /// <param name="sum32">The accumulator of value 3 and vector 2.</param>
    /// <param name="sum41">The accumulator of value 4 and vector 1.</param>
    /// <param name="sum42">The accumulator of value 4 and vector 2.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add4x2(
        ref float source, int offset, int stride, Vector128<float> vector1, Vector128<float> vector2,
        ref Vector128<float> sum11, ref Vector128<float> sum12, ref Vector128<float> sum21, ref Vector128<float> sum22,
        ref Vector128<float> sum31, ref Vector128<float> sum32, ref Vector128<float> sum41, ref Vector128<float> sum42)
    {
        Vector128<float> value1 = Vector128.CreateScalarUnsafe(Unsafe.Add(ref source, (uint)offset));
        sum11 = MultiplyAdd(value1, 0, vector1, sum11);
        sum12 = MultiplyAdd(value1, 0, vector2, sum12);
        Vector128<float> value2 = Vector128.CreateScalarUnsafe(Unsafe.Add(ref source, (uint)(offset + stride)));
        sum21 = MultiplyAdd(value2, 0, vector1, sum21);
        sum22 = MultiplyAdd(value2, 0, vector2, sum22);
        Vector128<float> value3 = Vector128.CreateScalarUnsafe(Unsafe.Add(ref source, (uint)(offset + 2 * stride)));
        sum31 = MultiplyAdd(value3, 0, vector1, sum31);
        sum32 = MultiplyAdd(value3, 0, vector2, sum32);
        Vector128<float> value4 = Vector128.CreateScalarUnsafe(Unsafe.Add(ref source, (uint)(offset + 3 * stride)));
        sum41 = MultiplyAdd(value4, 0, vector1, sum41);
        sum42 = MultiplyAdd(value4, 0, vector2, sum42);
    }

    /// <summary>Adds the same lane of two registers × a vector to as many accumulators.</summary>
    /// <param name="values1">Register 1.</param>
    /// <param name="values2">Register 2.</param>
    /// <param name="lane">The lane.</param>
    /// <param name="vector">The vector.</param>
    /// <param name="sum1">The accumulator of value 1.</param>
    /// <param name="sum2">The accumulator of value 2.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddLane2x1(
        Vector128<float> values1, Vector128<float> values2, [ConstantExpected(Max = (byte)3)] byte lane, Vector128<float> vector,
        ref Vector128<float> sum1, ref Vector128<float> sum2)
    {
        sum1 = MultiplyAdd(values1, lane, vector, sum1);
        sum2 = MultiplyAdd(values2, lane, vector, sum2);
    }

    /// <summary>Adds the same lane of two registers × each of two vectors to as many accumulators.</summary>
    /// <param name="values1">Register 1.</param>
    /// <param name="values2">Register 2.</param>
    /// <param name="lane">The lane.</param>
    /// <param name="vector1">Vector 1.</param>
    /// <param name="vector2">Vector 2.</param>
    /// <param name="sum11">The accumulator of value 1 and vector 1.</param>
    /// <param name="sum12">The accumulator of value 1 and vector 2.</param>
    /// <param name="sum21">The accumulator of value 2 and vector 1.</param>
    /// <param name="sum22">The accumulator of value 2 and vector 2.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddLane2x2(
        Vector128<float> values1, Vector128<float> values2, [ConstantExpected(Max = (byte)3)] byte lane, Vector128<float> vector1,
        Vector128<float> vector2,
        ref Vector128<float> sum11, ref Vector128<float> sum12, ref Vector128<float> sum21, ref Vector128<float> sum22)
    {
        sum11 = MultiplyAdd(values1, lane, vector1, sum11);
        sum12 = MultiplyAdd(values1, lane, vector2, sum12);
        sum21 = MultiplyAdd(values2, lane, vector1, sum21);
        sum22 = MultiplyAdd(values2, lane, vector2, sum22);
    }

    /// <summary>Adds the same lane of four registers × a vector to as many accumulators.</summary>
    /// <param name="values1">Register 1.</param>
    /// <param name="values2">Register 2.</param>
    /// <param name="values3">Register 3.</param>
    /// <param name="values4">Register 4.</param>
    /// <param name="lane">The lane.</param>
    /// <param name="vector">The vector.</param>
    /// <param name="sum1">The accumulator of value 1.</param>
    /// <param name="sum2">The accumulator of value 2.</param>
    /// <param name="sum3">The accumulator of value 3.</param>
    /// <param name="sum4">The accumulator of value 4.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddLane4x1(
        Vector128<float> values1, Vector128<float> values2, Vector128<float> values3,
        Vector128<float> values4, [ConstantExpected(Max = (byte)3)] byte lane, Vector128<float> vector,
        ref Vector128<float> sum1, ref Vector128<float> sum2, ref Vector128<float> sum3, ref Vector128<float> sum4)
    {
        sum1 = MultiplyAdd(values1, lane, vector, sum1);
        sum2 = MultiplyAdd(values2, lane, vector, sum2);
        sum3 = MultiplyAdd(values3, lane, vector, sum3);
        sum4 = MultiplyAdd(values4, lane, vector, sum4);
    }

    /// <summary>Adds the same lane of four registers × each of two vectors to as many accumulators.</summary>
    /// <param name="values1">Register 1.</param>
    /// <param name="values2">Register 2.</param>
    /// <param name="values3">Register 3.</param>
    /// <param name="values4">Register 4.</param>
    /// <param name="lane">The lane.</param>
    /// <param name="vector1">Vector 1.</param>
    /// <param name="vector2">Vector 2.</param>
    /// <param name="sum11">The accumulator of value 1 and vector 1.</param>
    /// <param name="sum12">The accumulator of value 1 and vector 2.</param>
    /// <param name="sum21">The accumulator of value 2 and vector 1.</param>
    /// <param name="sum22">The accumulator of value 2 and vector 2.</param>
    /// <param name="sum31">The accumulator of value 3 and vector 1.</param>
    /// <param name="sum32">The accumulator of value 3 and vector 2.</param>
    /// <param name="sum41">The accumulator of value 4 and vector 1.</param>
    /// <param name="sum42">The accumulator of value 4 and vector 2.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddLane4x2(
        Vector128<float> values1, Vector128<float> values2, Vector128<float> values3,
        Vector128<float> values4, [ConstantExpected(Max = (byte)3)] byte lane, Vector128<float> vector1, Vector128<float> vector2,
        ref Vector128<float> sum11, ref Vector128<float> sum12, ref Vector128<float> sum21, ref Vector128<float> sum22,
        ref Vector128<float> sum31, ref Vector128<float> sum32, ref Vector128<float> sum41, ref Vector128<float> sum42)
    {
        sum11 = MultiplyAdd(values1, lane, vector1, sum11);
        sum12 = MultiplyAdd(values1, lane, vector2, sum12);
        sum21 = MultiplyAdd(values2, lane, vector1, sum21);
        sum22 = MultiplyAdd(values2, lane, vector2, sum22);
        sum31 = MultiplyAdd(values3, lane, vector1, sum31);
        sum32 = MultiplyAdd(values3, lane, vector2, sum32);
        sum41 = MultiplyAdd(values4, lane, vector1, sum41);
        sum42 = MultiplyAdd(values4, lane, vector2, sum42);
    }

    /// <summary>Adds the four lanes of a register × a vector to as many accumulators.</summary>
    /// <param name="values">The register.</param>
    /// <param name="vector">The vector.</param>
    /// <param name="sum1">The accumulator of value 1.</param>
    /// <param name="sum2">The accumulator of value 2.</param>
    /// <param name="sum3">The accumulator of value 3.</param>
    /// <param name="sum4">The accumulator of value 4.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddLanes4x1(
        Vector128<float> values, Vector128<float> vector,
        ref Vector128<float> sum1, ref Vector128<float> sum2, ref Vector128<float> sum3, ref Vector128<float> sum4)
    {
        sum1 = MultiplyAdd(values, 0, vector, sum1);
        sum2 = MultiplyAdd(values, 1, vector, sum2);
        sum3 = MultiplyAdd(values, 2, vector, sum3);
        sum4 = MultiplyAdd(values, 3, vector, sum4);
    }

    /// <summary>Adds the four lanes of a register × each of two vectors to as many accumulators.</summary>
    /// <param name="values">The register.</param>
    /// <param name="vector1">Vector 1.</param>
    /// <param name="vector2">Vector 2.</param>
    /// <param name="sum11">The accumulator of value 1 and vector 1.</param>
    /// <param name="sum12">The accumulator of value 1 and vector 2.</param>
    /// <param name="sum21">The accumulator of value 2 and vector 1.</param>
    /// <param name="sum22">The accumulator of value 2 and vector 2.</param>
    /// <param name="sum31">The accumulator of value 3 and vector 1.</param>
    /// <param name="sum32">The accumulator of value 3 and vector 2.</param>
    /// <param name="sum41">The accumulator of value 4 and vector 1.</param>
    /// <param name="sum42">The accumulator of value 4 and vector 2.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddLanes4x2(
        Vector128<float> values, Vector128<float> vector1, Vector128<float> vector2,
        ref Vector128<float> sum11, ref Vector128<float> sum12, ref Vector128<float> sum21, ref Vector128<float> sum22,
        ref Vector128<float> sum31, ref Vector128<float> sum32, ref Vector128<float> sum41, ref Vector128<float> sum42)
    {
        sum11 = MultiplyAdd(values, 0, vector1, sum11);
        sum12 = MultiplyAdd(values, 0, vector2, sum12);
        sum21 = MultiplyAdd(values, 1, vector1, sum21);
        sum22 = MultiplyAdd(values, 1, vector2, sum22);
        sum31 = MultiplyAdd(values, 2, vector1, sum31);
        sum32 = MultiplyAdd(values, 2, vector2, sum32);
        sum41 = MultiplyAdd(values, 3, vector1, sum41);
        sum42 = MultiplyAdd(values, 3, vector2, sum42);
    }

    /// <summary>Adds one value of memory × a vector of memory to as many accumulators.</summary>
    /// <param name="source">Where the values' array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    /// <param name="vectors">Where the vectors' array begins.</param>
    /// <param name="first">The vector's offset.</param>
    /// <param name="sum">The accumulator of value 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddLoaded1x1(
        ref float source, int offset, ref float vectors, int first,
        ref Vector128<float> sum) =>
        Add1x1(ref source, offset, Vector128.LoadUnsafe(ref vectors, (uint)first), ref sum);

    /// <summary>Adds one value of memory × each of two neighbouring vectors of memory to as many accumulators.</summary>
    /// <param name="source">Where the values' array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    /// <param name="vectors">Where the vectors' array begins.</param>
    /// <param name="first">The first vector's offset.</param>
    /// <param name="sum1">The accumulator of value 1 and vector 1.</param>
    /// <param name="sum2">The accumulator of value 1 and vector 2.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddLoaded1x2(
        ref float source, int offset, ref float vectors, int first,
        ref Vector128<float> sum1, ref Vector128<float> sum2) =>
        Add1x2(ref source, offset, Vector128.LoadUnsafe(ref vectors, (uint)first), Vector128.LoadUnsafe(ref vectors, (uint)(first + 4)), ref sum1, ref sum2);

    /// <summary>Adds two values of memory × a vector of memory to as many accumulators.</summary>
    /// <param name="source">Where the values' array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    /// <param name="stride">From one value to the next.</param>
    /// <param name="vectors">Where the vectors' array begins.</param>
    /// <param name="first">The vector's offset.</param>
    /// <param name="sum1">The accumulator of value 1.</param>
    /// <param name="sum2">The accumulator of value 2.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddLoaded2x1(
        ref float source, int offset, int stride, ref float vectors, int first,
        ref Vector128<float> sum1, ref Vector128<float> sum2) =>
        Add2x1(ref source, offset, stride, Vector128.LoadUnsafe(ref vectors, (uint)first), ref sum1, ref sum2);

    /// <summary>Adds two values of memory × each of two neighbouring vectors of memory to as many accumulators.</summary>
    /// <param name="source">Where the values' array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    /// <param name="stride">From one value to the next.</param>
    /// <param name="vectors">Where the vectors' array begins.</param>
    /// <param name="first">The first vector's offset.</param>
    /// <param name="sum11">The accumulator of value 1 and vector 1.</param>
    /// <param name="sum12">The accumulator of value 1 and vector 2.</param>
    /// <param name="sum21">The accumulator of value 2 and vector 1.</param>
    /// <param name="sum22">The accumulator of value 2 and vector 2.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddLoaded2x2(
        ref float source, int offset, int stride, ref float vectors, int first,
        ref Vector128<float> sum11, ref Vector128<float> sum12, ref Vector128<float> sum21, ref Vector128<float> sum22) =>
        Add2x2(ref source, offset, stride, Vector128.LoadUnsafe(ref vectors, (uint)first), Vector128.LoadUnsafe(ref vectors, (uint)(first + 4)), ref sum11, ref sum12, ref sum21, ref sum22);

    /// <summary>Adds four values of memory × a vector of memory to as many accumulators.</summary>
    /// <param name="source">Where the values' array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    /// <param name="stride">From one value to the next.</param>
    /// <param name="vectors">Where the vectors' array begins.</param>
    /// <param name="first">The vector's offset.</param>
    /// <param name="sum1">The accumulator of value 1.</param>
    /// <param name="sum2">The accumulator of value 2.</param>
    /// <param name="sum3">The accumulator of value 3.</param>
    /// <param name="sum4">The accumulator of value 4.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddLoaded4x1(
        ref float source, int offset, int stride, ref float vectors, int first,
        ref Vector128<float> sum1, ref Vector128<float> sum2, ref Vector128<float> sum3, ref Vector128<float> sum4) =>
        Add4x1(ref source, offset, stride, Vector128.LoadUnsafe(ref vectors, (uint)first), ref sum1, ref sum2, ref sum3, ref sum4);

    /// <summary>Adds four values of memory × each of two neighbouring vectors of memory to as many accumulators.</summary>
    /// <param name="source">Where the values' array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    /// <param name="stride">From one value to the next.</param>
    /// <param name="vectors">Where the vectors' array begins.</param>
    /// <param name="first">The first vector's offset.</param>
    /// <param name="sum11">The accumulator of value 1 and vector 1.</param>
    /// <param name="sum12">The accumulator of value 1 and vector 2.</param>
    /// <param name="sum21">The accumulator of value 2 and vector 1.</param>
    /// <param name="sum22">The accumulator of value 2 and vector 2.</param>
    /// <param name="sum31">The accumulator of value 3 and vector 1.</param>
    /// <param name="sum32">The accumulator of value 3 and vector 2.</param>
    /// <param name="sum41">The accumulator of value 4 and vector 1.</param>
    /// <param name="sum42">The accumulator of value 4 and vector 2.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddLoaded4x2(
        ref float source, int offset, int stride, ref float vectors, int first,
        ref Vector128<float> sum11, ref Vector128<float> sum12, ref Vector128<float> sum21, ref Vector128<float> sum22,
        ref Vector128<float> sum31, ref Vector128<float> sum32, ref Vector128<float> sum41, ref Vector128<float> sum42) =>
        Add4x2(ref source, offset, stride, Vector128.LoadUnsafe(ref vectors, (uint)first), Vector128.LoadUnsafe(ref vectors, (uint)(first + 4)), ref sum11, ref sum12, ref sum21, ref sum22, ref sum31, ref sum32, ref sum41, ref sum42);

    /// <summary>Adds the first lane of a register × a vector of memory to an accumulator.</summary>
    /// <param name="factor">The register.</param>
    /// <param name="source">Where the array begins.</param>
    /// <param name="offset">The vector's offset.</param>
    /// <param name="sum">The accumulator.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddLoadedProduct(Vector128<float> factor, ref float source, int offset, ref Vector128<float> sum) =>
        sum = MultiplyAdd(factor, 0, Vector128.LoadUnsafe(ref source, (uint)offset), sum);

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
}
