using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace DslNet.CompilerServices;

/// <summary>Exchanges rows and columns of a 4×4 block of floats.</summary>
internal static class Transpose4X4
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy(ref float source, int sourceStride, ref float destination, int destinationStride)
    {
        if (!Sse.IsSupported && !AdvSimd.Arm64.IsSupported)
        {
            CopyOneByOne(ref source, sourceStride, ref destination, destinationStride);
            return;
        }

        Vector128<float> a = Vector128.LoadUnsafe(ref source);
        Vector128<float> b = Vector128.LoadUnsafe(ref source, (nuint)sourceStride);
        Vector128<float> c = Vector128.LoadUnsafe(ref source, (nuint)(2 * sourceStride));
        Vector128<float> d = Vector128.LoadUnsafe(ref source, (nuint)(3 * sourceStride));

        // a0 c0 a1 c1, a2 c2 a3 c3, and so with b and d: interleaved once more, these are the columns.
        Vector128<float> ac = Low(a, c), acHigh = High(a, c), bd = Low(b, d), bdHigh = High(b, d);
        Low(ac, bd).StoreUnsafe(ref destination);
        High(ac, bd).StoreUnsafe(ref destination, (nuint)destinationStride);
        Low(acHigh, bdHigh).StoreUnsafe(ref destination, (nuint)(2 * destinationStride));
        High(acHigh, bdHigh).StoreUnsafe(ref destination, (nuint)(3 * destinationStride));
    }

    /// <summary>The lower halves, element by element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Low(Vector128<float> left, Vector128<float> right) =>
        Sse.IsSupported ? Sse.UnpackLow(left, right)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(left, right)
        : Vector128.Create(left[0], right[0], left[1], right[1]);

    /// <summary>The upper halves, element by element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> High(Vector128<float> left, Vector128<float> right) =>
        Sse.IsSupported ? Sse.UnpackHigh(left, right)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipHigh(left, right)
        : Vector128.Create(left[2], right[2], left[3], right[3]);

    private static void CopyOneByOne(ref float source, int sourceStride, ref float destination, int destinationStride)
    {
        for (int row = 0; row < 4; row++)
        {
            for (int column = 0; column < 4; column++)
                Unsafe.Add(ref destination, column * destinationStride + row) = Unsafe.Add(ref source, row * sourceStride + column);
        }
    }
}
