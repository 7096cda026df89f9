using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using DslNet.Numerics;

namespace DslNet.CompilerServices;

/// <summary>
/// Max pooling of 2×2 windows over a channels-first image, vectorised over width; the maxima are stored channels-last. For generated code only.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ColumnPooling
{
    private const int Together = 4;

    /// <summary>Finds the maxima.</summary>
    /// <param name="image">One sample: channels × rows × columns.</param>
    /// <param name="pooled">The maxima, [row, column][channel], the channels rounded up, with zeros where none exist.</param>
    /// <param name="channels">Channels of the image.</param>
    /// <param name="rows">Rows of the image; a last one without a partner is left out.</param>
    /// <param name="columns">Columns of the image, at least 16; a last one without a partner is left out.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Max(ref float image, ref float pooled, int channels, int rows, int columns) =>
        Pool(ref image, ref pooled, ref Unsafe.NullRef<float>(), channels, rows, columns, default);

    /// <summary>Finds the maxima and their argmax indices: the first in reading order, or the last NaN, as in PyTorch.</summary>
    /// <param name="image">One sample: channels × rows × columns.</param>
    /// <param name="pooled">The maxima, [row, column][channel], the channels rounded up, with zeros where none exist.</param>
    /// <param name="indices">The argmax indices, in the same order: unsigned integers, row · rowStep + column · columnStep.</param>
    /// <param name="channels">Channels of the image.</param>
    /// <param name="rows">Rows of the image; a last one without a partner is left out.</param>
    /// <param name="columns">Columns of the image, at least 16; a last one without a partner is left out.</param>
    /// <param name="rowStep">What a row of the image adds to an index.</param>
    /// <param name="columnStep">What a column adds.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MaxAndIndices(
        ref float image, ref float pooled, ref float indices, int channels, int rows, int columns, int rowStep, int columnStep) =>
        Pool(ref image, ref pooled, ref indices, channels, rows, columns, new Steps((uint)rowStep, (uint)columnStep));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Pool(ref float image, ref float pooled, ref float indices, int channels, int rows, int columns, Steps steps)
    {
        int plane = rows * columns, lanes = Avx2.IsSupported ? Vector256<float>.Count : Vector128<float>.Count;
        int pooledColumns = columns / 2, padded = PanelWidth.RoundUp(channels);
        for (int row = 0; row < rows / 2; row++)
        {
            // The last tile of a row reaches back to stay inside; what it finds again is the same.
            for (int next = 0; next < pooledColumns; next += lanes)
            {
                int column = Math.Min(next, pooledColumns - lanes);
                for (int channel = 0; channel < padded; channel += Together)
                {
                    int count = Math.Min(Together, channels - channel);
                    ref float windows = ref Unsafe.Add(ref image, channel * plane + 2 * (row * columns + column));
                    int to = (row * pooledColumns + column) * padded + channel;
                    uint start = 2 * ((uint)row * steps.Row + (uint)column * steps.Column);
                    if (Avx2.IsSupported)
                        PoolEight(ref windows, ref pooled, ref indices, count, plane, columns, to, padded, steps, start);
                    else
                        PoolFour(ref windows, ref pooled, ref indices, count, plane, columns, to, padded, steps, start);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PoolEight(
        ref float windows, ref float pooled, ref float indices, int count, int plane, int columns, int to, int padded, Steps steps, uint start)
    {
        Vector256<float> a = default, b = default, c = default, d = default;
        Vector256<uint> first = Vector256.Create(start) + Vector256.Create(0u, 2, 4, 6, 8, 10, 12, 14) * steps.Column;
        Vector256<uint> atA = first, atB = first, atC = first, atD = first;
        bool isIndexed = !Unsafe.IsNullRef(ref indices);
        if (count > 0)
            a = Most(ref windows, columns, isIndexed, steps, ref atA);
        if (count > 1)
            b = Most(ref Unsafe.Add(ref windows, plane), columns, isIndexed, steps, ref atB);
        if (count > 2)
            c = Most(ref Unsafe.Add(ref windows, 2 * plane), columns, isIndexed, steps, ref atC);
        if (count > 3)
            d = Most(ref Unsafe.Add(ref windows, 3 * plane), columns, isIndexed, steps, ref atD);
        ChannelStore.Four(a, b, c, d, ref pooled, to, padded);
        if (isIndexed)
            ChannelStore.Four(atA.AsSingle(), atB.AsSingle(), atC.AsSingle(), atD.AsSingle(), ref indices, to, padded);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PoolFour(
        ref float windows, ref float pooled, ref float indices, int count, int plane, int columns, int to, int padded, Steps steps, uint start)
    {
        Vector128<float> a = default, b = default, c = default, d = default;
        Vector128<uint> first = Vector128.Create(start) + Vector128.Create(0u, 2, 4, 6) * steps.Column;
        Vector128<uint> atA = first, atB = first, atC = first, atD = first;
        bool isIndexed = !Unsafe.IsNullRef(ref indices);
        if (count > 0)
            a = Most(ref windows, columns, isIndexed, steps, ref atA);
        if (count > 1)
            b = Most(ref Unsafe.Add(ref windows, plane), columns, isIndexed, steps, ref atB);
        if (count > 2)
            c = Most(ref Unsafe.Add(ref windows, 2 * plane), columns, isIndexed, steps, ref atC);
        if (count > 3)
            d = Most(ref Unsafe.Add(ref windows, 3 * plane), columns, isIndexed, steps, ref atD);
        ChannelStore.Four(a, b, c, d, ref pooled, to, padded);
        if (isIndexed)
            ChannelStore.Four(atA.AsSingle(), atB.AsSingle(), atC.AsSingle(), atD.AsSingle(), ref indices, to, padded);
    }

    /// <summary>The maxima of eight windows of one channel; to the indices of the windows is added that of each maximum within its window.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Most(ref float windows, int columns, bool isIndexed, Steps steps, ref Vector256<uint> indices)
    {
        Vector256<float> above = Vector256.LoadUnsafe(ref windows), aboveRight = Vector256.LoadUnsafe(ref windows, 8);
        Vector256<float> below = Vector256.LoadUnsafe(ref windows, (nuint)columns), belowRight = Vector256.LoadUnsafe(ref windows, (nuint)columns + 8);

        // Even and odd columns, with the middle two quarters exchanged.
        Vector256<float> first = Avx.Shuffle(above, aboveRight, 0b10_00_10_00), second = Avx.Shuffle(above, aboveRight, 0b11_01_11_01);
        Vector256<float> third = Avx.Shuffle(below, belowRight, 0b10_00_10_00), fourth = Avx.Shuffle(below, belowRight, 0b11_01_11_01);
        Vector256<float> most = VectorMath.Max(fourth, VectorMath.Max(third, VectorMath.Max(second, first)));

        // Only the first one's NaN comes through so.
        most |= Vector256.IsNaN(second) | AreUnordered(third, fourth);
        if (isIndexed)
        {
            // In reverse, so that ties resolve to the first position. NaNs equal nothing: there it is the first position so far.
            Vector256<uint> index = Vector256.Equals(fourth, most).AsUInt32() & Vector256.Create(steps.Row + steps.Column);
            index = Vector256.ConditionalSelect(Vector256.Equals(third, most).AsUInt32(), Vector256.Create(steps.Row), index);
            index = Vector256.ConditionalSelect(Vector256.Equals(second, most).AsUInt32(), Vector256.Create(steps.Column), index);
            index = Vector256.AndNot(index, Vector256.Equals(first, most).AsUInt32());
            if (!Vector256.EqualsAll(most, most))
            {
                index = Vector256.ConditionalSelect(Vector256.IsNaN(second).AsUInt32(), Vector256.Create(steps.Column), index);
                index = Vector256.ConditionalSelect(Vector256.IsNaN(third).AsUInt32(), Vector256.Create(steps.Row), index);
                index = Vector256.ConditionalSelect(Vector256.IsNaN(fourth).AsUInt32(), Vector256.Create(steps.Row + steps.Column), index);
            }

            indices += InOrder(index);
        }

        return InOrder(most.AsUInt32()).AsSingle();
    }

    /// <summary>Where either is NaN: one comparison, which only the processor's own instruction makes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> AreUnordered(Vector256<float> a, Vector256<float> b) => Avx.CompareUnordered(a, b);

    /// <inheritdoc cref="AreUnordered(Vector256{float}, Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> AreUnordered(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported ? Sse.CompareUnordered(a, b) : Vector128.IsNaN(a) | Vector128.IsNaN(b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> InOrder(Vector256<uint> windows) => Avx2.Permute4x64(windows.AsUInt64(), 0b11_01_10_00).AsUInt32();

    /// <summary>The same of four windows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Most(ref float windows, int columns, bool isIndexed, Steps steps, ref Vector128<uint> indices)
    {
        Vector128<float> above = Vector128.LoadUnsafe(ref windows), aboveRight = Vector128.LoadUnsafe(ref windows, 4);
        Vector128<float> below = Vector128.LoadUnsafe(ref windows, (nuint)columns), belowRight = Vector128.LoadUnsafe(ref windows, (nuint)columns + 4);
        Vector128<float> first = Even(above, aboveRight), second = Odd(above, aboveRight), third = Even(below, belowRight), fourth = Odd(below, belowRight);
        Vector128<float> most = VectorMath.Max(fourth, VectorMath.Max(third, VectorMath.Max(second, first)));
        most |= Vector128.IsNaN(second) | AreUnordered(third, fourth);
        if (isIndexed)
        {
            Vector128<uint> index = Vector128.Equals(fourth, most).AsUInt32() & Vector128.Create(steps.Row + steps.Column);
            index = Vector128.ConditionalSelect(Vector128.Equals(third, most).AsUInt32(), Vector128.Create(steps.Row), index);
            index = Vector128.ConditionalSelect(Vector128.Equals(second, most).AsUInt32(), Vector128.Create(steps.Column), index);
            index = Vector128.AndNot(index, Vector128.Equals(first, most).AsUInt32());
            if (!Vector128.EqualsAll(most, most))
            {
                index = Vector128.ConditionalSelect(Vector128.IsNaN(second).AsUInt32(), Vector128.Create(steps.Column), index);
                index = Vector128.ConditionalSelect(Vector128.IsNaN(third).AsUInt32(), Vector128.Create(steps.Row), index);
                index = Vector128.ConditionalSelect(Vector128.IsNaN(fourth).AsUInt32(), Vector128.Create(steps.Row + steps.Column), index);
            }

            indices += index;
        }

        return most;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Even(Vector128<float> left, Vector128<float> right) =>
        Sse.IsSupported ? Sse.Shuffle(left, right, 0b10_00_10_00)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.UnzipEven(left, right)
        : Vector128.Create(left[0], left[2], right[0], right[2]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Odd(Vector128<float> left, Vector128<float> right) =>
        Sse.IsSupported ? Sse.Shuffle(left, right, 0b11_01_11_01)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.UnzipOdd(left, right)
        : Vector128.Create(left[1], left[3], right[1], right[3]);

    /// <summary>What a row and a column of the image add to an index.</summary>
    private readonly record struct Steps(uint Row, uint Column);
}
