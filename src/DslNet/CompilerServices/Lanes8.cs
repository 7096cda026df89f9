using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using DslNet.Numerics;

namespace DslNet.CompilerServices;

/// <summary>What kernels of eight lanes do most: for generated code only, as <see cref="Lanes4"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Lanes8
{
    /// <summary>Loads eight values.</summary>
    /// <param name="source">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Load(ref float source, int offset) => Vector256.LoadUnsafe(ref source, (uint)offset);

    /// <summary>Stores eight values.</summary>
    /// <param name="value">The values.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<float> value, ref float destination, int offset) => Vector256.StoreUnsafe(value, ref destination, (uint)offset);

    /// <summary>Stores twice as many.</summary>
    /// <param name="value1">The first of them.</param>
    /// <param name="value2">Those that follow.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTwo(Vector256<float> value1, Vector256<float> value2, ref float destination, int offset)
    {
        Vector256.StoreUnsafe(value1, ref destination, (uint)offset);
        Vector256.StoreUnsafe(value2, ref destination, (uint)(offset + 8));
    }

    /// <summary>Adds to eight values in memory.</summary>
    /// <param name="value">What is added.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(Vector256<float> value, ref float destination, int offset) =>
        Vector256.StoreUnsafe(Vector256.LoadUnsafe(ref destination, (uint)offset) + value, ref destination, (uint)offset);

    /// <summary>Adds to twice as many in memory.</summary>
    /// <param name="value1">The first of them.</param>
    /// <param name="value2">Those that follow.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddTwo(Vector256<float> value1, Vector256<float> value2, ref float destination, int offset)
    {
        Vector256.StoreUnsafe(Vector256.LoadUnsafe(ref destination, (uint)offset) + value1, ref destination, (uint)offset);
        Vector256.StoreUnsafe(Vector256.LoadUnsafe(ref destination, (uint)(offset + 8)) + value2, ref destination, (uint)(offset + 8));
    }

    /// <summary>Adds to eight values in memory, or overwrites them.</summary>
    /// <param name="value">What is added.</param>
    /// <param name="kept">All bits set to add to what is in memory, none to overwrite it.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(Vector256<float> value, Vector256<float> kept, ref float destination, int offset) =>
        Vector256.StoreUnsafe((Vector256.LoadUnsafe(ref destination, (uint)offset) & kept) + value, ref destination, (uint)offset);

    /// <summary>Adds to twice as many in memory, or overwrites them.</summary>
    /// <param name="value1">The first of them.</param>
    /// <param name="value2">Those that follow.</param>
    /// <param name="kept">All bits set to add to what is in memory, none to overwrite it.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AccumulateTwo(Vector256<float> value1, Vector256<float> value2, Vector256<float> kept, ref float destination, int offset)
    {
        Vector256.StoreUnsafe((Vector256.LoadUnsafe(ref destination, (uint)offset) & kept) + value1, ref destination, (uint)offset);

        Vector256.StoreUnsafe((Vector256.LoadUnsafe(ref destination, (uint)(offset + 8)) & kept) + value2, ref destination, (uint)(offset + 8));
    }

    /// <summary>Stores max(0, value) of eight values.</summary>
    /// <param name="value">The values.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreReLU(Vector256<float> value, ref float destination, int offset) =>
        Vector256.StoreUnsafe(Avx.Max(Vector256<float>.Zero, value), ref destination, (uint)offset);

    /// <summary>Stores max(0, value) of twice as many.</summary>
    /// <param name="value1">The first of them.</param>
    /// <param name="value2">Those that follow.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTwoReLU(Vector256<float> value1, Vector256<float> value2, ref float destination, int offset)
    {
        Vector256.StoreUnsafe(Avx.Max(Vector256<float>.Zero, value1), ref destination, (uint)offset);
        Vector256.StoreUnsafe(Avx.Max(Vector256<float>.Zero, value2), ref destination, (uint)(offset + 8));
    }

    /// <summary>Stores the gradient before a ReLU of eight values.</summary>
    /// <param name="value">The gradient of the output.</param>
    /// <param name="output">Where the outputs begin.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreReLUGradient(Vector256<float> value, ref float output, ref float destination, int offset) =>
        Vector256.StoreUnsafe(Vector256.AndNot(value, Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref output, (uint)offset),
        Vector256<float>.Zero)), ref destination, (uint)offset);

    /// <summary>Stores the gradient before a ReLU of twice as many.</summary>
    /// <param name="value1">The first of them.</param>
    /// <param name="value2">Those that follow.</param>
    /// <param name="output">Where the outputs begin.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTwoReLUGradient(Vector256<float> value1, Vector256<float> value2, ref float output, ref float destination, int offset)
    {
        Vector256.StoreUnsafe(Vector256.AndNot(value1, Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref output, (uint)offset),
        Vector256<float>.Zero)), ref destination, (uint)offset);
        Vector256.StoreUnsafe(Vector256.AndNot(value2,
        Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref output, (uint)(offset + 8)),
        Vector256<float>.Zero)), ref destination, (uint)(offset + 8));
    }

    /// <summary>Stores the gradient before a tanh of eight values.</summary>
    /// <param name="value">The gradient of the output.</param>
    /// <param name="output">Where the outputs begin.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTanhGradient(Vector256<float> value, ref float output, ref float destination, int offset) =>

        Vector256.StoreUnsafe(value * VectorMath.TanhDerivativeFromOutput(Vector256.LoadUnsafe(ref output, (uint)offset)), ref destination, (uint)offset);

    /// <summary>Stores the gradient before a tanh of twice as many.</summary>
    /// <param name="value1">The first of them.</param>
    /// <param name="value2">Those that follow.</param>
    /// <param name="output">Where the outputs begin.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTwoTanhGradient(Vector256<float> value1, Vector256<float> value2, ref float output, ref float destination, int offset)
    {

        Vector256.StoreUnsafe(value1 * VectorMath.TanhDerivativeFromOutput(Vector256.LoadUnsafe(ref output, (uint)offset)), ref destination, (uint)offset);

        Vector256.StoreUnsafe(value2 * VectorMath.TanhDerivativeFromOutput(Vector256.LoadUnsafe(ref output, (uint)(offset + 8))), ref destination, (uint)(offset + 8));
    }

    /// <summary>Stores the gradient before a sigmoid of eight values.</summary>
    /// <param name="value">The gradient of the output.</param>
    /// <param name="output">Where the outputs begin.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSigmoidGradient(Vector256<float> value, ref float output, ref float destination, int offset) =>

        Vector256.StoreUnsafe(value * VectorMath.SigmoidDerivativeFromOutput(Vector256.LoadUnsafe(ref output, (uint)offset)), ref destination, (uint)offset);

    /// <summary>Stores the gradient before a sigmoid of twice as many.</summary>
    /// <param name="value1">The first of them.</param>
    /// <param name="value2">Those that follow.</param>
    /// <param name="output">Where the outputs begin.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTwoSigmoidGradient(Vector256<float> value1, Vector256<float> value2, ref float output, ref float destination, int offset)
    {

        Vector256.StoreUnsafe(value1 * VectorMath.SigmoidDerivativeFromOutput(Vector256.LoadUnsafe(ref output, (uint)offset)), ref destination, (uint)offset);

        Vector256.StoreUnsafe(value2 * VectorMath.SigmoidDerivativeFromOutput(Vector256.LoadUnsafe(ref output, (uint)(offset + 8))), ref destination, (uint)(offset + 8));
    }

    /// <summary>Loads one value into every lane.</summary>
    /// <param name="source">Where the array begins.</param>
    /// <param name="offset">The value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Broadcast(ref float source, int offset) => Vector256.Create(Unsafe.Add(ref source, (uint)offset));

    /// <summary>One value in every lane.</summary>
    /// <param name="value">The value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Fill(float value) => Vector256.Create(value);

    /// <summary>left × right + addend, rounded once. Only processors with FMA have it.</summary>
    /// <param name="left">A factor.</param>
    /// <param name="right">The other.</param>
    /// <param name="addend">What is added.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> MultiplyAdd(Vector256<float> left, Vector256<float> right, Vector256<float> addend) =>
        Fma.MultiplyAdd(left, right, addend);

    /// <summary>Adds one value of memory × a vector to an accumulator.</summary>
    /// <param name="source">Where the array begins.</param>
    /// <param name="offset">The value's offset.</param>
    /// <param name="vector">The vector.</param>
    /// <param name="sum">The accumulator.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add1x1(ref float source, int offset, Vector256<float> vector, ref Vector256<float> sum) =>
        sum = Fma.MultiplyAdd(Vector256.Create(Unsafe.Add(ref source, (uint)offset)), vector, sum);

    /// <summary>Adds one value of memory × each of two vectors to as many accumulators.</summary>
    /// <param name="source">Where the array begins.</param>
    /// <param name="offset">The value's offset.</param>
    /// <param name="vector1">The first vector.</param>
    /// <param name="vector2">The second vector.</param>
    /// <param name="sum1">The first accumulator.</param>
    /// <param name="sum2">The second accumulator.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add1x2(
        ref float source, int offset, Vector256<float> vector1, Vector256<float> vector2,
        ref Vector256<float> sum1, ref Vector256<float> sum2)
    {
        Vector256<float> x = Vector256.Create(Unsafe.Add(ref source, (uint)offset));
        sum1 = Fma.MultiplyAdd(x, vector1, sum1);
        sum2 = Fma.MultiplyAdd(x, vector2, sum2);
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
        ref float source, int offset, Vector256<float> vector1, Vector256<float> vector2, Vector256<float> vector3,
        ref Vector256<float> sum1, ref Vector256<float> sum2, ref Vector256<float> sum3)
    {
        Vector256<float> x = Vector256.Create(Unsafe.Add(ref source, (uint)offset));
        sum1 = Fma.MultiplyAdd(x, vector1, sum1);
        sum2 = Fma.MultiplyAdd(x, vector2, sum2);
        sum3 = Fma.MultiplyAdd(x, vector3, sum3);
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
        ref float source, int offset, int stride, Vector256<float> vector,
        ref Vector256<float> sum1, ref Vector256<float> sum2)
    {
        sum1 = Fma.MultiplyAdd(Vector256.Create(Unsafe.Add(ref source, (uint)offset)), vector, sum1);
        sum2 = Fma.MultiplyAdd(Vector256.Create(Unsafe.Add(ref source, (uint)(offset + stride))), vector, sum2);
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
        ref float source, int offset, int stride, Vector256<float> vector1, Vector256<float> vector2,
        ref Vector256<float> sum11, ref Vector256<float> sum12, ref Vector256<float> sum21, ref Vector256<float> sum22)
    {
        Vector256<float> value1 = Vector256.Create(Unsafe.Add(ref source, (uint)offset));
        sum11 = Fma.MultiplyAdd(value1, vector1, sum11);
        sum12 = Fma.MultiplyAdd(value1, vector2, sum12);
        Vector256<float> value2 = Vector256.Create(Unsafe.Add(ref source, (uint)(offset + stride)));
        sum21 = Fma.MultiplyAdd(value2, vector1, sum21);
        sum22 = Fma.MultiplyAdd(value2, vector2, sum22);
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
        ref float source, int offset, int stride, Vector256<float> vector,
        ref Vector256<float> sum1, ref Vector256<float> sum2, ref Vector256<float> sum3, ref Vector256<float> sum4)
    {
        sum1 = Fma.MultiplyAdd(Vector256.Create(Unsafe.Add(ref source, (uint)offset)), vector, sum1);
        sum2 = Fma.MultiplyAdd(Vector256.Create(Unsafe.Add(ref source, (uint)(offset + stride))), vector, sum2);
        sum3 = Fma.MultiplyAdd(Vector256.Create(Unsafe.Add(ref source, (uint)(offset + 2 * stride))), vector, sum3);
        sum4 = Fma.MultiplyAdd(Vector256.Create(Unsafe.Add(ref source, (uint)(offset + 3 * stride))), vector, sum4);
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
        ref float source, int offset, int stride, Vector256<float> vector1, Vector256<float> vector2,
        ref Vector256<float> sum11, ref Vector256<float> sum12, ref Vector256<float> sum21, ref Vector256<float> sum22,
        ref Vector256<float> sum31, ref Vector256<float> sum32, ref Vector256<float> sum41, ref Vector256<float> sum42)
    {
        Vector256<float> value1 = Vector256.Create(Unsafe.Add(ref source, (uint)offset));
        sum11 = Fma.MultiplyAdd(value1, vector1, sum11);
        sum12 = Fma.MultiplyAdd(value1, vector2, sum12);
        Vector256<float> value2 = Vector256.Create(Unsafe.Add(ref source, (uint)(offset + stride)));
        sum21 = Fma.MultiplyAdd(value2, vector1, sum21);
        sum22 = Fma.MultiplyAdd(value2, vector2, sum22);
        Vector256<float> value3 = Vector256.Create(Unsafe.Add(ref source, (uint)(offset + 2 * stride)));
        sum31 = Fma.MultiplyAdd(value3, vector1, sum31);
        sum32 = Fma.MultiplyAdd(value3, vector2, sum32);
        Vector256<float> value4 = Vector256.Create(Unsafe.Add(ref source, (uint)(offset + 3 * stride)));
        sum41 = Fma.MultiplyAdd(value4, vector1, sum41);
        sum42 = Fma.MultiplyAdd(value4, vector2, sum42);
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
        ref Vector256<float> sum)
    {
        Vector256<float> vector = Vector256.LoadUnsafe(ref vectors, (uint)first);
        sum = Fma.MultiplyAdd(Vector256.Create(Unsafe.Add(ref source, (uint)offset)), vector, sum);
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
        ref Vector256<float> sum1, ref Vector256<float> sum2)
    {
        Vector256<float> vector1 = Vector256.LoadUnsafe(ref vectors, (uint)first);
        Vector256<float> vector2 = Vector256.LoadUnsafe(ref vectors, (uint)(first + 8));
        Vector256<float> value = Vector256.Create(Unsafe.Add(ref source, (uint)offset));
        sum1 = Fma.MultiplyAdd(value, vector1, sum1);
        sum2 = Fma.MultiplyAdd(value, vector2, sum2);
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
        ref Vector256<float> sum1, ref Vector256<float> sum2)
    {
        Vector256<float> vector = Vector256.LoadUnsafe(ref vectors, (uint)first);
        sum1 = Fma.MultiplyAdd(Vector256.Create(Unsafe.Add(ref source, (uint)offset)), vector, sum1);
        sum2 = Fma.MultiplyAdd(Vector256.Create(Unsafe.Add(ref source, (uint)(offset + stride))), vector, sum2);
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
        ref Vector256<float> sum11, ref Vector256<float> sum12, ref Vector256<float> sum21, ref Vector256<float> sum22)
    {
        Vector256<float> vector1 = Vector256.LoadUnsafe(ref vectors, (uint)first);
        Vector256<float> vector2 = Vector256.LoadUnsafe(ref vectors, (uint)(first + 8));
        Vector256<float> value1 = Vector256.Create(Unsafe.Add(ref source, (uint)offset));
        sum11 = Fma.MultiplyAdd(value1, vector1, sum11);
        sum12 = Fma.MultiplyAdd(value1, vector2, sum12);
        Vector256<float> value2 = Vector256.Create(Unsafe.Add(ref source, (uint)(offset + stride)));
        sum21 = Fma.MultiplyAdd(value2, vector1, sum21);
        sum22 = Fma.MultiplyAdd(value2, vector2, sum22);
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
        ref Vector256<float> sum1, ref Vector256<float> sum2, ref Vector256<float> sum3, ref Vector256<float> sum4)
    {
        Vector256<float> vector = Vector256.LoadUnsafe(ref vectors, (uint)first);
        sum1 = Fma.MultiplyAdd(Vector256.Create(Unsafe.Add(ref source, (uint)offset)), vector, sum1);
        sum2 = Fma.MultiplyAdd(Vector256.Create(Unsafe.Add(ref source, (uint)(offset + stride))), vector, sum2);
        sum3 = Fma.MultiplyAdd(Vector256.Create(Unsafe.Add(ref source, (uint)(offset + 2 * stride))), vector, sum3);
        sum4 = Fma.MultiplyAdd(Vector256.Create(Unsafe.Add(ref source, (uint)(offset + 3 * stride))), vector, sum4);
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
        ref Vector256<float> sum11, ref Vector256<float> sum12, ref Vector256<float> sum21, ref Vector256<float> sum22,
        ref Vector256<float> sum31, ref Vector256<float> sum32, ref Vector256<float> sum41, ref Vector256<float> sum42)
    {
        Vector256<float> vector1 = Vector256.LoadUnsafe(ref vectors, (uint)first);
        Vector256<float> vector2 = Vector256.LoadUnsafe(ref vectors, (uint)(first + 8));
        Vector256<float> value1 = Vector256.Create(Unsafe.Add(ref source, (uint)offset));
        sum11 = Fma.MultiplyAdd(value1, vector1, sum11);
        sum12 = Fma.MultiplyAdd(value1, vector2, sum12);
        Vector256<float> value2 = Vector256.Create(Unsafe.Add(ref source, (uint)(offset + stride)));
        sum21 = Fma.MultiplyAdd(value2, vector1, sum21);
        sum22 = Fma.MultiplyAdd(value2, vector2, sum22);
        Vector256<float> value3 = Vector256.Create(Unsafe.Add(ref source, (uint)(offset + 2 * stride)));
        sum31 = Fma.MultiplyAdd(value3, vector1, sum31);
        sum32 = Fma.MultiplyAdd(value3, vector2, sum32);
        Vector256<float> value4 = Vector256.Create(Unsafe.Add(ref source, (uint)(offset + 3 * stride)));
        sum41 = Fma.MultiplyAdd(value4, vector1, sum41);
        sum42 = Fma.MultiplyAdd(value4, vector2, sum42);
    }

    /// <summary>Adds rows of memory to a vector for each of some columns, or stores their sum there.</summary>
    /// <param name="source">The first row.</param>
    /// <param name="stride">From one row to the next.</param>
    /// <param name="count">How many rows.</param>
    /// <param name="kept">All bits set to add to what is in memory, none to overwrite it.</param>
    /// <param name="destination">Where the columns' sums go.</param>
    /// <param name="columns">How many columns: whole vectors.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AccumulateRows(ref float source, int stride, int count, Vector256<float> kept, ref float destination, int columns)
    {
        for (int column = 0; column < columns; column += 8)
        {
            Vector256<float> sum = Vector256<float>.Zero;
            ref float row = ref Unsafe.Add(ref source, (uint)column);
            for (int i = 0; i < count; i++)
            {
                sum += Vector256.LoadUnsafe(ref row);
                row = ref Unsafe.Add(ref row, stride);
            }

            Vector256.StoreUnsafe((Vector256.LoadUnsafe(ref destination, (uint)column) & kept) + sum, ref destination, (uint)column);
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
        for (int column = 0; column < columns; column += 8)
        {
            Vector256<float> sum0 = Vector256<float>.Zero, sum1 = sum0, sum2 = sum0, sum3 = sum0;
            ref float row = ref Unsafe.Add(ref source, (uint)column);
            for (int i = 0; i < count / 4; i++)
            {
                sum0 += Vector256.LoadUnsafe(ref row);
                sum1 += Vector256.LoadUnsafe(ref row, (uint)columns);
                sum2 += Vector256.LoadUnsafe(ref row, (uint)(2 * columns));
                sum3 += Vector256.LoadUnsafe(ref row, (uint)(3 * columns));
                row = ref Unsafe.Add(ref row, 4 * columns);
            }

            if (count % 4 > 0)
                sum0 += Vector256.LoadUnsafe(ref row);
            if (count % 4 > 1)
                sum1 += Vector256.LoadUnsafe(ref row, (uint)columns);
            if (count % 4 > 2)
                sum2 += Vector256.LoadUnsafe(ref row, (uint)(2 * columns));

            Vector256.StoreUnsafe(Vector256.LoadUnsafe(ref destination, (uint)column) + ((sum0 + sum1) + (sum2 + sum3)), ref destination, (uint)column);
        }
    }

    /// <summary>Adds a register × a vector of memory to an accumulator.</summary>
    /// <param name="factor">The register.</param>
    /// <param name="source">Where the array begins.</param>
    /// <param name="offset">The vector's offset.</param>
    /// <param name="sum">The accumulator.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddLoadedProduct(Vector256<float> factor, ref float source, int offset, ref Vector256<float> sum) =>
        sum = Fma.MultiplyAdd(factor, Vector256.LoadUnsafe(ref source, (uint)offset), sum);

    /// <summary>Adds a register × each of two neighbouring vectors of memory to as many accumulators.</summary>
    /// <param name="factor">The register.</param>
    /// <param name="source">Where the array begins.</param>
    /// <param name="offset">The first vector's offset.</param>
    /// <param name="sum1">The first accumulator.</param>
    /// <param name="sum2">The second accumulator.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddTwoLoadedProducts(Vector256<float> factor, ref float source, int offset, ref Vector256<float> sum1, ref Vector256<float> sum2)
    {
        sum1 = Fma.MultiplyAdd(factor, Vector256.LoadUnsafe(ref source, (uint)offset), sum1);
        sum2 = Fma.MultiplyAdd(factor, Vector256.LoadUnsafe(ref source, (uint)(offset + 8)), sum2);
    }

    // vmaxps returns its second operand where either is NaN or both are zeros: exactly a > b ? a : b.
    /// <summary>a &gt; b ? a : b, in this order: where either is NaN the result is b.</summary>
    /// <param name="a">A value.</param>
    /// <param name="b">The other.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Max(Vector256<float> a, Vector256<float> b) => Avx.Max(a, b);

    /// <summary>max(0, value). NaN stays NaN, so that a network that diverged can be seen to have.</summary>
    /// <param name="value">The value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ReLU(Vector256<float> value) => Avx.Max(Vector256<float>.Zero, value);

    /// <summary>The gradient before a ReLU: zero where the output is. It passes where the output is NaN, as in PyTorch.</summary>
    /// <param name="gradient">The gradient of the output.</param>
    /// <param name="output">The output.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ReLUGradient(Vector256<float> gradient, Vector256<float> output) =>
        Vector256.AndNot(gradient, Vector256.LessThanOrEqual(output, Vector256<float>.Zero));

    /// <summary>The value where it is positive, elsewhere slope × value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="slope">The slope.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LeakyReLU(Vector256<float> value, float slope) => LeakyReLUGradient(value, value, slope);

    /// <summary>The gradient before a LeakyReLU, whose output has the sign of its input, or is zero where that was not positive either.</summary>
    /// <param name="gradient">The gradient of the output.</param>
    /// <param name="output">The output.</param>
    /// <param name="slope">The slope.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LeakyReLUGradient(Vector256<float> gradient, Vector256<float> output, float slope) =>
        Select(GreaterThan(output, Vector256<float>.Zero), gradient, gradient * Vector256.Create(slope));

    /// <summary>The gradient before a tanh.</summary>
    /// <param name="gradient">The gradient of the output.</param>
    /// <param name="output">The output.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> TanhGradient(Vector256<float> gradient, Vector256<float> output) => gradient * VectorMath.TanhDerivativeFromOutput(output);

    /// <summary>The gradient before a sigmoid.</summary>
    /// <param name="gradient">The gradient of the output.</param>
    /// <param name="output">The output.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> SigmoidGradient(Vector256<float> gradient, Vector256<float> output) => gradient * VectorMath.SigmoidDerivativeFromOutput(output);

    /// <summary>All bits set in the first lanes, none in the others.</summary>
    /// <param name="lanes">How many.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Mask(int lanes) => Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(lanes)).AsSingle();

    /// <summary>condition ? a : b, lane by lane.</summary>
    /// <param name="condition">All bits of a lane set, or none.</param>
    /// <param name="a">Where they are set.</param>
    /// <param name="b">Where they are not.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Select(Vector256<float> condition, Vector256<float> a, Vector256<float> b) => Vector256.ConditionalSelect(condition, a, b);

    /// <summary>a &gt; b, lane by lane: all bits set, or none.</summary>
    /// <param name="a">A value.</param>
    /// <param name="b">The other.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> GreaterThan(Vector256<float> a, Vector256<float> b) => Vector256.GreaterThan(a, b);
}
