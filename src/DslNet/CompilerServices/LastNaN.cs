using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DslNet.CompilerServices;

/// <summary>
/// Where the maximum of a pooling's window is if there are NaNs in it: for generated code only. Kernels call it where a maximum is
/// NaN, which is seldom.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LastNaN
{
    /// <summary>Finds the last NaN of a window in reading order, lane by lane: how far behind the window's beginning it is.</summary>
    /// <param name="image">The image.</param>
    /// <param name="first">Where the window begins in it.</param>
    /// <param name="rows">Rows of the window.</param>
    /// <param name="columns">Columns of the window.</param>
    /// <param name="rowStride">From one row of the image to the next.</param>
    /// <param name="columnStride">From one column of the image to the next.</param>
    /// <param name="otherwise">What is in a lane without a NaN.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector256<uint> Find(ref float image, int first, int rows, int columns, int rowStride, int columnStride, Vector256<uint> otherwise)
    {
        for (int y = 0; y < rows; y++)
        {
            for (int x = 0; x < columns; x++)
            {
                int place = y * rowStride + x * columnStride;
                Vector256<float> here = Vector256.LoadUnsafe(ref image, (uint)(first + place));
                otherwise = Vector256.ConditionalSelect(Vector256.IsNaN(here).AsUInt32(), Vector256.Create((uint)place), otherwise);
            }
        }

        return otherwise;
    }

    /// <inheritdoc cref="Find(ref float, int, int, int, int, int, Vector256{uint})"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<uint> Find(ref float image, int first, int rows, int columns, int rowStride, int columnStride, Vector128<uint> otherwise)
    {
        for (int y = 0; y < rows; y++)
        {
            for (int x = 0; x < columns; x++)
            {
                int place = y * rowStride + x * columnStride;
                Vector128<float> here = Vector128.LoadUnsafe(ref image, (uint)(first + place));
                otherwise = Vector128.ConditionalSelect(Vector128.IsNaN(here).AsUInt32(), Vector128.Create((uint)place), otherwise);
            }
        }

        return otherwise;
    }
}
