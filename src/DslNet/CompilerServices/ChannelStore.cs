using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DslNet.CompilerServices;

/// <summary>Stores vectors that run across the columns of four channels with the channels side by side: for generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ChannelStore
{
    /// <summary>Stores eight columns of four channels.</summary>
    /// <param name="a">The first channel.</param>
    /// <param name="b">The second.</param>
    /// <param name="c">The third.</param>
    /// <param name="d">The fourth.</param>
    /// <param name="destination">Where the image begins.</param>
    /// <param name="offset">The first channel of the first column.</param>
    /// <param name="columnStride">From one column to the next.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Four(
        Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<float> d, ref float destination, int offset, int columnStride)
    {
        if (!Avx.IsSupported)
        {
            Four(a.GetLower(), b.GetLower(), c.GetLower(), d.GetLower(), ref destination, offset, columnStride);
            Four(a.GetUpper(), b.GetUpper(), c.GetUpper(), d.GetUpper(), ref destination, offset + 4 * columnStride, columnStride);
            return;
        }

        destination = ref Unsafe.Add(ref destination, (uint)offset);

        // Each half of 128 bits is transposed by itself: columns 0 to 3 below, 4 to 7 above.
        Vector256<float> ab01 = Avx.UnpackLow(a, b), ab23 = Avx.UnpackHigh(a, b), cd01 = Avx.UnpackLow(c, d), cd23 = Avx.UnpackHigh(c, d);
        Columns(Avx.Shuffle(ab01, cd01, 0x44), ref destination, 0, columnStride);
        Columns(Avx.Shuffle(ab01, cd01, 0xEE), ref destination, columnStride, columnStride);
        Columns(Avx.Shuffle(ab23, cd23, 0x44), ref destination, 2 * columnStride, columnStride);
        Columns(Avx.Shuffle(ab23, cd23, 0xEE), ref destination, 3 * columnStride, columnStride);
    }

    /// <summary>Stores four columns of four channels.</summary>
    /// <inheritdoc cref="Four(Vector256{float}, Vector256{float}, Vector256{float}, Vector256{float}, ref float, int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Four(
        Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float> d, ref float destination, int offset, int columnStride)
    {
        destination = ref Unsafe.Add(ref destination, (uint)offset);
        Vector128<float> ac01 = Transpose4X4.Low(a, c), ac23 = Transpose4X4.High(a, c), bd01 = Transpose4X4.Low(b, d), bd23 = Transpose4X4.High(b, d);
        Transpose4X4.Low(ac01, bd01).StoreUnsafe(ref destination);
        Transpose4X4.High(ac01, bd01).StoreUnsafe(ref destination, (uint)columnStride);
        Transpose4X4.Low(ac23, bd23).StoreUnsafe(ref destination, (uint)(2 * columnStride));
        Transpose4X4.High(ac23, bd23).StoreUnsafe(ref destination, (uint)(3 * columnStride));
    }

    /// <summary>Stores zeros in four channels of several columns.</summary>
    /// <param name="destination">Where the image begins.</param>
    /// <param name="offset">The first of the channels in the first column.</param>
    /// <param name="columnStride">From one column to the next.</param>
    /// <param name="columns">How many columns.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Zeros(ref float destination, int offset, int columnStride, int columns)
    {
        destination = ref Unsafe.Add(ref destination, (uint)offset);
        for (int column = 0; column < columns; column++)
            Vector128<float>.Zero.StoreUnsafe(ref destination, (uint)(column * columnStride));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Columns(Vector256<float> columns, ref float destination, int offset, int columnStride)
    {
        columns.GetLower().StoreUnsafe(ref destination, (uint)offset);
        columns.GetUpper().StoreUnsafe(ref destination, (uint)(offset + 4 * columnStride));
    }
}
