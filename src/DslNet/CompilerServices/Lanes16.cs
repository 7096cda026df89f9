using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using DslNet.Numerics;

namespace DslNet.CompilerServices;

/// <summary>What kernels of sixteen lanes do most: for generated code only, as <see cref="Lanes4"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Lanes16
{
    /// <summary>Loads sixteen values.</summary>
    /// <param name="source">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Load(ref float source, int offset) => Vector512.LoadUnsafe(ref source, (uint)offset);

    /// <summary>Stores sixteen values.</summary>
    /// <param name="value">The values.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<float> value, ref float destination, int offset) => Vector512.StoreUnsafe(value, ref destination, (uint)offset);

    /// <summary>Stores twice as many.</summary>
    /// <param name="value1">The first of them.</param>
    /// <param name="value2">Those that follow.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTwo(Vector512<float> value1, Vector512<float> value2, ref float destination, int offset)
    {
        Vector512.StoreUnsafe(value1, ref destination, (uint)offset);
        Vector512.StoreUnsafe(value2, ref destination, (uint)(offset + 16));
    }

    /// <summary>Adds to sixteen values in memory.</summary>
    /// <param name="value">What is added.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(Vector512<float> value, ref float destination, int offset) =>
        Vector512.StoreUnsafe(Vector512.LoadUnsafe(ref destination, (uint)offset) + value, ref destination, (uint)offset);

    /// <summary>Adds to twice as many in memory.</summary>
    /// <param name="value1">The first of them.</param>
    /// <param name="value2">Those that follow.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddTwo(Vector512<float> value1, Vector512<float> value2, ref float destination, int offset)
    {
        Vector512.StoreUnsafe(Vector512.LoadUnsafe(ref destination, (uint)offset) + value1, ref destination, (uint)offset);
        Vector512.StoreUnsafe(Vector512.LoadUnsafe(ref destination, (uint)(offset + 16)) + value2, ref destination, (uint)(offset + 16));
    }

    /// <summary>Adds to sixteen values in memory, or overwrites them.</summary>
    /// <param name="value">What is added.</param>
    /// <param name="kept">All bits set to add to what is in memory, none to overwrite it.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(Vector512<float> value, Vector512<float> kept, ref float destination, int offset) =>
        Vector512.StoreUnsafe((Vector512.LoadUnsafe(ref destination, (uint)offset) & kept) + value, ref destination, (uint)offset);

    /// <summary>Adds to twice as many in memory, or overwrites them.</summary>
    /// <param name="value1">The first of them.</param>
    /// <param name="value2">Those that follow.</param>
    /// <param name="kept">All bits set to add to what is in memory, none to overwrite it.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AccumulateTwo(Vector512<float> value1, Vector512<float> value2, Vector512<float> kept, ref float destination, int offset)
    {
        Vector512.StoreUnsafe((Vector512.LoadUnsafe(ref destination, (uint)offset) & kept) + value1, ref destination, (uint)offset);

        Vector512.StoreUnsafe((Vector512.LoadUnsafe(ref destination, (uint)(offset + 16)) & kept) + value2, ref destination, (uint)(offset + 16));
    }

    /// <summary>Stores max(0, value) of sixteen values.</summary>
    /// <param name="value">The values.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreReLU(Vector512<float> value, ref float destination, int offset) =>
        Vector512.StoreUnsafe(VectorMath.Max(Vector512<float>.Zero, value), ref destination, (uint)offset);

    /// <summary>Stores max(0, value) of twice as many.</summary>
    /// <param name="value1">The first of them.</param>
    /// <param name="value2">Those that follow.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTwoReLU(Vector512<float> value1, Vector512<float> value2, ref float destination, int offset)
    {
        Vector512.StoreUnsafe(VectorMath.Max(Vector512<float>.Zero, value1), ref destination, (uint)offset);
        Vector512.StoreUnsafe(VectorMath.Max(Vector512<float>.Zero, value2), ref destination, (uint)(offset + 16));
    }

    /// <summary>Stores the gradient before a ReLU of sixteen values.</summary>
    /// <param name="value">The gradient of the output.</param>
    /// <param name="output">Where the outputs begin.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreReLUGradient(Vector512<float> value, ref float output, ref float destination, int offset) =>
        Vector512.StoreUnsafe(Vector512.AndNot(value, Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref output, (uint)offset),
        Vector512<float>.Zero)), ref destination, (uint)offset);

    /// <summary>Stores the gradient before a ReLU of twice as many.</summary>
    /// <param name="value1">The first of them.</param>
    /// <param name="value2">Those that follow.</param>
    /// <param name="output">Where the outputs begin.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTwoReLUGradient(Vector512<float> value1, Vector512<float> value2, ref float output, ref float destination, int offset)
    {
        Vector512.StoreUnsafe(Vector512.AndNot(value1, Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref output, (uint)offset),
        Vector512<float>.Zero)), ref destination, (uint)offset);
        Vector512.StoreUnsafe(Vector512.AndNot(value2,
        Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref output, (uint)(offset + 16)),
        Vector512<float>.Zero)), ref destination, (uint)(offset + 16));
    }

    /// <summary>Stores the gradient before a tanh of sixteen values.</summary>
    /// <param name="value">The gradient of the output.</param>
    /// <param name="output">Where the outputs begin.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTanhGradient(Vector512<float> value, ref float output, ref float destination, int offset) =>

        Vector512.StoreUnsafe(value * VectorMath.TanhDerivativeFromOutput(Vector512.LoadUnsafe(ref output, (uint)offset)), ref destination, (uint)offset);

    /// <summary>Stores the gradient before a tanh of twice as many.</summary>
    /// <param name="value1">The first of them.</param>
    /// <param name="value2">Those that follow.</param>
    /// <param name="output">Where the outputs begin.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTwoTanhGradient(Vector512<float> value1, Vector512<float> value2, ref float output, ref float destination, int offset)
    {

        Vector512.StoreUnsafe(value1 * VectorMath.TanhDerivativeFromOutput(Vector512.LoadUnsafe(ref output, (uint)offset)), ref destination, (uint)offset);

        Vector512.StoreUnsafe(value2 * VectorMath.TanhDerivativeFromOutput(Vector512.LoadUnsafe(ref output, (uint)(offset + 16))), ref destination, (uint)(offset + 16));
    }

    /// <summary>Stores the gradient before a sigmoid of sixteen values.</summary>
    /// <param name="value">The gradient of the output.</param>
    /// <param name="output">Where the outputs begin.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSigmoidGradient(Vector512<float> value, ref float output, ref float destination, int offset) =>

        Vector512.StoreUnsafe(value * VectorMath.SigmoidDerivativeFromOutput(Vector512.LoadUnsafe(ref output, (uint)offset)), ref destination, (uint)offset);

    /// <summary>Stores the gradient before a sigmoid of twice as many.</summary>
    /// <param name="value1">The first of them.</param>
    /// <param name="value2">Those that follow.</param>
    /// <param name="output">Where the outputs begin.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTwoSigmoidGradient(Vector512<float> value1, Vector512<float> value2, ref float output, ref float destination, int offset)
    {

        Vector512.StoreUnsafe(value1 * VectorMath.SigmoidDerivativeFromOutput(Vector512.LoadUnsafe(ref output, (uint)offset)), ref destination, (uint)offset);

        Vector512.StoreUnsafe(value2 * VectorMath.SigmoidDerivativeFromOutput(Vector512.LoadUnsafe(ref output, (uint)(offset + 16))), ref destination, (uint)(offset + 16));
    }

    /// <summary>Loads one value into every lane.</summary>
    /// <param name="source">Where the array begins.</param>
    /// <param name="offset">The value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Broadcast(ref float source, int offset) => Vector512.Create(Unsafe.Add(ref source, (uint)offset));

    /// <summary>One value in every lane.</summary>
    /// <param name="value">The value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Fill(float value) => Vector512.Create(value);

    /// <summary>left × right + addend, rounded once.</summary>
    /// <param name="left">A factor.</param>
    /// <param name="right">The other.</param>
    /// <param name="addend">What is added.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MultiplyAdd(Vector512<float> left, Vector512<float> right, Vector512<float> addend) =>
        Vector512.FusedMultiplyAdd(left, right, addend);

    /// <summary>Adds one value of memory × a vector to an accumulator.</summary>
    /// <param name="source">Where the array begins.</param>
    /// <param name="offset">The value's offset.</param>
    /// <param name="vector">The vector.</param>
    /// <param name="sum">The accumulator.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add1x1(ref float source, int offset, Vector512<float> vector, ref Vector512<float> sum) =>
        sum = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref source, (uint)offset)), vector, sum);

    /// <summary>Adds one value of memory × each of two vectors to as many accumulators.</summary>
    /// <param name="source">Where the array begins.</param>
    /// <param name="offset">The value's offset.</param>
    /// <param name="vector1">The first vector.</param>
    /// <param name="vector2">The second vector.</param>
    /// <param name="sum1">The first accumulator.</param>
    /// <param name="sum2">The second accumulator.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add1x2(
        ref float source, int offset, Vector512<float> vector1, Vector512<float> vector2,
        ref Vector512<float> sum1, ref Vector512<float> sum2)
    {
        Vector512<float> x = Vector512.Create(Unsafe.Add(ref source, (uint)offset));
        sum1 = Vector512.FusedMultiplyAdd(x, vector1, sum1);
        sum2 = Vector512.FusedMultiplyAdd(x, vector2, sum2);
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
        ref float source, int offset, Vector512<float> vector1, Vector512<float> vector2, Vector512<float> vector3,
        ref Vector512<float> sum1, ref Vector512<float> sum2, ref Vector512<float> sum3)
    {
        Vector512<float> x = Vector512.Create(Unsafe.Add(ref source, (uint)offset));
        sum1 = Vector512.FusedMultiplyAdd(x, vector1, sum1);
        sum2 = Vector512.FusedMultiplyAdd(x, vector2, sum2);
        sum3 = Vector512.FusedMultiplyAdd(x, vector3, sum3);
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
        ref float source, int offset, int stride, Vector512<float> vector,
        ref Vector512<float> sum1, ref Vector512<float> sum2)
    {
        sum1 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref source, (uint)offset)), vector, sum1);
        sum2 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref source, (uint)(offset + stride))), vector, sum2);
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
        ref float source, int offset, int stride, Vector512<float> vector1, Vector512<float> vector2,
        ref Vector512<float> sum11, ref Vector512<float> sum12, ref Vector512<float> sum21, ref Vector512<float> sum22)
    {
        Vector512<float> value1 = Vector512.Create(Unsafe.Add(ref source, (uint)offset));
        sum11 = Vector512.FusedMultiplyAdd(value1, vector1, sum11);
        sum12 = Vector512.FusedMultiplyAdd(value1, vector2, sum12);
        Vector512<float> value2 = Vector512.Create(Unsafe.Add(ref source, (uint)(offset + stride)));
        sum21 = Vector512.FusedMultiplyAdd(value2, vector1, sum21);
        sum22 = Vector512.FusedMultiplyAdd(value2, vector2, sum22);
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
        ref float source, int offset, int stride, Vector512<float> vector,
        ref Vector512<float> sum1, ref Vector512<float> sum2, ref Vector512<float> sum3, ref Vector512<float> sum4)
    {
        sum1 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref source, (uint)offset)), vector, sum1);
        sum2 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref source, (uint)(offset + stride))), vector, sum2);
        sum3 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref source, (uint)(offset + 2 * stride))), vector, sum3);
        sum4 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref source, (uint)(offset + 3 * stride))), vector, sum4);
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
        ref float source, int offset, int stride, Vector512<float> vector1, Vector512<float> vector2,
        ref Vector512<float> sum11, ref Vector512<float> sum12, ref Vector512<float> sum21, ref Vector512<float> sum22,
        ref Vector512<float> sum31, ref Vector512<float> sum32, ref Vector512<float> sum41, ref Vector512<float> sum42)
    {
        Vector512<float> value1 = Vector512.Create(Unsafe.Add(ref source, (uint)offset));
        sum11 = Vector512.FusedMultiplyAdd(value1, vector1, sum11);
        sum12 = Vector512.FusedMultiplyAdd(value1, vector2, sum12);
        Vector512<float> value2 = Vector512.Create(Unsafe.Add(ref source, (uint)(offset + stride)));
        sum21 = Vector512.FusedMultiplyAdd(value2, vector1, sum21);
        sum22 = Vector512.FusedMultiplyAdd(value2, vector2, sum22);
        Vector512<float> value3 = Vector512.Create(Unsafe.Add(ref source, (uint)(offset + 2 * stride)));
        sum31 = Vector512.FusedMultiplyAdd(value3, vector1, sum31);
        sum32 = Vector512.FusedMultiplyAdd(value3, vector2, sum32);
        Vector512<float> value4 = Vector512.Create(Unsafe.Add(ref source, (uint)(offset + 3 * stride)));
        sum41 = Vector512.FusedMultiplyAdd(value4, vector1, sum41);
        sum42 = Vector512.FusedMultiplyAdd(value4, vector2, sum42);
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
        ref Vector512<float> sum)
    {
        Vector512<float> vector = Vector512.LoadUnsafe(ref vectors, (uint)first);
        sum = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref source, (uint)offset)), vector, sum);
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
        ref Vector512<float> sum1, ref Vector512<float> sum2)
    {
        Vector512<float> vector1 = Vector512.LoadUnsafe(ref vectors, (uint)first);
        Vector512<float> vector2 = Vector512.LoadUnsafe(ref vectors, (uint)(first + 16));
        Vector512<float> value = Vector512.Create(Unsafe.Add(ref source, (uint)offset));
        sum1 = Vector512.FusedMultiplyAdd(value, vector1, sum1);
        sum2 = Vector512.FusedMultiplyAdd(value, vector2, sum2);
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
        ref Vector512<float> sum1, ref Vector512<float> sum2)
    {
        Vector512<float> vector = Vector512.LoadUnsafe(ref vectors, (uint)first);
        sum1 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref source, (uint)offset)), vector, sum1);
        sum2 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref source, (uint)(offset + stride))), vector, sum2);
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
        ref Vector512<float> sum11, ref Vector512<float> sum12, ref Vector512<float> sum21, ref Vector512<float> sum22)
    {
        Vector512<float> vector1 = Vector512.LoadUnsafe(ref vectors, (uint)first);
        Vector512<float> vector2 = Vector512.LoadUnsafe(ref vectors, (uint)(first + 16));
        Vector512<float> value1 = Vector512.Create(Unsafe.Add(ref source, (uint)offset));
        sum11 = Vector512.FusedMultiplyAdd(value1, vector1, sum11);
        sum12 = Vector512.FusedMultiplyAdd(value1, vector2, sum12);
        Vector512<float> value2 = Vector512.Create(Unsafe.Add(ref source, (uint)(offset + stride)));
        sum21 = Vector512.FusedMultiplyAdd(value2, vector1, sum21);
        sum22 = Vector512.FusedMultiplyAdd(value2, vector2, sum22);
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
        ref Vector512<float> sum1, ref Vector512<float> sum2, ref Vector512<float> sum3, ref Vector512<float> sum4)
    {
        Vector512<float> vector = Vector512.LoadUnsafe(ref vectors, (uint)first);
        sum1 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref source, (uint)offset)), vector, sum1);
        sum2 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref source, (uint)(offset + stride))), vector, sum2);
        sum3 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref source, (uint)(offset + 2 * stride))), vector, sum3);
        sum4 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref source, (uint)(offset + 3 * stride))), vector, sum4);
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
        ref Vector512<float> sum11, ref Vector512<float> sum12, ref Vector512<float> sum21, ref Vector512<float> sum22,
        ref Vector512<float> sum31, ref Vector512<float> sum32, ref Vector512<float> sum41, ref Vector512<float> sum42)
    {
        Vector512<float> vector1 = Vector512.LoadUnsafe(ref vectors, (uint)first);
        Vector512<float> vector2 = Vector512.LoadUnsafe(ref vectors, (uint)(first + 16));
        Vector512<float> value1 = Vector512.Create(Unsafe.Add(ref source, (uint)offset));
        sum11 = Vector512.FusedMultiplyAdd(value1, vector1, sum11);
        sum12 = Vector512.FusedMultiplyAdd(value1, vector2, sum12);
        Vector512<float> value2 = Vector512.Create(Unsafe.Add(ref source, (uint)(offset + stride)));
        sum21 = Vector512.FusedMultiplyAdd(value2, vector1, sum21);
        sum22 = Vector512.FusedMultiplyAdd(value2, vector2, sum22);
        Vector512<float> value3 = Vector512.Create(Unsafe.Add(ref source, (uint)(offset + 2 * stride)));
        sum31 = Vector512.FusedMultiplyAdd(value3, vector1, sum31);
        sum32 = Vector512.FusedMultiplyAdd(value3, vector2, sum32);
        Vector512<float> value4 = Vector512.Create(Unsafe.Add(ref source, (uint)(offset + 3 * stride)));
        sum41 = Vector512.FusedMultiplyAdd(value4, vector1, sum41);
        sum42 = Vector512.FusedMultiplyAdd(value4, vector2, sum42);
    }

    /// <summary>Adds rows of memory to a vector for each of some columns, or stores their sum there.</summary>
    /// <param name="source">The first row.</param>
    /// <param name="stride">From one row to the next.</param>
    /// <param name="count">How many rows.</param>
    /// <param name="kept">All bits set to add to what is in memory, none to overwrite it.</param>
    /// <param name="destination">Where the columns' sums go.</param>
    /// <param name="columns">How many columns: whole vectors.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AccumulateRows(ref float source, int stride, int count, Vector512<float> kept, ref float destination, int columns)
    {
        for (int column = 0; column < columns; column += 16)
        {
            Vector512<float> sum = Vector512<float>.Zero;
            ref float row = ref Unsafe.Add(ref source, (uint)column);
            for (int i = 0; i < count; i++)
            {
                sum += Vector512.LoadUnsafe(ref row);
                row = ref Unsafe.Add(ref row, stride);
            }

            Vector512.StoreUnsafe((Vector512.LoadUnsafe(ref destination, (uint)column) & kept) + sum, ref destination, (uint)column);
        }
    }

    /// <summary>Adds rows of memory to a vector for each of some columns, in four partial sums by row mod 4 that are added as a tree.</summary>
    /// <param name="source">The first row.</param>
    /// <param name="count">How many rows.</param>
    /// <param name="destination">Where the columns' sums go.</param>
    /// <param name="columns">How many columns, and from one row to the next: whole vectors.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddRows(ref float source, int count, ref float destination, int columns)
    {
        for (int column = 0; column < columns; column += 16)
        {
            Vector512<float> sum0 = Vector512<float>.Zero, sum1 = sum0, sum2 = sum0, sum3 = sum0;
            ref float row = ref Unsafe.Add(ref source, (uint)column);
            for (int i = 0; i < count / 4; i++)
            {
                sum0 += Vector512.LoadUnsafe(ref row);
                sum1 += Vector512.LoadUnsafe(ref row, (uint)columns);
                sum2 += Vector512.LoadUnsafe(ref row, (uint)(2 * columns));
                sum3 += Vector512.LoadUnsafe(ref row, (uint)(3 * columns));
                row = ref Unsafe.Add(ref row, 4 * columns);
            }

            if (count % 4 > 0)
                sum0 += Vector512.LoadUnsafe(ref row);
            if (count % 4 > 1)
                sum1 += Vector512.LoadUnsafe(ref row, (uint)columns);
            if (count % 4 > 2)
                sum2 += Vector512.LoadUnsafe(ref row, (uint)(2 * columns));

            Vector512.StoreUnsafe(Vector512.LoadUnsafe(ref destination, (uint)column) + ((sum0 + sum1) + (sum2 + sum3)), ref destination, (uint)column);
        }
    }

    /// <summary>Adds a register × a vector of memory to an accumulator.</summary>
    /// <param name="factor">The register.</param>
    /// <param name="source">Where the array begins.</param>
    /// <param name="offset">The vector's offset.</param>
    /// <param name="sum">The accumulator.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddLoadedProduct(Vector512<float> factor, ref float source, int offset, ref Vector512<float> sum) =>
        sum = Vector512.FusedMultiplyAdd(factor, Vector512.LoadUnsafe(ref source, (uint)offset), sum);

    /// <summary>Adds a register × each of two neighbouring vectors of memory to as many accumulators.</summary>
    /// <param name="factor">The register.</param>
    /// <param name="source">Where the array begins.</param>
    /// <param name="offset">The first vector's offset.</param>
    /// <param name="sum1">The first accumulator.</param>
    /// <param name="sum2">The second accumulator.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddTwoLoadedProducts(Vector512<float> factor, ref float source, int offset, ref Vector512<float> sum1, ref Vector512<float> sum2)
    {
        sum1 = Vector512.FusedMultiplyAdd(factor, Vector512.LoadUnsafe(ref source, (uint)offset), sum1);
        sum2 = Vector512.FusedMultiplyAdd(factor, Vector512.LoadUnsafe(ref source, (uint)(offset + 16)), sum2);
    }

    /// <summary>a &gt; b ? a : b, in this order: where either is NaN the result is b.</summary>
    /// <param name="a">A value.</param>
    /// <param name="b">The other.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Max(Vector512<float> a, Vector512<float> b) => VectorMath.Max(a, b);

    /// <summary>max(0, value). NaN stays NaN, so that a network that diverged can be seen to have.</summary>
    /// <param name="value">The value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> ReLU(Vector512<float> value) => VectorMath.Max(Vector512<float>.Zero, value);

    /// <summary>The gradient before a ReLU: zero where the output is. It passes where the output is NaN, as in PyTorch.</summary>
    /// <param name="gradient">The gradient of the output.</param>
    /// <param name="output">The output.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> ReLUGradient(Vector512<float> gradient, Vector512<float> output) =>
        Vector512.AndNot(gradient, Vector512.LessThanOrEqual(output, Vector512<float>.Zero));

    /// <summary>The value where it is positive, elsewhere slope × value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="slope">The slope.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LeakyReLU(Vector512<float> value, float slope) => LeakyReLUGradient(value, value, slope);

    /// <summary>The gradient before a LeakyReLU, whose output has the sign of its input, or is zero where that was not positive either.</summary>
    /// <param name="gradient">The gradient of the output.</param>
    /// <param name="output">The output.</param>
    /// <param name="slope">The slope.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LeakyReLUGradient(Vector512<float> gradient, Vector512<float> output, float slope) =>
        Select(GreaterThan(output, Vector512<float>.Zero), gradient, gradient * Vector512.Create(slope));

    /// <summary>The gradient before a tanh.</summary>
    /// <param name="gradient">The gradient of the output.</param>
    /// <param name="output">The output.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> TanhGradient(Vector512<float> gradient, Vector512<float> output) => gradient * VectorMath.TanhDerivativeFromOutput(output);

    /// <summary>The gradient before a sigmoid.</summary>
    /// <param name="gradient">The gradient of the output.</param>
    /// <param name="output">The output.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> SigmoidGradient(Vector512<float> gradient, Vector512<float> output) => gradient * VectorMath.SigmoidDerivativeFromOutput(output);

    /// <summary>All bits set in the first lanes, none in the others.</summary>
    /// <param name="lanes">How many.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Mask(int lanes) => Vector512.LessThan(Vector512<int>.Indices, Vector512.Create(lanes)).AsSingle();

    /// <summary>condition ? a : b, lane by lane.</summary>
    /// <param name="condition">All bits of a lane set, or none.</param>
    /// <param name="a">Where they are set.</param>
    /// <param name="b">Where they are not.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Select(Vector512<float> condition, Vector512<float> a, Vector512<float> b) => Vector512.ConditionalSelect(condition, a, b);

    /// <summary>a &gt; b, lane by lane: all bits set, or none.</summary>
    /// <param name="a">A value.</param>
    /// <param name="b">The other.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> GreaterThan(Vector512<float> a, Vector512<float> b) => Vector512.GreaterThan(a, b);
}
