using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace DslNet.CompilerServices;

/// <summary>Exchanges rows and columns: for generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MatrixTranspose
{
    private const int Block = 8;

    /// <summary>Copies each row of the source to a column of the destination, in blocks of eight by eight.</summary>
    /// <param name="source">The first row.</param>
    /// <param name="sourceStride">From one row to the next.</param>
    /// <param name="destination">The first column.</param>
    /// <param name="destinationStride">From one row of the destination to the next.</param>
    /// <param name="rows">Rows of the source. If they are no multiple of eight, what lies behind them, up to that, is copied too.</param>
    /// <param name="columns">Columns of the source, and so with them.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Copy(ref float source, int sourceStride, ref float destination, int destinationStride, int rows, int columns)
    {
        // Columns outside: what is written is then one run, which matters more than that what is read is.
        for (int column = 0; column < columns; column += Block)
        {
            ref float from = ref Unsafe.Add(ref source, column);
            ref float to = ref Unsafe.Add(ref destination, column * destinationStride);
            for (int row = 0; row < rows; row += Block)
                Transpose8X8.Copy(ref Unsafe.Add(ref from, row * sourceStride), sourceStride, ref Unsafe.Add(ref to, row), destinationStride);
        }
    }
}
