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
        Store(value1, ref destination, offset);
        Store(value2, ref destination, offset + 8);
    }

    /// <summary>Adds to eight values in memory.</summary>
    /// <param name="value">What is added.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(Vector256<float> value, ref float destination, int offset) =>
        Store(Load(ref destination, offset) + value, ref destination, offset);

    /// <summary>Adds to twice as many in memory.</summary>
    /// <param name="value1">The first of them.</param>
    /// <param name="value2">Those that follow.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddTwo(Vector256<float> value1, Vector256<float> value2, ref float destination, int offset)
    {
        Add(value1, ref destination, offset);
        Add(value2, ref destination, offset + 8);
    }

    /// <summary>Adds to eight values in memory, or overwrites them.</summary>
    /// <param name="value">What is added.</param>
    /// <param name="kept">All bits set to add to what is in memory, none to overwrite it.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(Vector256<float> value, Vector256<float> kept, ref float destination, int offset) =>
        Store((Load(ref destination, offset) & kept) + value, ref destination, offset);

    /// <summary>Adds to twice as many in memory, or overwrites them.</summary>
    /// <param name="value1">The first of them.</param>
    /// <param name="value2">Those that follow.</param>
    /// <param name="kept">All bits set to add to what is in memory, none to overwrite it.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AccumulateTwo(Vector256<float> value1, Vector256<float> value2, Vector256<float> kept, ref float destination, int offset)
    {
        Accumulate(value1, kept, ref destination, offset);
        Accumulate(value2, kept, ref destination, offset + 8);
    }

    /// <summary>Stores max(0, value) of eight values.</summary>
    /// <param name="value">The values.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreReLU(Vector256<float> value, ref float destination, int offset) =>
        Store(ReLU(value), ref destination, offset);

    /// <summary>Stores max(0, value) of twice as many.</summary>
    /// <param name="value1">The first of them.</param>
    /// <param name="value2">Those that follow.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTwoReLU(Vector256<float> value1, Vector256<float> value2, ref float destination, int offset)
    {
        StoreReLU(value1, ref destination, offset);
        StoreReLU(value2, ref destination, offset + 8);
    }

    /// <summary>Stores the gradient before a ReLU of eight values.</summary>
    /// <param name="value">The gradient of the output.</param>
    /// <param name="output">Where the outputs begin.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreReLUGradient(Vector256<float> value, ref float output, ref float destination, int offset) =>
        Store(ReLUGradient(value, Load(ref output, offset)), ref destination, offset);

    /// <summary>Stores the gradient before a ReLU of twice as many.</summary>
    /// <param name="value1">The first of them.</param>
    /// <param name="value2">Those that follow.</param>
    /// <param name="output">Where the outputs begin.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTwoReLUGradient(Vector256<float> value1, Vector256<float> value2, ref float output, ref float destination, int offset)
    {
        StoreReLUGradient(value1, ref output, ref destination, offset);
        StoreReLUGradient(value2, ref output, ref destination, offset + 8);
    }

    /// <summary>Stores the gradient before a tanh of eight values.</summary>
    /// <param name="value">The gradient of the output.</param>
    /// <param name="output">Where the outputs begin.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTanhGradient(Vector256<float> value, ref float output, ref float destination, int offset) =>
        Store(TanhGradient(value, Load(ref output, offset)), ref destination, offset);

    /// <summary>Stores the gradient before a tanh of twice as many.</summary>
    /// <param name="value1">The first of them.</param>
    /// <param name="value2">Those that follow.</param>
    /// <param name="output">Where the outputs begin.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTwoTanhGradient(Vector256<float> value1, Vector256<float> value2, ref float output, ref float destination, int offset)
    {
        StoreTanhGradient(value1, ref output, ref destination, offset);
        StoreTanhGradient(value2, ref output, ref destination, offset + 8);
    }

    /// <summary>Stores the gradient before a sigmoid of eight values.</summary>
    /// <param name="value">The gradient of the output.</param>
    /// <param name="output">Where the outputs begin.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSigmoidGradient(Vector256<float> value, ref float output, ref float destination, int offset) =>
        Store(SigmoidGradient(value, Load(ref output, offset)), ref destination, offset);

    /// <summary>Stores the gradient before a sigmoid of twice as many.</summary>
    /// <param name="value1">The first of them.</param>
    /// <param name="value2">Those that follow.</param>
    /// <param name="output">Where the outputs begin.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTwoSigmoidGradient(Vector256<float> value1, Vector256<float> value2, ref float output, ref float destination, int offset)
    {
        StoreSigmoidGradient(value1, ref output, ref destination, offset);
        StoreSigmoidGradient(value2, ref output, ref destination, offset + 8);
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
    public static void AddProduct(ref float source, int offset, Vector256<float> vector, ref Vector256<float> sum) =>
        sum = MultiplyAdd(Broadcast(ref source, offset), vector, sum);

    /// <summary>Adds one value of memory × each of two vectors to as many accumulators.</summary>
    /// <param name="source">Where the array begins.</param>
    /// <param name="offset">The value's offset.</param>
    /// <param name="vector1">The first vector.</param>
    /// <param name="vector2">The second vector.</param>
    /// <param name="sum1">The first accumulator.</param>
    /// <param name="sum2">The second accumulator.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddTwoProducts(
        ref float source, int offset, Vector256<float> vector1, Vector256<float> vector2, ref Vector256<float> sum1, ref Vector256<float> sum2)
    {
        Vector256<float> x = Broadcast(ref source, offset);
        sum1 = MultiplyAdd(x, vector1, sum1);
        sum2 = MultiplyAdd(x, vector2, sum2);
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
        ref float source, int offset, Vector256<float> vector1, Vector256<float> vector2, Vector256<float> vector3, ref Vector256<float> sum1, ref Vector256<float> sum2, ref Vector256<float> sum3)
    {
        Vector256<float> x = Broadcast(ref source, offset);
        sum1 = MultiplyAdd(x, vector1, sum1);
        sum2 = MultiplyAdd(x, vector2, sum2);
        sum3 = MultiplyAdd(x, vector3, sum3);
    }

    /// <summary>Adds a register × a vector of memory to an accumulator.</summary>
    /// <param name="factor">The register.</param>
    /// <param name="source">Where the array begins.</param>
    /// <param name="offset">The vector's offset.</param>
    /// <param name="sum">The accumulator.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddLoadedProduct(Vector256<float> factor, ref float source, int offset, ref Vector256<float> sum) =>
        sum = MultiplyAdd(factor, Load(ref source, offset), sum);

    /// <summary>Adds a register × each of two neighbouring vectors of memory to as many accumulators.</summary>
    /// <param name="factor">The register.</param>
    /// <param name="source">Where the array begins.</param>
    /// <param name="offset">The first vector's offset.</param>
    /// <param name="sum1">The first accumulator.</param>
    /// <param name="sum2">The second accumulator.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddTwoLoadedProducts(Vector256<float> factor, ref float source, int offset, ref Vector256<float> sum1, ref Vector256<float> sum2)
    {
        AddLoadedProduct(factor, ref source, offset, ref sum1);
        AddLoadedProduct(factor, ref source, offset + 8, ref sum2);
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
    public static Vector256<float> ReLU(Vector256<float> value) => Max(Vector256<float>.Zero, value);

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
        Select(GreaterThan(output, Vector256<float>.Zero), gradient, gradient * Fill(slope));

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
