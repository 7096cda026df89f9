using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using DslNet.Numerics;

namespace DslNet.CompilerServices;

/// <summary>What becomes of accumulators.</summary>
public static partial class Lanes16
{
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
        Vector512.StoreUnsafe(ReLUGradient(value, Vector512.LoadUnsafe(ref output, (uint)offset)), ref destination, (uint)offset);

    /// <summary>Stores the gradient before a ReLU of twice as many.</summary>
    /// <param name="value1">The first of them.</param>
    /// <param name="value2">Those that follow.</param>
    /// <param name="output">Where the outputs begin.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTwoReLUGradient(Vector512<float> value1, Vector512<float> value2, ref float output, ref float destination, int offset)
    {
        Vector512.StoreUnsafe(ReLUGradient(value1, Vector512.LoadUnsafe(ref output, (uint)offset)), ref destination, (uint)offset);
        Vector512.StoreUnsafe(ReLUGradient(value2, Vector512.LoadUnsafe(ref output, (uint)(offset + 16))), ref destination, (uint)(offset + 16));
    }

    /// <summary>Stores the gradient before a tanh of sixteen values.</summary>
    /// <param name="value">The gradient of the output.</param>
    /// <param name="output">Where the outputs begin.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTanhGradient(Vector512<float> value, ref float output, ref float destination, int offset) =>

        Vector512.StoreUnsafe(TanhGradient(value, Vector512.LoadUnsafe(ref output, (uint)offset)), ref destination, (uint)offset);

    /// <summary>Stores the gradient before a tanh of twice as many.</summary>
    /// <param name="value1">The first of them.</param>
    /// <param name="value2">Those that follow.</param>
    /// <param name="output">Where the outputs begin.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTwoTanhGradient(Vector512<float> value1, Vector512<float> value2, ref float output, ref float destination, int offset)
    {

        Vector512.StoreUnsafe(TanhGradient(value1, Vector512.LoadUnsafe(ref output, (uint)offset)), ref destination, (uint)offset);

        Vector512.StoreUnsafe(TanhGradient(value2, Vector512.LoadUnsafe(ref output, (uint)(offset + 16))), ref destination, (uint)(offset + 16));
    }

    /// <summary>Stores the gradient before a sigmoid of sixteen values.</summary>
    /// <param name="value">The gradient of the output.</param>
    /// <param name="output">Where the outputs begin.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSigmoidGradient(Vector512<float> value, ref float output, ref float destination, int offset) =>

        Vector512.StoreUnsafe(SigmoidGradient(value, Vector512.LoadUnsafe(ref output, (uint)offset)), ref destination, (uint)offset);

    /// <summary>Stores the gradient before a sigmoid of twice as many.</summary>
    /// <param name="value1">The first of them.</param>
    /// <param name="value2">Those that follow.</param>
    /// <param name="output">Where the outputs begin.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTwoSigmoidGradient(Vector512<float> value1, Vector512<float> value2, ref float output, ref float destination, int offset)
    {

        Vector512.StoreUnsafe(SigmoidGradient(value1, Vector512.LoadUnsafe(ref output, (uint)offset)), ref destination, (uint)offset);

        Vector512.StoreUnsafe(SigmoidGradient(value2, Vector512.LoadUnsafe(ref output, (uint)(offset + 16))), ref destination, (uint)(offset + 16));
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
}
