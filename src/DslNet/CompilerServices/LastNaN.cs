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
    /// <summary>Finds the last NaN of a window in reading order, lane by lane.</summary>
    /// <param name="image">The image.</param>
    /// <param name="first">Where the window begins in it.</param>
    /// <param name="rows">Rows of the window.</param>
    /// <param name="columns">Columns of the window.</param>
    /// <param name="rowStride">From one row of the image to the next.</param>
    /// <param name="columnStride">From one column of the image to the next.</param>
    /// <param name="origin">The number of the window's first place.</param>
    /// <param name="rowStep">What a row of the window adds to it.</param>
    /// <param name="columnStep">What a column adds.</param>
    /// <param name="otherwise">The numbers where there is no NaN.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector256<uint> Find(
        ref float image, nuint first, nuint rows, nuint columns, int rowStride, int columnStride, int origin, int rowStep, int columnStep,
        Vector256<uint> otherwise)
    {
        for (nuint y = 0; y < rows; y++)
        {
            for (nuint x = 0; x < columns; x++)
            {
                Vector256<float> here = Vector256.LoadUnsafe(ref image, first + y * (nuint)rowStride + x * (nuint)columnStride);
                uint number = (uint)(origin + (int)y * rowStep + (int)x * columnStep);
                otherwise = Vector256.ConditionalSelect(Vector256.IsNaN(here).AsUInt32(), Vector256.Create(number), otherwise);
            }
        }

        return otherwise;
    }

    /// <inheritdoc cref="Find(ref float, nuint, nuint, nuint, int, int, int, int, int, Vector256{uint})"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<uint> Find(
        ref float image, nuint first, nuint rows, nuint columns, int rowStride, int columnStride, int origin, int rowStep, int columnStep,
        Vector128<uint> otherwise)
    {
        for (nuint y = 0; y < rows; y++)
        {
            for (nuint x = 0; x < columns; x++)
            {
                Vector128<float> here = Vector128.LoadUnsafe(ref image, first + y * (nuint)rowStride + x * (nuint)columnStride);
                uint number = (uint)(origin + (int)y * rowStep + (int)x * columnStep);
                otherwise = Vector128.ConditionalSelect(Vector128.IsNaN(here).AsUInt32(), Vector128.Create(number), otherwise);
            }
        }

        return otherwise;
    }
}
