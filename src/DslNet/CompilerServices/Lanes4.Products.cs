using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using DslNet.Numerics;

namespace DslNet.CompilerServices;

/// <summary>Products of values and vectors, added to accumulators. These are passed by reference; inlined, they stay in registers.</summary>
public static partial class Lanes4
{
    /// <summary>Adds one value of memory × a vector to an accumulator.</summary>
    /// <param name="source">Where the array begins.</param>
    /// <param name="offset">The value's offset.</param>
    /// <param name="vector">The vector.</param>
    /// <param name="sum">The accumulator.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add1x1(ref float source, int offset, Vector128<float> vector, ref Vector128<float> sum) =>
        sum = VectorMath.MultiplyAdd(Vector128.Create(Unsafe.Add(ref source, (uint)offset)), vector, sum);

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
        Vector128<float> x = Vector128.Create(Unsafe.Add(ref source, (uint)offset));
        sum1 = VectorMath.MultiplyAdd(x, vector1, sum1);
        sum2 = VectorMath.MultiplyAdd(x, vector2, sum2);
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
        Vector128<float> x = Vector128.Create(Unsafe.Add(ref source, (uint)offset));
        sum1 = VectorMath.MultiplyAdd(x, vector1, sum1);
        sum2 = VectorMath.MultiplyAdd(x, vector2, sum2);
        sum3 = VectorMath.MultiplyAdd(x, vector3, sum3);
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
        sum1 = VectorMath.MultiplyAdd(Vector128.Create(Unsafe.Add(ref source, (uint)offset)), vector, sum1);
        sum2 = VectorMath.MultiplyAdd(Vector128.Create(Unsafe.Add(ref source, (uint)(offset + stride))), vector, sum2);
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
        Vector128<float> value1 = Vector128.Create(Unsafe.Add(ref source, (uint)offset));
        sum11 = VectorMath.MultiplyAdd(value1, vector1, sum11);
        sum12 = VectorMath.MultiplyAdd(value1, vector2, sum12);
        Vector128<float> value2 = Vector128.Create(Unsafe.Add(ref source, (uint)(offset + stride)));
        sum21 = VectorMath.MultiplyAdd(value2, vector1, sum21);
        sum22 = VectorMath.MultiplyAdd(value2, vector2, sum22);
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
        sum1 = VectorMath.MultiplyAdd(Vector128.Create(Unsafe.Add(ref source, (uint)offset)), vector, sum1);
        sum2 = VectorMath.MultiplyAdd(Vector128.Create(Unsafe.Add(ref source, (uint)(offset + stride))), vector, sum2);
        sum3 = VectorMath.MultiplyAdd(Vector128.Create(Unsafe.Add(ref source, (uint)(offset + 2 * stride))), vector, sum3);
        sum4 = VectorMath.MultiplyAdd(Vector128.Create(Unsafe.Add(ref source, (uint)(offset + 3 * stride))), vector, sum4);
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
        Vector128<float> value1 = Vector128.Create(Unsafe.Add(ref source, (uint)offset));
        sum11 = VectorMath.MultiplyAdd(value1, vector1, sum11);
        sum12 = VectorMath.MultiplyAdd(value1, vector2, sum12);
        Vector128<float> value2 = Vector128.Create(Unsafe.Add(ref source, (uint)(offset + stride)));
        sum21 = VectorMath.MultiplyAdd(value2, vector1, sum21);
        sum22 = VectorMath.MultiplyAdd(value2, vector2, sum22);
        Vector128<float> value3 = Vector128.Create(Unsafe.Add(ref source, (uint)(offset + 2 * stride)));
        sum31 = VectorMath.MultiplyAdd(value3, vector1, sum31);
        sum32 = VectorMath.MultiplyAdd(value3, vector2, sum32);
        Vector128<float> value4 = Vector128.Create(Unsafe.Add(ref source, (uint)(offset + 3 * stride)));
        sum41 = VectorMath.MultiplyAdd(value4, vector1, sum41);
        sum42 = VectorMath.MultiplyAdd(value4, vector2, sum42);
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
        ref Vector128<float> sum)
    {
        Vector128<float> vector = Vector128.LoadUnsafe(ref vectors, (uint)first);
        sum = VectorMath.MultiplyAdd(Vector128.Create(Unsafe.Add(ref source, (uint)offset)), vector, sum);
    }

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
        ref Vector128<float> sum1, ref Vector128<float> sum2)
    {
        Vector128<float> vector1 = Vector128.LoadUnsafe(ref vectors, (uint)first);
        Vector128<float> vector2 = Vector128.LoadUnsafe(ref vectors, (uint)(first + 4));
        Vector128<float> value = Vector128.Create(Unsafe.Add(ref source, (uint)offset));
        sum1 = VectorMath.MultiplyAdd(value, vector1, sum1);
        sum2 = VectorMath.MultiplyAdd(value, vector2, sum2);
    }

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
        ref Vector128<float> sum1, ref Vector128<float> sum2)
    {
        Vector128<float> vector = Vector128.LoadUnsafe(ref vectors, (uint)first);
        sum1 = VectorMath.MultiplyAdd(Vector128.Create(Unsafe.Add(ref source, (uint)offset)), vector, sum1);
        sum2 = VectorMath.MultiplyAdd(Vector128.Create(Unsafe.Add(ref source, (uint)(offset + stride))), vector, sum2);
    }

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
        ref Vector128<float> sum11, ref Vector128<float> sum12, ref Vector128<float> sum21, ref Vector128<float> sum22)
    {
        Vector128<float> vector1 = Vector128.LoadUnsafe(ref vectors, (uint)first);
        Vector128<float> vector2 = Vector128.LoadUnsafe(ref vectors, (uint)(first + 4));
        Vector128<float> value1 = Vector128.Create(Unsafe.Add(ref source, (uint)offset));
        sum11 = VectorMath.MultiplyAdd(value1, vector1, sum11);
        sum12 = VectorMath.MultiplyAdd(value1, vector2, sum12);
        Vector128<float> value2 = Vector128.Create(Unsafe.Add(ref source, (uint)(offset + stride)));
        sum21 = VectorMath.MultiplyAdd(value2, vector1, sum21);
        sum22 = VectorMath.MultiplyAdd(value2, vector2, sum22);
    }

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
        ref Vector128<float> sum1, ref Vector128<float> sum2, ref Vector128<float> sum3, ref Vector128<float> sum4)
    {
        Vector128<float> vector = Vector128.LoadUnsafe(ref vectors, (uint)first);
        sum1 = VectorMath.MultiplyAdd(Vector128.Create(Unsafe.Add(ref source, (uint)offset)), vector, sum1);
        sum2 = VectorMath.MultiplyAdd(Vector128.Create(Unsafe.Add(ref source, (uint)(offset + stride))), vector, sum2);
        sum3 = VectorMath.MultiplyAdd(Vector128.Create(Unsafe.Add(ref source, (uint)(offset + 2 * stride))), vector, sum3);
        sum4 = VectorMath.MultiplyAdd(Vector128.Create(Unsafe.Add(ref source, (uint)(offset + 3 * stride))), vector, sum4);
    }

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
        ref Vector128<float> sum31, ref Vector128<float> sum32, ref Vector128<float> sum41, ref Vector128<float> sum42)
    {
        Vector128<float> vector1 = Vector128.LoadUnsafe(ref vectors, (uint)first);
        Vector128<float> vector2 = Vector128.LoadUnsafe(ref vectors, (uint)(first + 4));
        Vector128<float> value1 = Vector128.Create(Unsafe.Add(ref source, (uint)offset));
        sum11 = VectorMath.MultiplyAdd(value1, vector1, sum11);
        sum12 = VectorMath.MultiplyAdd(value1, vector2, sum12);
        Vector128<float> value2 = Vector128.Create(Unsafe.Add(ref source, (uint)(offset + stride)));
        sum21 = VectorMath.MultiplyAdd(value2, vector1, sum21);
        sum22 = VectorMath.MultiplyAdd(value2, vector2, sum22);
        Vector128<float> value3 = Vector128.Create(Unsafe.Add(ref source, (uint)(offset + 2 * stride)));
        sum31 = VectorMath.MultiplyAdd(value3, vector1, sum31);
        sum32 = VectorMath.MultiplyAdd(value3, vector2, sum32);
        Vector128<float> value4 = Vector128.Create(Unsafe.Add(ref source, (uint)(offset + 3 * stride)));
        sum41 = VectorMath.MultiplyAdd(value4, vector1, sum41);
        sum42 = VectorMath.MultiplyAdd(value4, vector2, sum42);
    }

    /// <summary>Adds a register × a vector of memory to an accumulator.</summary>
    /// <param name="factor">The register.</param>
    /// <param name="source">Where the array begins.</param>
    /// <param name="offset">The vector's offset.</param>
    /// <param name="sum">The accumulator.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddLoadedProduct(Vector128<float> factor, ref float source, int offset, ref Vector128<float> sum) =>
        sum = VectorMath.MultiplyAdd(factor, Vector128.LoadUnsafe(ref source, (uint)offset), sum);

    /// <summary>Adds a register × each of two neighbouring vectors of memory to as many accumulators.</summary>
    /// <param name="factor">The register.</param>
    /// <param name="source">Where the array begins.</param>
    /// <param name="offset">The first vector's offset.</param>
    /// <param name="sum1">The first accumulator.</param>
    /// <param name="sum2">The second accumulator.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddTwoLoadedProducts(Vector128<float> factor, ref float source, int offset, ref Vector128<float> sum1, ref Vector128<float> sum2)
    {
        sum1 = VectorMath.MultiplyAdd(factor, Vector128.LoadUnsafe(ref source, (uint)offset), sum1);
        sum2 = VectorMath.MultiplyAdd(factor, Vector128.LoadUnsafe(ref source, (uint)(offset + 4)), sum2);
    }
}
