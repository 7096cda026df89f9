using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DslNet.CompilerServices;

/// <summary>What becomes of accumulators.</summary>
public static partial class Lanes8
{
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
        Vector256.StoreUnsafe(ReLUGradient(value, Vector256.LoadUnsafe(ref output, (uint)offset)), ref destination, (uint)offset);

    /// <summary>Stores the gradient before a ReLU of twice as many.</summary>
    /// <param name="value1">The first of them.</param>
    /// <param name="value2">Those that follow.</param>
    /// <param name="output">Where the outputs begin.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTwoReLUGradient(Vector256<float> value1, Vector256<float> value2, ref float output, ref float destination, int offset)
    {
        Vector256.StoreUnsafe(ReLUGradient(value1, Vector256.LoadUnsafe(ref output, (uint)offset)), ref destination, (uint)offset);
        Vector256.StoreUnsafe(ReLUGradient(value2, Vector256.LoadUnsafe(ref output, (uint)(offset + 8))), ref destination, (uint)(offset + 8));
    }

    /// <summary>Stores the gradient before a tanh of eight values.</summary>
    /// <param name="value">The gradient of the output.</param>
    /// <param name="output">Where the outputs begin.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTanhGradient(Vector256<float> value, ref float output, ref float destination, int offset) =>

        Vector256.StoreUnsafe(TanhGradient(value, Vector256.LoadUnsafe(ref output, (uint)offset)), ref destination, (uint)offset);

    /// <summary>Stores the gradient before a tanh of twice as many.</summary>
    /// <param name="value1">The first of them.</param>
    /// <param name="value2">Those that follow.</param>
    /// <param name="output">Where the outputs begin.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTwoTanhGradient(Vector256<float> value1, Vector256<float> value2, ref float output, ref float destination, int offset)
    {

        Vector256.StoreUnsafe(TanhGradient(value1, Vector256.LoadUnsafe(ref output, (uint)offset)), ref destination, (uint)offset);

        Vector256.StoreUnsafe(TanhGradient(value2, Vector256.LoadUnsafe(ref output, (uint)(offset + 8))), ref destination, (uint)(offset + 8));
    }

    /// <summary>Stores the gradient before a sigmoid of eight values.</summary>
    /// <param name="value">The gradient of the output.</param>
    /// <param name="output">Where the outputs begin.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSigmoidGradient(Vector256<float> value, ref float output, ref float destination, int offset) =>

        Vector256.StoreUnsafe(SigmoidGradient(value, Vector256.LoadUnsafe(ref output, (uint)offset)), ref destination, (uint)offset);

    /// <summary>Stores the gradient before a sigmoid of twice as many.</summary>
    /// <param name="value1">The first of them.</param>
    /// <param name="value2">Those that follow.</param>
    /// <param name="output">Where the outputs begin.</param>
    /// <param name="destination">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTwoSigmoidGradient(Vector256<float> value1, Vector256<float> value2, ref float output, ref float destination, int offset)
    {

        Vector256.StoreUnsafe(SigmoidGradient(value1, Vector256.LoadUnsafe(ref output, (uint)offset)), ref destination, (uint)offset);

        Vector256.StoreUnsafe(SigmoidGradient(value2, Vector256.LoadUnsafe(ref output, (uint)(offset + 8))), ref destination, (uint)(offset + 8));
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
}
