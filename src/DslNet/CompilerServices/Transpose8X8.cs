using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DslNet.CompilerServices;

/// <summary>Exchanges rows and columns of an 8×8 block of floats.</summary>
internal static class Transpose8X8
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy(ref float source, int sourceStride, ref float destination, int destinationStride)
    {
        if (Avx.IsSupported)
            CopyWide(ref source, sourceStride, ref destination, destinationStride);
        else
            CopyQuarters(ref source, sourceStride, ref destination, destinationStride);
    }

    private static void CopyQuarters(ref float source, int sourceStride, ref float destination, int destinationStride)
    {
        for (int row = 0; row < 8; row += 4)
        {
            for (int column = 0; column < 8; column += 4)
                Transpose4X4.Copy(ref Unsafe.Add(ref source, row * sourceStride + column), sourceStride, ref Unsafe.Add(ref destination, column * destinationStride + row), destinationStride);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyWide(ref float source, int sourceStride, ref float destination, int destinationStride)
    {
        // A row's first half and that of the row four below share a vector: what is left is a 4×4 block in each half.
        (Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<float> d) = Halves(ref source, sourceStride);
        StoreColumns(a, b, c, d, ref destination, destinationStride);
        (a, b, c, d) = Halves(ref Unsafe.Add(ref source, 4), sourceStride);
        StoreColumns(a, b, c, d, ref Unsafe.Add(ref destination, 4 * destinationStride), destinationStride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<float> A, Vector256<float> B, Vector256<float> C, Vector256<float> D) Halves(ref float source, int stride) =>
        (Half(ref source, 0, stride), Half(ref source, 1, stride), Half(ref source, 2, stride), Half(ref source, 3, stride));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Half(ref float source, int row, int stride) => Vector256.Create(
        Vector128.LoadUnsafe(ref source, (nuint)(row * stride)), Vector128.LoadUnsafe(ref source, (nuint)((row + 4) * stride)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreColumns(Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<float> d, ref float destination, int stride)
    {
        // As in Transpose4X4: a0 c0 a1 c1, a2 c2 a3 c3, and so with b and d, interleaved once more.
        Vector256<float> ac = Avx.UnpackLow(a, c), acHigh = Avx.UnpackHigh(a, c), bd = Avx.UnpackLow(b, d), bdHigh = Avx.UnpackHigh(b, d);
        Avx.UnpackLow(ac, bd).StoreUnsafe(ref destination);
        Avx.UnpackHigh(ac, bd).StoreUnsafe(ref destination, (nuint)stride);
        Avx.UnpackLow(acHigh, bdHigh).StoreUnsafe(ref destination, (nuint)(2 * stride));
        Avx.UnpackHigh(acHigh, bdHigh).StoreUnsafe(ref destination, (nuint)(3 * stride));
    }
}
