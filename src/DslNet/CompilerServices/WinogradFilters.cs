using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DslNet.CompilerServices;

/// <summary>Winograd's filter transform of F(4 × 4, 3 × 3): for generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WinogradFilters
{
    private const float A = WinogradPoints.A, B = WinogradPoints.B;

    // Sums of so few terms are so exact that roundings here would show: filters are rounded but once.
    private const int FewChannels = 32;

    // What the polynomials of the input transform are at their own points: filters are divided by it, last of all and by rows and columns at once.
    private const double AtA = 2.0 * A * A * (A * A - B * B), AtB = 2.0 * B * B * (B * B - A * A), AtZero = (double)A * A * B * B;

    /// <summary>By row: the factors of the columns of zero, ±A, ±B and infinity.</summary>
    private static readonly float[] s_factors = [.. new[] { AtZero, AtA, AtA, AtB, AtB, 1 }.SelectMany(row => new[] { AtZero, AtA, AtB, 1 }.Select(column => (float)(1 / (row * column))))];

    /// <summary>Transforms filters of 3 × 3 taps: GgGᵀ.</summary>
    /// <param name="weights">The filters, in panels (see <see cref="PanelLayout"/>): [tap][channel][filter].</param>
    /// <param name="result">Where they go: [point], of each panels of [channel][filter].</param>
    /// <param name="filters">Filters, with those that fill the last panel.</param>
    /// <param name="channels">Channels.</param>
    /// <param name="pointStride">From one point of the result to the next.</param>
    /// <param name="rotated">Whether taps are in reverse order: the gradient of the image is the convolution with rotated filters.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Transform(ref float weights, ref float result, int filters, int channels, int pointStride, int rotated)
    {
        for (int panel = 0; panel < filters; panel += PanelWidth.Full)
        {
            int width = PanelWidth.At(panel, filters), length = channels * width, taps = WinogradPoints.Taps * WinogradPoints.Taps;
            ref float from = ref Unsafe.Add(ref weights, panel * channels * taps), to = ref Unsafe.Add(ref result, panel * channels);
            (int first, int step) = rotated != 0 ? ((taps - 1) * length, -length) : (0, length);
            if (channels < FewChannels)
                TransformExactly(ref Unsafe.Add(ref from, first), step, ref to, length, pointStride);
            else if (Vector512.IsHardwareAccelerated && width % Lanes512.Count == 0)
                TransformPanel<Lanes512>(ref Unsafe.Add(ref from, first), step, ref to, length, pointStride);
            else if (Vector256.IsHardwareAccelerated)
                TransformPanel<Lanes256>(ref Unsafe.Add(ref from, first), step, ref to, length, pointStride);
            else
                TransformPanel<Lanes128>(ref Unsafe.Add(ref from, first), step, ref to, length, pointStride);
        }
    }

    /// <summary>A panel with vectors of one width: all give the same bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void TransformPanel<TLanes>(ref float weights, int tapStride, ref float result, int length, int pointStride)
        where TLanes : struct, ILanes<TLanes>
    {
        for (int i = 0; i < length; i += TLanes.Count)
        {
            // The columns first, each to six values; in memory, since registers are too few.
            Unsafe.SkipInit(out InlineColumns<TLanes> columns);
            ref TLanes column = ref Unsafe.As<InlineColumns<TLanes>, TLanes>(ref columns);
            for (int tap = 0; tap < WinogradPoints.Taps; tap++)
            {
                ref float from = ref Unsafe.Add(ref weights, tap * tapStride);
                Transform(
                    TLanes.Load(ref from, i), TLanes.Load(ref from, i + WinogradPoints.Taps * tapStride), TLanes.Load(ref from, i + 2 * WinogradPoints.Taps * tapStride),
                    out Unsafe.Add(ref column, tap), out Unsafe.Add(ref column, 3 + tap), out Unsafe.Add(ref column, 6 + tap),
                    out Unsafe.Add(ref column, 9 + tap), out Unsafe.Add(ref column, 12 + tap), out Unsafe.Add(ref column, 15 + tap));
            }

            ref float to = ref Unsafe.Add(ref result, i), factors = ref MemoryMarshal.GetArrayDataReference(s_factors);
            for (int row = 0; row < WinogradPoints.Count; row++)
            {
                Transform(
                    column, Unsafe.Add(ref column, 1), Unsafe.Add(ref column, 2),
                    out TLanes zero, out TLanes a, out TLanes minusA, out TLanes b, out TLanes minusB, out TLanes infinity);
                TLanes ofZero = TLanes.All(factors), ofA = TLanes.All(Unsafe.Add(ref factors, 1)), ofB = TLanes.All(Unsafe.Add(ref factors, 2)), ofInfinity = TLanes.All(Unsafe.Add(ref factors, 3));
                TLanes.Store(ofZero * zero, ref to, 0);
                TLanes.Store(ofA * a, ref to, pointStride);
                TLanes.Store(ofA * minusA, ref to, 2 * pointStride);
                TLanes.Store(ofB * b, ref to, 3 * pointStride);
                TLanes.Store(ofB * minusB, ref to, 4 * pointStride);
                TLanes.Store(ofInfinity * infinity, ref to, 5 * pointStride);
                column = ref Unsafe.Add(ref column, WinogradPoints.Taps);
                factors = ref Unsafe.Add(ref factors, 4);
                to = ref Unsafe.Add(ref to, WinogradPoints.Count * pointStride);
            }
        }
    }

    /// <summary>A panel in double precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TransformExactly(ref float weights, int tapStride, ref float result, int length, int pointStride)
    {
        for (int i = 0; i < length; i += Vector256<double>.Count)
        {
            Unsafe.SkipInit(out InlineColumns<Vector256<double>> columns);
            ref Vector256<double> column = ref Unsafe.As<InlineColumns<Vector256<double>>, Vector256<double>>(ref columns);
            for (int tap = 0; tap < WinogradPoints.Taps; tap++)
            {
                ref float from = ref Unsafe.Add(ref weights, tap * tapStride + i);
                int row = WinogradPoints.Taps * tapStride;
                Transform(
                    Load(ref from), Load(ref Unsafe.Add(ref from, row)), Load(ref Unsafe.Add(ref from, 2 * row)),
                    out Unsafe.Add(ref column, tap), out Unsafe.Add(ref column, 3 + tap), out Unsafe.Add(ref column, 6 + tap),
                    out Unsafe.Add(ref column, 9 + tap), out Unsafe.Add(ref column, 12 + tap), out Unsafe.Add(ref column, 15 + tap));
            }

            ref float to = ref Unsafe.Add(ref result, i);
            for (int row = 0; row < WinogradPoints.Count; row++)
            {
                Vector256<double> of = Vector256.Create(row switch { 0 => 1 / AtZero, < 3 => 1 / AtA, < 5 => 1 / AtB, _ => 1 });
                Transform(
                    of * column, of * Unsafe.Add(ref column, 1), of * Unsafe.Add(ref column, 2),
                    out Vector256<double> zero, out Vector256<double> a, out Vector256<double> minusA, out Vector256<double> b, out Vector256<double> minusB,
                    out Vector256<double> infinity);
                Store(Vector256.Create(1 / AtZero) * zero, ref to);
                Store(Vector256.Create(1 / AtA) * a, ref Unsafe.Add(ref to, pointStride));
                Store(Vector256.Create(1 / AtA) * minusA, ref Unsafe.Add(ref to, 2 * pointStride));
                Store(Vector256.Create(1 / AtB) * b, ref Unsafe.Add(ref to, 3 * pointStride));
                Store(Vector256.Create(1 / AtB) * minusB, ref Unsafe.Add(ref to, 4 * pointStride));
                Store(infinity, ref Unsafe.Add(ref to, 5 * pointStride));
                column = ref Unsafe.Add(ref column, WinogradPoints.Taps);
                to = ref Unsafe.Add(ref to, WinogradPoints.Count * pointStride);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Load(ref float from)
    {
        (Vector128<double> lower, Vector128<double> upper) = Vector128.Widen(Vector128.LoadUnsafe(ref from));
        return Vector256.Create(lower, upper);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<double> values, ref float to) => Vector128.Narrow(values.GetLower(), values.GetUpper()).StoreUnsafe(ref to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transform(
        Vector256<double> g0, Vector256<double> g1, Vector256<double> g2, out Vector256<double> zero, out Vector256<double> a, out Vector256<double> minusA,
        out Vector256<double> b, out Vector256<double> minusB, out Vector256<double> infinity)
    {
        Vector256<double> evenA = g0 + g2 * ((double)A * A), oddA = g1 * A, evenB = g0 + g2 * ((double)B * B), oddB = g1 * B;
        (zero, infinity) = (g0, g2);
        (a, minusA) = (evenA + oddA, evenA - oddA);
        (b, minusB) = (evenB + oddB, evenB - oddB);
    }

    /// <summary>A polynomial at the points.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transform<TLanes>(
        TLanes g0, TLanes g1, TLanes g2, out TLanes zero, out TLanes a, out TLanes minusA, out TLanes b, out TLanes minusB, out TLanes infinity)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes evenA = TLanes.Fuse(TLanes.All(A * A), g2, g0), evenB = TLanes.Fuse(TLanes.All(B * B), g2, g0);
        (zero, infinity) = (g0, g2);
        (a, minusA) = (TLanes.Fuse(TLanes.All(A), g1, evenA), TLanes.FuseNegated(TLanes.All(A), g1, evenA));
        (b, minusB) = (TLanes.Fuse(TLanes.All(B), g1, evenB), TLanes.FuseNegated(TLanes.All(B), g1, evenB));
    }

    [InlineArray(WinogradPoints.Count * WinogradPoints.Taps)]
    private struct InlineColumns<TLanes>
        where TLanes : struct
    {
        private TLanes _first;
    }
}
