using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace DslNet.CompilerServices;

/// <summary>Differences of an image's neighbouring rows: for generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RowDifferences
{
    /// <summary>
    /// Stores row 0 − row 1, row 2 − row 1, row 2 − row 3, and so on: of two neighbours the odd one is always subtracted. Rows are counted
    /// from the padding's first; outside the image they are zero.
    /// </summary>
    /// <param name="image">The image: [plane][row], where a row is all that lies in one run.</param>
    /// <param name="result">Where the differences go, row by row, with planes as far apart as the image's.</param>
    /// <param name="planes">Planes.</param>
    /// <param name="planeStride">From one plane to the next.</param>
    /// <param name="rows">Rows of a plane.</param>
    /// <param name="rowLength">Floats of a row.</param>
    /// <param name="padding">Rows of zeros before the first.</param>
    /// <param name="differences">How many rows of differences there are.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Subtract(
        ref float image, ref float result, int planes, int planeStride, int rows, int rowLength, int padding, int differences)
    {
        for (int plane = 0; plane < planes; plane++)
        {
            ref float from = ref Unsafe.Add(ref image, plane * planeStride), to = ref Unsafe.Add(ref result, plane * planeStride);
            for (int row = 0; row < differences; row++)
            {
                int even = row + (row & 1) - padding, odd = row + 1 - (row & 1) - padding;
                ref float difference = ref Unsafe.Add(ref to, row * rowLength);
                bool hasEven = (uint)even < (uint)rows, hasOdd = (uint)odd < (uint)rows;
                if (hasEven && hasOdd)
                    FloatRows.Subtract(ref Unsafe.Add(ref from, even * rowLength), ref Unsafe.Add(ref from, odd * rowLength), ref difference, (nuint)rowLength);
                else if (hasEven)
                    FloatMemory.Copy(ref Unsafe.Add(ref from, even * rowLength), ref difference, rowLength);
                else if (hasOdd)
                    FloatRows.Negate(ref Unsafe.Add(ref from, odd * rowLength), ref difference, (nuint)rowLength);
                else
                    FloatMemory.Clear(ref difference, rowLength);
            }
        }
    }
}
