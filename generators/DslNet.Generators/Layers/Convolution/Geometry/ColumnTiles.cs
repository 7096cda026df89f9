using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Convolution.Geometry;

/// <summary>
/// Adjacent column tiles whose taps read the same relative positions, so that one loop body serves all of them. At the borders, where taps fall
/// outside, runs are one tile long.
/// </summary>
/// <param name="First">The first tile's first column.</param>
/// <param name="Width">Columns of a tile.</param>
/// <param name="Count">Tiles.</param>
/// <param name="Base">The leftmost position that the first tile meets.</param>
/// <param name="BaseStep">From one tile's base to the next one's.</param>
/// <param name="Positions">For each tap and column of the tile: the position that the tap meets, from the base, or null.</param>
internal sealed record ColumnTiles(int First, int Width, int Count, int Base, int BaseStep, int?[][] Positions)
{
    public static IReadOnlyList<ColumnTiles> Of(TapAxis axis, int mostColumns)
    {
        int width = RowTile.Balance(axis.Outputs, mostColumns);

        // Where there are outputs between strides, tiles of whole strides repeat; others would each be an exception.
        if (width < axis.Outputs && axis is BackwardAxis { Stride: > 1 } backward && backward.Stride <= mostColumns)
            width = Math.Min(mostColumns / backward.Stride, (width + backward.Stride - 1) / backward.Stride) * backward.Stride;

        List<ColumnTiles> runs = [];
        for (int first = 0; first < axis.Outputs; first += width)
        {
            ColumnTiles tile = One(axis, first, Math.Min(width, axis.Outputs - first));
            if (runs.Count > 0 && runs[runs.Count - 1].TryAppend(tile) is { } longer)
                runs[runs.Count - 1] = longer;
            else
                runs.Add(tile);
        }

        return runs;
    }

    /// <summary>How often a tap meets a position.</summary>
    public int Meetings => Positions.Sum(columns => columns.Count(position => position is not null));

    /// <summary>Whether every tap meets a position in every column, and all are as far apart as those of the first.</summary>
    public bool IsRegular(TapAxis axis)
    {
        for (int tap = 0; tap < Positions.Length; tap++)
        {
            for (int column = 0; column < Width; column++)
            {
                if (Positions[tap][column] != column * axis.OutputStep + tap * axis.InputStep)
                    return false;
            }
        }

        return true;
    }

    private static ColumnTiles One(TapAxis axis, int first, int width)
    {
        int?[][] positions = [.. Enumerable.Range(0, axis.Kernel).Select(tap =>
            Enumerable.Range(first, width).Select(output => axis.Input(output, tap)).ToArray())];
        int start = positions.SelectMany(row => row).Min() ?? 0;
        return new(first, width, 1, start, 0, [.. positions.Select(row => row.Select(position => position - start).ToArray())]);
    }

    private ColumnTiles? TryAppend(ColumnTiles next)
    {
        int step = Count == 1 ? next.Base - Base : BaseStep;
        bool same = next.Width == Width && step >= 0 && next.Base == Base + Count * step
            && Positions.Zip(next.Positions, (mine, others) => mine.AsEnumerable().SequenceEqual(others)).All(equal => equal);
        return same ? this with { Count = Count + 1, BaseStep = step } : null;
    }
}
