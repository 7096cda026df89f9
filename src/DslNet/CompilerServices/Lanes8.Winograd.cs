using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DslNet.CompilerServices;

/// <summary>Winograd's output transform of F(4 × 4, 3 × 3), AᵀmA, piece by piece: so it needs few registers.</summary>
public static partial class Lanes8
{
    /// <summary>Output rows 0 and 2 of a column of six products.</summary>
    /// <param name="products">The first product.</param>
    /// <param name="offset">The column's offset.</param>
    /// <param name="stride">From one product of the column to the next.</param>
    /// <param name="row0">Row 0.</param>
    /// <param name="row2">Row 2.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WinogradEvenRows(ref float products, int offset, int stride, out Vector256<float> row0, out Vector256<float> row2)
    {
        Vector256<float> a = Load(ref products, offset + stride) + Load(ref products, offset + 2 * stride);
        Vector256<float> b = Load(ref products, offset + 3 * stride) + Load(ref products, offset + 4 * stride);
        row0 = Load(ref products, offset) + a + b;
        row2 = MultiplyAdd(Fill(WinogradPoints.B * WinogradPoints.B), b, Fill(WinogradPoints.A * WinogradPoints.A) * a);
    }

    /// <summary>Output rows 1 and 3 of a column of six products.</summary>
    /// <param name="products">The first product.</param>
    /// <param name="offset">The column's offset.</param>
    /// <param name="stride">From one product of the column to the next.</param>
    /// <param name="row1">Row 1.</param>
    /// <param name="row3">Row 3.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WinogradOddRows(ref float products, int offset, int stride, out Vector256<float> row1, out Vector256<float> row3)
    {
        Vector256<float> a = Load(ref products, offset + stride) - Load(ref products, offset + 2 * stride);
        Vector256<float> b = Load(ref products, offset + 3 * stride) - Load(ref products, offset + 4 * stride);
        row1 = MultiplyAdd(Fill(WinogradPoints.B), b, Fill(WinogradPoints.A) * a);
        row3 = MultiplyAdd(
            Fill(WinogradPoints.B * WinogradPoints.B * WinogradPoints.B), b,
            MultiplyAdd(Fill(WinogradPoints.A * WinogradPoints.A * WinogradPoints.A), a, Load(ref products, offset + 5 * stride)));
    }

    /// <summary>The four outputs of a row.</summary>
    /// <param name="m0">At zero.</param>
    /// <param name="m1">At the smaller point.</param>
    /// <param name="m2">At its negative.</param>
    /// <param name="m3">At the larger point.</param>
    /// <param name="m4">At its negative.</param>
    /// <param name="m5">At infinity.</param>
    /// <param name="y0">Column 0.</param>
    /// <param name="y1">Column 1.</param>
    /// <param name="y2">Column 2.</param>
    /// <param name="y3">Column 3.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WinogradColumns(
        Vector256<float> m0, Vector256<float> m1, Vector256<float> m2, Vector256<float> m3, Vector256<float> m4, Vector256<float> m5,
        out Vector256<float> y0, out Vector256<float> y1, out Vector256<float> y2, out Vector256<float> y3)
    {
        Vector256<float> evenA = m1 + m2, oddA = m1 - m2, evenB = m3 + m4, oddB = m3 - m4;
        y0 = m0 + evenA + evenB;
        y1 = MultiplyAdd(Fill(WinogradPoints.B), oddB, Fill(WinogradPoints.A) * oddA);
        y2 = MultiplyAdd(Fill(WinogradPoints.B * WinogradPoints.B), evenB, Fill(WinogradPoints.A * WinogradPoints.A) * evenA);
        y3 = MultiplyAdd(
            Fill(WinogradPoints.B * WinogradPoints.B * WinogradPoints.B), oddB,
            MultiplyAdd(Fill(WinogradPoints.A * WinogradPoints.A * WinogradPoints.A), oddA, m5));
    }
}
