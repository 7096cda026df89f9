using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DslNet.CompilerServices;

/// <summary>Winograd's input transform of F(4 × 4, 3 × 3): for generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WinogradImage
{
    private const float A = WinogradPoints.A, B = WinogradPoints.B;

    // What is copied at once: some channels of some tiles that are neighbours. It stays in L1.
    private const int PatchChannels = 64, PatchFloats = 4096, Line = 16;

    /// <summary>
    /// Transforms tiles of 6 × 6 positions, which overlap by two: BᵀdB. Positions outside of the image are zero.
    /// </summary>
    /// <param name="image">The image, channels-last.</param>
    /// <param name="result">Where the tiles go: [point][tile][channel].</param>
    /// <param name="rows">Rows of the image.</param>
    /// <param name="columns">Columns of the image.</param>
    /// <param name="rowStride">From one row to the next.</param>
    /// <param name="channels">Channels, with those that fill the last vector; from one column to the next.</param>
    /// <param name="firstRow">The first tile's first row; negative where it is outside.</param>
    /// <param name="firstColumn">The first tile's first column; negative where it is outside.</param>
    /// <param name="tileRows">Rows of tiles.</param>
    /// <param name="tileColumns">Columns of tiles.</param>
    /// <param name="pointStride">From one point of the result to the next.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Transform(
        ref float image, ref float result, int rows, int columns, int rowStride, int channels, int firstRow, int firstColumn, int tileRows, int tileColumns, int pointStride)
    {
        if (Vector512.IsHardwareAccelerated && channels % Lanes512.Count == 0)
            TransformTiles<Lanes512>(ref image, ref result, rows, columns, rowStride, channels, firstRow, firstColumn, tileRows, tileColumns, pointStride);
        else if (Vector256.IsHardwareAccelerated)
            TransformTiles<Lanes256>(ref image, ref result, rows, columns, rowStride, channels, firstRow, firstColumn, tileRows, tileColumns, pointStride);
        else
            TransformTiles<Lanes128>(ref image, ref result, rows, columns, rowStride, channels, firstRow, firstColumn, tileRows, tileColumns, pointStride);
    }

    /// <summary>The same with vectors of one width: all give the same bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void TransformTiles<TLanes>(
        ref float image, ref float result, int rows, int columns, int rowStride, int channels, int firstRow, int firstColumn, int tileRows, int tileColumns, int pointStride)
        where TLanes : struct, ILanes<TLanes>
    {
        // What is outside is zero: tiles are transformed from a copy that has a border of zeros.
        Unsafe.SkipInit(out InlinePatch memory);
        ref float patch = ref Unsafe.As<InlinePatch, float>(ref memory);
        nint address = Unsafe.ByteOffset(ref Unsafe.NullRef<float>(), ref patch);
        patch = ref Unsafe.AddByteOffset(ref patch, -address & (Line * sizeof(float) - 1));
        const int size = WinogradPoints.Outputs, overlap = WinogradPoints.Taps - 1;
        for (int channel = 0; channel < channels; channel += PatchChannels)
        {
            int some = Math.Min(PatchChannels, channels - channel), most = (PatchFloats / (WinogradPoints.Count * some) - overlap) / size;
            for (int tileRow = 0; tileRow < tileRows; tileRow++)
            {
                for (int tile = 0; tile < tileColumns; tile += most)
                {
                    int run = Math.Min(most, tileColumns - tile), width = run * size + overlap;
                    CopyPatch<TLanes>(
                        ref Unsafe.Add(ref image, channel), ref patch, firstRow + tileRow * size, firstColumn + tile * size, width, rows, columns, rowStride, channels, some);
                    TransformRun<TLanes>(
                        ref patch, run, width * some, some, ref Unsafe.Add(ref result, (tileRow * tileColumns + tile) * channels + channel), channels, pointStride, some);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopyPatch<TLanes>(
        ref float image, ref float patch, int firstRow, int firstColumn, int width, int rows, int columns, int rowStride, int columnStride, int channels)
        where TLanes : struct, ILanes<TLanes>
    {
        int first = Math.Clamp(-firstColumn, 0, width), end = Math.Clamp(columns - firstColumn, first, width);
        for (int row = firstRow; row < firstRow + WinogradPoints.Count; row++, patch = ref Unsafe.Add(ref patch, width * channels))
        {
            bool isInside = (uint)row < (uint)rows;
            int before = isInside ? first : width;
            Clear<TLanes>(ref patch, before * channels);
            if (!isInside)
                continue;
            Clear<TLanes>(ref Unsafe.Add(ref patch, end * channels), (width - end) * channels);
            ref float from = ref Unsafe.Add(ref image, row * rowStride + (firstColumn + first) * columnStride), to = ref Unsafe.Add(ref patch, first * channels);
            if (channels == columnStride)
            {
                Copy<TLanes>(ref from, ref to, (end - first) * channels);
                continue;
            }

            for (int column = first; column < end; column++)
            {
                Copy<TLanes>(ref from, ref to, channels);
                from = ref Unsafe.Add(ref from, columnStride);
                to = ref Unsafe.Add(ref to, channels);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Clear<TLanes>(ref float memory, int length)
        where TLanes : struct, ILanes<TLanes>
    {
        for (int i = 0; i < length; i += TLanes.Count)
            TLanes.Store(TLanes.All(0), ref memory, i);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy<TLanes>(ref float from, ref float to, int length)
        where TLanes : struct, ILanes<TLanes>
    {
        for (int i = 0; i < length; i += TLanes.Count)
            TLanes.Store(TLanes.Load(ref from, i), ref to, i);
    }

    // Rows of points by twos, so that what is between the two directions stays in registers.
    private static void TransformRun<TLanes>(ref float image, int tiles, int rowStride, int columnStride, ref float result, int tileStride, int pointStride, int channels)
        where TLanes : struct, ILanes<TLanes>
    {
        int row = WinogradPoints.Count * pointStride;
        TransformEnd<TLanes>(ref image, tiles, rowStride, columnStride, ref result, tileStride, pointStride, channels);
        TransformPair<TLanes>(ref image, tiles, rowStride, columnStride, ref Unsafe.Add(ref result, row), tileStride, pointStride, channels, A, B * B);
        TransformPair<TLanes>(ref image, tiles, rowStride, columnStride, ref Unsafe.Add(ref result, 3 * row), tileStride, pointStride, channels, B, A * A);
        TransformEnd<TLanes>(ref Unsafe.Add(ref image, rowStride), tiles, rowStride, columnStride, ref Unsafe.Add(ref result, 5 * row), tileStride, pointStride, channels);
    }

    /// <summary>The points at zero, or, from a row further on, at infinity.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TransformEnd<TLanes>(ref float image, int tiles, int rowStride, int columnStride, ref float result, int tileStride, int pointStride, int channels)
        where TLanes : struct, ILanes<TLanes>
    {
        int twoRows = 2 * rowStride;
        for (int tile = 0; tile < tiles; tile++)
        {
            for (int channel = 0; channel < channels; channel += TLanes.Count)
            {
                ref float from = ref Unsafe.Add(ref image, channel);
                StoreRow(
                    End<TLanes>(ref from, 0, twoRows), End<TLanes>(ref from, columnStride, twoRows), End<TLanes>(ref from, 2 * columnStride, twoRows),
                    End<TLanes>(ref from, 3 * columnStride, twoRows), End<TLanes>(ref from, 4 * columnStride, twoRows), End<TLanes>(ref from, 5 * columnStride, twoRows),
                    ref Unsafe.Add(ref result, channel), pointStride);
            }

            image = ref Unsafe.Add(ref image, WinogradPoints.Outputs * columnStride);
            result = ref Unsafe.Add(ref result, tileStride);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes End<TLanes>(ref float from, int offset, int twoRows)
        where TLanes : struct, ILanes<TLanes> => End(TLanes.Load(ref from, offset), TLanes.Load(ref from, offset + twoRows), TLanes.Load(ref from, offset + 2 * twoRows));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes End<TLanes>(TLanes d0, TLanes d2, TLanes d4)
        where TLanes : struct, ILanes<TLanes> => TLanes.Fuse(TLanes.All(A * A * B * B), d0, TLanes.FuseNegated(TLanes.All(A * A + B * B), d2, d4));

    /// <summary>The points ±<paramref name="p"/>; <paramref name="other"/> is the square of the other two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TransformPair<TLanes>(
        ref float image, int tiles, int rowStride, int columnStride, ref float result, int tileStride, int pointStride, int channels, float p, float other)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes point = TLanes.All(p), square = TLanes.All(other);
        for (int tile = 0; tile < tiles; tile++)
        {
            for (int channel = 0; channel < channels; channel += TLanes.Count)
            {
                ref float from = ref Unsafe.Add(ref image, rowStride + channel), to = ref Unsafe.Add(ref result, channel);
                Pair(ref from, 0, rowStride, point, square, out TLanes a0, out TLanes b0);
                Pair(ref from, columnStride, rowStride, point, square, out TLanes a1, out TLanes b1);
                Pair(ref from, 2 * columnStride, rowStride, point, square, out TLanes a2, out TLanes b2);
                Pair(ref from, 3 * columnStride, rowStride, point, square, out TLanes a3, out TLanes b3);
                Pair(ref from, 4 * columnStride, rowStride, point, square, out TLanes a4, out TLanes b4);
                Pair(ref from, 5 * columnStride, rowStride, point, square, out TLanes a5, out TLanes b5);
                StoreRow(a0, a1, a2, a3, a4, a5, ref to, pointStride);
                StoreRow(b0, b1, b2, b3, b4, b5, ref Unsafe.Add(ref to, WinogradPoints.Count * pointStride), pointStride);
            }

            image = ref Unsafe.Add(ref image, WinogradPoints.Outputs * columnStride);
            result = ref Unsafe.Add(ref result, tileStride);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Pair<TLanes>(ref float from, int offset, int rowStride, TLanes point, TLanes square, out TLanes plus, out TLanes minus)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes even = TLanes.FuseNegated(square, TLanes.Load(ref from, offset + rowStride), TLanes.Load(ref from, offset + 3 * rowStride));
        TLanes odd = TLanes.FuseNegated(square, TLanes.Load(ref from, offset), TLanes.Load(ref from, offset + 2 * rowStride));
        plus = TLanes.Fuse(point, odd, even);
        minus = TLanes.FuseNegated(point, odd, even);
    }

    /// <summary>The transform along a row of what was transformed along columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreRow<TLanes>(TLanes d0, TLanes d1, TLanes d2, TLanes d3, TLanes d4, TLanes d5, ref float result, int pointStride)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes a = TLanes.All(A), b = TLanes.All(B), aSquare = TLanes.All(A * A), bSquare = TLanes.All(B * B);
        TLanes evenA = TLanes.FuseNegated(bSquare, d2, d4), oddA = TLanes.FuseNegated(bSquare, d1, d3);
        TLanes evenB = TLanes.FuseNegated(aSquare, d2, d4), oddB = TLanes.FuseNegated(aSquare, d1, d3);
        TLanes.Store(End(d0, d2, d4), ref result, 0);
        TLanes.Store(TLanes.Fuse(a, oddA, evenA), ref result, pointStride);
        TLanes.Store(TLanes.FuseNegated(a, oddA, evenA), ref result, 2 * pointStride);
        TLanes.Store(TLanes.Fuse(b, oddB, evenB), ref result, 3 * pointStride);
        TLanes.Store(TLanes.FuseNegated(b, oddB, evenB), ref result, 4 * pointStride);
        TLanes.Store(End(d1, d3, d5), ref result, 5 * pointStride);
    }

    [InlineArray(PatchFloats + Line)]
    private struct InlinePatch
    {
        private float _first;
    }
}
