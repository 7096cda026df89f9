using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using DslNet.Numerics;

namespace DslNet.CompilerServices;

/// <summary>What becomes of accumulators.</summary>
public static partial class Lanes4
{
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
        Vector128.StoreUnsafe(ReLUGradient(value, Vector128.LoadUnsafe(ref output, (uint)offset)), ref destination, (uint)offset);

    /// <summary>Stores the gradient before a ReLU of twice as many.</summary>
    /// <param name="value1">The first of them.</param>
    /// <param name="value2">Those that follow.</param>
    /// <param name="output">Where the outputs begin.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTwoReLUGradient(Vector128<float> value1, Vector128<float> value2, ref float output, ref float destination, int offset)
    {
        Vector128.StoreUnsafe(ReLUGradient(value1, Vector128.LoadUnsafe(ref output, (uint)offset)), ref destination, (uint)offset);
        Vector128.StoreUnsafe(ReLUGradient(value2, Vector128.LoadUnsafe(ref output, (uint)(offset + 4))), ref destination, (uint)(offset + 4));
    }

    /// <summary>Stores the gradient before a tanh of four values.</summary>
    /// <param name="value">The gradient of the output.</param>
    /// <param name="output">Where the outputs begin.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTanhGradient(Vector128<float> value, ref float output, ref float destination, int offset) =>

        Vector128.StoreUnsafe(TanhGradient(value, Vector128.LoadUnsafe(ref output, (uint)offset)), ref destination, (uint)offset);

    /// <summary>Stores the gradient before a tanh of twice as many.</summary>
    /// <param name="value1">The first of them.</param>
    /// <param name="value2">Those that follow.</param>
    /// <param name="output">Where the outputs begin.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTwoTanhGradient(Vector128<float> value1, Vector128<float> value2, ref float output, ref float destination, int offset)
    {

        Vector128.StoreUnsafe(TanhGradient(value1, Vector128.LoadUnsafe(ref output, (uint)offset)), ref destination, (uint)offset);

        Vector128.StoreUnsafe(TanhGradient(value2, Vector128.LoadUnsafe(ref output, (uint)(offset + 4))), ref destination, (uint)(offset + 4));
    }

    /// <summary>Stores the gradient before a sigmoid of four values.</summary>
    /// <param name="value">The gradient of the output.</param>
    /// <param name="output">Where the outputs begin.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSigmoidGradient(Vector128<float> value, ref float output, ref float destination, int offset) =>

        Vector128.StoreUnsafe(SigmoidGradient(value, Vector128.LoadUnsafe(ref output, (uint)offset)), ref destination, (uint)offset);

    /// <summary>Stores the gradient before a sigmoid of twice as many.</summary>
    /// <param name="value1">The first of them.</param>
    /// <param name="value2">Those that follow.</param>
    /// <param name="output">Where the outputs begin.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTwoSigmoidGradient(Vector128<float> value1, Vector128<float> value2, ref float output, ref float destination, int offset)
    {

        Vector128.StoreUnsafe(SigmoidGradient(value1, Vector128.LoadUnsafe(ref output, (uint)offset)), ref destination, (uint)offset);

        Vector128.StoreUnsafe(SigmoidGradient(value2, Vector128.LoadUnsafe(ref output, (uint)(offset + 4))), ref destination, (uint)(offset + 4));
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
}
