using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace DslNet.CompilerServices;

/// <summary>Winograd's filter transform along rows: sums of a convolution kernel's rows. For generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class KernelRowSums
{
    /// <summary>Adds row 1 to row 0, row 3 to row 2, and so on; the last of an odd number of rows is left out.</summary>
    /// <param name="weights">The kernels, in panels of filters (see <see cref="PanelLayout"/>).</param>
    /// <param name="sums">Where the sums go: kernels of half as many rows.</param>
    /// <param name="filters">Filters.</param>
    /// <param name="height">Rows of the kernel.</param>
    /// <param name="rowLength">Weights of one filter in a row: columns × channels.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(ref float weights, ref float sums, int filters, int height, int rowLength)
    {
        int padded = PanelWidth.RoundUp(filters), pairs = height / 2;
        for (int panel = 0; panel < padded; panel += PanelWidth.Full)
        {
            int length = rowLength * PanelWidth.At(panel, padded);
            ref float from = ref Unsafe.Add(ref weights, panel * height * rowLength), to = ref Unsafe.Add(ref sums, panel * pairs * rowLength);
            for (int pair = 0; pair < pairs; pair++)
            {
                ref float first = ref Unsafe.Add(ref from, 2 * pair * length);
                FloatRows.Add(ref first, ref Unsafe.Add(ref first, length), ref Unsafe.Add(ref to, pair * length), (nuint)length);
            }
        }
    }
}
