using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using DslNet.Numerics;

namespace DslNet.CompilerServices;

/// <summary>
/// What kernels of four lanes do most: for generated code only. One method per name and no type parameters, since the compiler would
/// otherwise take most of its time to choose among the overloads of <see cref="Vector128"/>. Offsets are <see cref="int"/> for the same
/// reason; they are never negative. Methods that do more are written out all the same: each that they called would be one more for the
/// just-in-time compiler to inline, wherever they are called.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Lanes4
{
    /// <summary>Loads four values.</summary>
    /// <param name="source">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Load(ref float source, int offset) => Vector128.LoadUnsafe(ref source, (uint)offset);

    /// <summary>Stores four values.</summary>
    /// <param name="value">The values.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<float> value, ref float destination, int offset) => Vector128.StoreUnsafe(value, ref destination, (uint)offset);

    /// <summary>Stores twice as many.</summary>
    /// <param name="value1">The first of them.</param>
    /// <param name="value2">Those that follow.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTwo(Vector128<float> value1, Vector128<float> value2, ref float destination, int offset)
    {
        Vector128.StoreUnsafe(value1, ref destination, (uint)offset);
        Vector128.StoreUnsafe(value2, ref destination, (uint)(offset + 4));
    }

    /// <summary>Adds to four values in memory.</summary>
    /// <param name="value">What is added.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(Vector128<float> value, ref float destination, int offset) =>
        Vector128.StoreUnsafe(Vector128.LoadUnsafe(ref destination, (uint)offset) + value, ref destination, (uint)offset);

    /// <summary>Adds to twice as many in memory.</summary>
    /// <param name="value1">The first of them.</param>
    /// <param name="value2">Those that follow.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddTwo(Vector128<float> value1, Vector128<float> value2, ref float destination, int offset)
    {
        Vector128.StoreUnsafe(Vector128.LoadUnsafe(ref destination, (uint)offset) + value1, ref destination, (uint)offset);
        Vector128.StoreUnsafe(Vector128.LoadUnsafe(ref destination, (uint)(offset + 4)) + value2, ref destination, (uint)(offset + 4));
    }

    /// <summary>Adds to four values in memory, or overwrites them.</summary>
    /// <param name="value">What is added.</param>
    /// <param name="kept">All bits set to add to what is in memory, none to overwrite it.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(Vector128<float> value, Vector128<float> kept, ref float destination, int offset) =>
        Vector128.StoreUnsafe((Vector128.LoadUnsafe(ref destination, (uint)offset) & kept) + value, ref destination, (uint)offset);

    /// <summary>Adds to twice as many in memory, or overwrites them.</summary>
    /// <param name="value1">The first of them.</param>
    /// <param name="value2">Those that follow.</param>
    /// <param name="kept">All bits set to add to what is in memory, none to overwrite it.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AccumulateTwo(Vector128<float> value1, Vector128<float> value2, Vector128<float> kept, ref float destination, int offset)
    {
        Vector128.StoreUnsafe((Vector128.LoadUnsafe(ref destination, (uint)offset) & kept) + value1, ref destination, (uint)offset);

        Vector128.StoreUnsafe((Vector128.LoadUnsafe(ref destination, (uint)(offset + 4)) & kept) + value2, ref destination, (uint)(offset + 4));
    }

    /// <summary>Stores max(0, value) of four values.</summary>
    /// <param name="value">The values.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreReLU(Vector128<float> value, ref float destination, int offset) =>
        Vector128.StoreUnsafe(VectorMath.Max(Vector128<float>.Zero, value), ref destination, (uint)offset);

    /// <summary>Stores max(0, value) of twice as many.</summary>
    /// <param name="value1">The first of them.</param>
    /// <param name="value2">Those that follow.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTwoReLU(Vector128<float> value1, Vector128<float> value2, ref float destination, int offset)
    {
        Vector128.StoreUnsafe(VectorMath.Max(Vector128<float>.Zero, value1), ref destination, (uint)offset);
        Vector128.StoreUnsafe(VectorMath.Max(Vector128<float>.Zero, value2), ref destination, (uint)(offset + 4));
    }

    /// <summary>Stores the gradient before a ReLU of four values.</summary>
    /// <param name="value">The gradient of the output.</param>
    /// <param name="output">Where the outputs begin.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreReLUGradient(Vector128<float> value, ref float output, ref float destination, int offset) =>
        Vector128.StoreUnsafe(Vector128.AndNot(value, Vector128.LessThanOrEqual(Vector128.LoadUnsafe(ref output, (uint)offset),
        Vector128<float>.Zero)), ref destination, (uint)offset);

    /// <summary>Stores the gradient before a ReLU of twice as many.</summary>
    /// <param name="value1">The first of them.</param>
    /// <param name="value2">Those that follow.</param>
    /// <param name="output">Where the outputs begin.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTwoReLUGradient(Vector128<float> value1, Vector128<float> value2, ref float output, ref float destination, int offset)
    {
        Vector128.StoreUnsafe(Vector128.AndNot(value1, Vector128.LessThanOrEqual(Vector128.LoadUnsafe(ref output, (uint)offset),
        Vector128<float>.Zero)), ref destination, (uint)offset);
        Vector128.StoreUnsafe(Vector128.AndNot(value2,
        Vector128.LessThanOrEqual(Vector128.LoadUnsafe(ref output, (uint)(offset + 4)),
        Vector128<float>.Zero)), ref destination, (uint)(offset + 4));
    }

    /// <summary>Stores the gradient before a tanh of four values.</summary>
    /// <param name="value">The gradient of the output.</param>
    /// <param name="output">Where the outputs begin.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTanhGradient(Vector128<float> value, ref float output, ref float destination, int offset) =>

        Vector128.StoreUnsafe(value * VectorMath.TanhDerivativeFromOutput(Vector128.LoadUnsafe(ref output, (uint)offset)), ref destination, (uint)offset);

    /// <summary>Stores the gradient before a tanh of twice as many.</summary>
    /// <param name="value1">The first of them.</param>
    /// <param name="value2">Those that follow.</param>
    /// <param name="output">Where the outputs begin.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTwoTanhGradient(Vector128<float> value1, Vector128<float> value2, ref float output, ref float destination, int offset)
    {

        Vector128.StoreUnsafe(value1 * VectorMath.TanhDerivativeFromOutput(Vector128.LoadUnsafe(ref output, (uint)offset)), ref destination, (uint)offset);

        Vector128.StoreUnsafe(value2 * VectorMath.TanhDerivativeFromOutput(Vector128.LoadUnsafe(ref output, (uint)(offset + 4))), ref destination, (uint)(offset + 4));
    }

    /// <summary>Stores the gradient before a sigmoid of four values.</summary>
    /// <param name="value">The gradient of the output.</param>
    /// <param name="output">Where the outputs begin.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSigmoidGradient(Vector128<float> value, ref float output, ref float destination, int offset) =>

        Vector128.StoreUnsafe(value * VectorMath.SigmoidDerivativeFromOutput(Vector128.LoadUnsafe(ref output, (uint)offset)), ref destination, (uint)offset);

    /// <summary>Stores the gradient before a sigmoid of twice as many.</summary>
    /// <param name="value1">The first of them.</param>
    /// <param name="value2">Those that follow.</param>
    /// <param name="output">Where the outputs begin.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTwoSigmoidGradient(Vector128<float> value1, Vector128<float> value2, ref float output, ref float destination, int offset)
    {

        Vector128.StoreUnsafe(value1 * VectorMath.SigmoidDerivativeFromOutput(Vector128.LoadUnsafe(ref output, (uint)offset)), ref destination, (uint)offset);

        Vector128.StoreUnsafe(value2 * VectorMath.SigmoidDerivativeFromOutput(Vector128.LoadUnsafe(ref output, (uint)(offset + 4))), ref destination, (uint)(offset + 4));
    }

    /// <summary>Loads one value into every lane.</summary>
    /// <param name="source">Where the array begins.</param>
    /// <param name="offset">The value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Broadcast(ref float source, int offset) => Vector128.Create(Unsafe.Add(ref source, (uint)offset));

    /// <summary>Loads one value into the first lane; the others hold anything.</summary>
    /// <param name="source">Where the array begins.</param>
    /// <param name="offset">The value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> First(ref float source, int offset) => Vector128.CreateScalarUnsafe(Unsafe.Add(ref source, (uint)offset));

    /// <summary>One value in every lane.</summary>
    /// <param name="value">The value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Fill(float value) => Vector128.Create(value);

    /// <summary>left × right + addend, rounded once where the processor can.</summary>
    /// <param name="left">A factor.</param>
    /// <param name="right">The other.</param>
    /// <param name="addend">What is added.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MultiplyAdd(Vector128<float> left, Vector128<float> right, Vector128<float> addend) =>
        Vector128.MultiplyAddEstimate(left, right, addend);

    /// <summary>Adds one value of memory × a vector to an accumulator.</summary>
    /// <param name="source">Where the array begins.</param>
    /// <param name="offset">The value's offset.</param>
    /// <param name="vector">The vector.</param>
    /// <param name="sum">The accumulator.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add1x1(ref float source, int offset, Vector128<float> vector, ref Vector128<float> sum) =>
        sum = Vector128.MultiplyAddEstimate(Vector128.Create(Unsafe.Add(ref source, (uint)offset)), vector, sum);

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
        sum1 = Vector128.MultiplyAddEstimate(x, vector1, sum1);
        sum2 = Vector128.MultiplyAddEstimate(x, vector2, sum2);
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
        sum1 = Vector128.MultiplyAddEstimate(x, vector1, sum1);
        sum2 = Vector128.MultiplyAddEstimate(x, vector2, sum2);
        sum3 = Vector128.MultiplyAddEstimate(x, vector3, sum3);
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
        sum1 = Vector128.MultiplyAddEstimate(Vector128.Create(Unsafe.Add(ref source, (uint)offset)), vector, sum1);
        sum2 = Vector128.MultiplyAddEstimate(Vector128.Create(Unsafe.Add(ref source, (uint)(offset + stride))), vector, sum2);
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
        sum11 = Vector128.MultiplyAddEstimate(value1, vector1, sum11);
        sum12 = Vector128.MultiplyAddEstimate(value1, vector2, sum12);
        Vector128<float> value2 = Vector128.Create(Unsafe.Add(ref source, (uint)(offset + stride)));
        sum21 = Vector128.MultiplyAddEstimate(value2, vector1, sum21);
        sum22 = Vector128.MultiplyAddEstimate(value2, vector2, sum22);
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
        sum1 = Vector128.MultiplyAddEstimate(Vector128.Create(Unsafe.Add(ref source, (uint)offset)), vector, sum1);
        sum2 = Vector128.MultiplyAddEstimate(Vector128.Create(Unsafe.Add(ref source, (uint)(offset + stride))), vector, sum2);
        sum3 = Vector128.MultiplyAddEstimate(Vector128.Create(Unsafe.Add(ref source, (uint)(offset + 2 * stride))), vector, sum3);
        sum4 = Vector128.MultiplyAddEstimate(Vector128.Create(Unsafe.Add(ref source, (uint)(offset + 3 * stride))), vector, sum4);
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
        sum11 = Vector128.MultiplyAddEstimate(value1, vector1, sum11);
        sum12 = Vector128.MultiplyAddEstimate(value1, vector2, sum12);
        Vector128<float> value2 = Vector128.Create(Unsafe.Add(ref source, (uint)(offset + stride)));
        sum21 = Vector128.MultiplyAddEstimate(value2, vector1, sum21);
        sum22 = Vector128.MultiplyAddEstimate(value2, vector2, sum22);
        Vector128<float> value3 = Vector128.Create(Unsafe.Add(ref source, (uint)(offset + 2 * stride)));
        sum31 = Vector128.MultiplyAddEstimate(value3, vector1, sum31);
        sum32 = Vector128.MultiplyAddEstimate(value3, vector2, sum32);
        Vector128<float> value4 = Vector128.Create(Unsafe.Add(ref source, (uint)(offset + 3 * stride)));
        sum41 = Vector128.MultiplyAddEstimate(value4, vector1, sum41);
        sum42 = Vector128.MultiplyAddEstimate(value4, vector2, sum42);
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
        sum = Vector128.MultiplyAddEstimate(Vector128.Create(Unsafe.Add(ref source, (uint)offset)), vector, sum);
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
        sum1 = Vector128.MultiplyAddEstimate(value, vector1, sum1);
        sum2 = Vector128.MultiplyAddEstimate(value, vector2, sum2);
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
        sum1 = Vector128.MultiplyAddEstimate(Vector128.Create(Unsafe.Add(ref source, (uint)offset)), vector, sum1);
        sum2 = Vector128.MultiplyAddEstimate(Vector128.Create(Unsafe.Add(ref source, (uint)(offset + stride))), vector, sum2);
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
        sum11 = Vector128.MultiplyAddEstimate(value1, vector1, sum11);
        sum12 = Vector128.MultiplyAddEstimate(value1, vector2, sum12);
        Vector128<float> value2 = Vector128.Create(Unsafe.Add(ref source, (uint)(offset + stride)));
        sum21 = Vector128.MultiplyAddEstimate(value2, vector1, sum21);
        sum22 = Vector128.MultiplyAddEstimate(value2, vector2, sum22);
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
        sum1 = Vector128.MultiplyAddEstimate(Vector128.Create(Unsafe.Add(ref source, (uint)offset)), vector, sum1);
        sum2 = Vector128.MultiplyAddEstimate(Vector128.Create(Unsafe.Add(ref source, (uint)(offset + stride))), vector, sum2);
        sum3 = Vector128.MultiplyAddEstimate(Vector128.Create(Unsafe.Add(ref source, (uint)(offset + 2 * stride))), vector, sum3);
        sum4 = Vector128.MultiplyAddEstimate(Vector128.Create(Unsafe.Add(ref source, (uint)(offset + 3 * stride))), vector, sum4);
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
        sum11 = Vector128.MultiplyAddEstimate(value1, vector1, sum11);
        sum12 = Vector128.MultiplyAddEstimate(value1, vector2, sum12);
        Vector128<float> value2 = Vector128.Create(Unsafe.Add(ref source, (uint)(offset + stride)));
        sum21 = Vector128.MultiplyAddEstimate(value2, vector1, sum21);
        sum22 = Vector128.MultiplyAddEstimate(value2, vector2, sum22);
        Vector128<float> value3 = Vector128.Create(Unsafe.Add(ref source, (uint)(offset + 2 * stride)));
        sum31 = Vector128.MultiplyAddEstimate(value3, vector1, sum31);
        sum32 = Vector128.MultiplyAddEstimate(value3, vector2, sum32);
        Vector128<float> value4 = Vector128.Create(Unsafe.Add(ref source, (uint)(offset + 3 * stride)));
        sum41 = Vector128.MultiplyAddEstimate(value4, vector1, sum41);
        sum42 = Vector128.MultiplyAddEstimate(value4, vector2, sum42);
    }

    /// <summary>Adds rows of memory to a vector for each of some columns, or stores their sum there.</summary>
    /// <param name="source">The first row.</param>
    /// <param name="stride">From one row to the next.</param>
    /// <param name="count">How many rows.</param>
    /// <param name="kept">All bits set to add to what is in memory, none to overwrite it.</param>
    /// <param name="destination">Where the columns' sums go.</param>
    /// <param name="columns">How many columns: whole vectors.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AccumulateRows(ref float source, int stride, int count, Vector128<float> kept, ref float destination, int columns)
    {
        for (int column = 0; column < columns; column += 4)
        {
            Vector128<float> sum = Vector128<float>.Zero;
            ref float row = ref Unsafe.Add(ref source, (uint)column);
            for (int i = 0; i < count; i++)
            {
                sum += Vector128.LoadUnsafe(ref row);
                row = ref Unsafe.Add(ref row, stride);
            }

            Vector128.StoreUnsafe((Vector128.LoadUnsafe(ref destination, (uint)column) & kept) + sum, ref destination, (uint)column);
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
        for (int column = 0; column < columns; column += 4)
        {
            Vector128<float> sum0 = Vector128<float>.Zero, sum1 = sum0, sum2 = sum0, sum3 = sum0;
            ref float row = ref Unsafe.Add(ref source, (uint)column);
            for (int i = 0; i < count / 4; i++)
            {
                sum0 += Vector128.LoadUnsafe(ref row);
                sum1 += Vector128.LoadUnsafe(ref row, (uint)columns);
                sum2 += Vector128.LoadUnsafe(ref row, (uint)(2 * columns));
                sum3 += Vector128.LoadUnsafe(ref row, (uint)(3 * columns));
                row = ref Unsafe.Add(ref row, 4 * columns);
            }

            if (count % 4 > 0)
                sum0 += Vector128.LoadUnsafe(ref row);
            if (count % 4 > 1)
                sum1 += Vector128.LoadUnsafe(ref row, (uint)columns);
            if (count % 4 > 2)
                sum2 += Vector128.LoadUnsafe(ref row, (uint)(2 * columns));

            Vector128.StoreUnsafe(Vector128.LoadUnsafe(ref destination, (uint)column) + ((sum0 + sum1) + (sum2 + sum3)), ref destination, (uint)column);
        }
    }

    /// <summary>Adds a register × a vector of memory to an accumulator.</summary>
    /// <param name="factor">The register.</param>
    /// <param name="source">Where the array begins.</param>
    /// <param name="offset">The vector's offset.</param>
    /// <param name="sum">The accumulator.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddLoadedProduct(Vector128<float> factor, ref float source, int offset, ref Vector128<float> sum) =>
        sum = Vector128.MultiplyAddEstimate(factor, Vector128.LoadUnsafe(ref source, (uint)offset), sum);

    /// <summary>Adds a register × each of two neighbouring vectors of memory to as many accumulators.</summary>
    /// <param name="factor">The register.</param>
    /// <param name="source">Where the array begins.</param>
    /// <param name="offset">The first vector's offset.</param>
    /// <param name="sum1">The first accumulator.</param>
    /// <param name="sum2">The second accumulator.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddTwoLoadedProducts(Vector128<float> factor, ref float source, int offset, ref Vector128<float> sum1, ref Vector128<float> sum2)
    {
        sum1 = Vector128.MultiplyAddEstimate(factor, Vector128.LoadUnsafe(ref source, (uint)offset), sum1);
        sum2 = Vector128.MultiplyAddEstimate(factor, Vector128.LoadUnsafe(ref source, (uint)(offset + 4)), sum2);
    }

    /// <summary>a &gt; b ? a : b, in this order: where either is NaN the result is b.</summary>
    /// <param name="a">A value.</param>
    /// <param name="b">The other.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Max(Vector128<float> a, Vector128<float> b) => VectorMath.Max(a, b);

    /// <summary>max(0, value). NaN stays NaN, so that a network that diverged can be seen to have.</summary>
    /// <param name="value">The value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> ReLU(Vector128<float> value) => VectorMath.Max(Vector128<float>.Zero, value);

    /// <summary>The gradient before a ReLU: zero where the output is. It passes where the output is NaN, as in PyTorch.</summary>
    /// <param name="gradient">The gradient of the output.</param>
    /// <param name="output">The output.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> ReLUGradient(Vector128<float> gradient, Vector128<float> output) =>
        Vector128.AndNot(gradient, Vector128.LessThanOrEqual(output, Vector128<float>.Zero));

    /// <summary>The value where it is positive, elsewhere slope × value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="slope">The slope.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> LeakyReLU(Vector128<float> value, float slope) => LeakyReLUGradient(value, value, slope);

    /// <summary>The gradient before a LeakyReLU, whose output has the sign of its input, or is zero where that was not positive either.</summary>
    /// <param name="gradient">The gradient of the output.</param>
    /// <param name="output">The output.</param>
    /// <param name="slope">The slope.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> LeakyReLUGradient(Vector128<float> gradient, Vector128<float> output, float slope) =>
        Select(GreaterThan(output, Vector128<float>.Zero), gradient, gradient * Vector128.Create(slope));

    /// <summary>The gradient before a tanh.</summary>
    /// <param name="gradient">The gradient of the output.</param>
    /// <param name="output">The output.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> TanhGradient(Vector128<float> gradient, Vector128<float> output) => gradient * VectorMath.TanhDerivativeFromOutput(output);

    /// <summary>The gradient before a sigmoid.</summary>
    /// <param name="gradient">The gradient of the output.</param>
    /// <param name="output">The output.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> SigmoidGradient(Vector128<float> gradient, Vector128<float> output) => gradient * VectorMath.SigmoidDerivativeFromOutput(output);

    /// <summary>All bits set in the first lanes, none in the others.</summary>
    /// <param name="lanes">How many.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Mask(int lanes) => Vector128.LessThan(Vector128<int>.Indices, Vector128.Create(lanes)).AsSingle();

    /// <summary>condition ? a : b, lane by lane.</summary>
    /// <param name="condition">All bits of a lane set, or none.</param>
    /// <param name="a">Where they are set.</param>
    /// <param name="b">Where they are not.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Select(Vector128<float> condition, Vector128<float> a, Vector128<float> b) => Vector128.ConditionalSelect(condition, a, b);

    /// <summary>a &gt; b, lane by lane: all bits set, or none.</summary>
    /// <param name="a">A value.</param>
    /// <param name="b">The other.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> GreaterThan(Vector128<float> a, Vector128<float> b) => Vector128.GreaterThan(a, b);
}
