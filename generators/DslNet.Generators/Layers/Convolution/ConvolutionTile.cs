using DslNet.Generators.Layers.Convolution.Geometry;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Convolution;

/// <summary>A tile of a <see cref="ConvolutionOverChannels"/>: some columns by some vectors of output channels, to which rows of the kernel are added.</summary>
/// <param name="sums">Its accumulators; a row for each column.</param>
/// <param name="sum">What is summed.</param>
/// <param name="width">The width of the panel: from one row of weights to the next.</param>
internal sealed class ConvolutionTile(RegisterTile sums, ConvolutionSum sum, int width)
{
    private readonly SourceWriter _writer = sums.Writer;

    /// <summary>Whether all terms of a kernel row are written out, given the accumulators that each adds to.</summary>
    public static bool IsStraightLine(ConvolutionSum sum, int perTerm) => sum.RowLength * perTerm <= UnrollBudget.LoopBody;

    /// <summary>Writes a kernel row of which every tap meets every column: loops, as far as they are too long to write out.</summary>
    /// <param name="input">What the first tap reads for the first column.</param>
    /// <param name="weights">The weights of the first tap.</param>
    public void WriteRegularTaps(string input, string weights)
    {
        (int, int)[] columns = [.. Enumerable.Range(0, sums.Rows).Select(column => (column, column * sum.ColumnStep))];
        if (IsStraightLine(sum, sums.Count))
        {
            for (int tap = 0; tap < sum.Horizontal.Kernel; tap++)
                for (int channel = 0; channel < sum.Channels; channel++)
                    WriteTerm(columns, weights, tap * sum.Channels + channel, input, tap * sum.TapStep + channel * sum.Image.Channel);
        }
        else if (sum.IsRun && LoadsTermsTogether(sum.RowLength))
        {
            Lanes(columns).Write(input, weights, sum.RowLength);
        }
        else if (sum.IsRun || sum.Channels == 1)
        {
            using (Walk walk = Walk.Over(
                _writer, "k", "0", Literal.Of(sum.RowLength), 1,
                new("termWeights", weights, width), new("termInput", input, sum.Channels == 1 ? sum.TapStep : 1)))
            {
                WriteTerm(columns, walk[0], 0, walk[1], 0, isAlone: true);
            }
        }
        else
        {
            using (_writer.Loop("tap", sum.Horizontal.Kernel, out string tap))
                WriteTap(columns, (weights, Offset.Times(tap, sum.Channels * width)), (input, Offset.Times(tap, sum.TapStep)));
        }
    }

    /// <summary>Writes a kernel row of which some tap misses some column: each tap with the columns that it meets.</summary>
    /// <param name="tiles">The columns.</param>
    /// <param name="input">The first position that any tap meets.</param>
    /// <param name="weights">The weights of the first tap.</param>
    public void WriteBorderTaps(ColumnTiles tiles, string input, string weights)
    {
        for (int tap = 0; tap < sum.Horizontal.Kernel; tap++)
        {
            (int, int)[] columns =
            [
                .. tiles.Positions[tap].Select((position, column) => (Position: position, Column: column)).Where(pair => pair.Position is not null)
                    .Select(pair => (pair.Column, pair.Position!.Value * sum.Image.Column)),
            ];
            if (columns.Length == 0)
                continue;
            _writer.Line($"// Tap {tap}");
            if (sum.Channels * columns.Length * sums.Vectors <= UnrollBudget.LoopBody / 4)
            {
                for (int channel = 0; channel < sum.Channels; channel++)
                    WriteTerm(columns, weights, tap * sum.Channels + channel, input, channel * sum.Image.Channel);
                continue;
            }

            using (_writer.Block())
            {
                // It is all of the image and not only its border, and so worth its text.
                if (tiles.Width == sum.Horizontal.Outputs && LaneRun.Divides(sum.Channels) && LoadsTermsTogether(sum.Channels))
                    Lanes(columns).Write(input, weights, sum.Channels, tap * sum.Channels);
                else
                    WriteChannels(columns, 1, (weights, "0"), (input, "0"), tap * sum.Channels);
            }
        }
    }

    /// <summary>Writes one tap of one column.</summary>
    /// <param name="input">What it reads.</param>
    /// <param name="weights">Its weights.</param>
    public void WriteSingleTap(string input, string weights) => WriteChannels([(0, 0)], 1, (weights, "0"), (input, "0"), 0);

    /// <summary>The channels of one tap, as many at a time as are written out.</summary>
    private void WriteTap((int, int)[] columns, (string From, string First) weights, (string From, string First) input)
    {
        if (LoadsTermsTogether(sum.Channels))
        {
            string channelWeights = Offset.Declare(_writer, "channelWeights", weights.From, weights.First);
            string channelInput = Offset.Declare(_writer, "channelInput", input.From, input.First);
            Lanes(columns).Write(channelInput, channelWeights, sum.Channels);
            return;
        }

        int unrolled = Enumerable.Range(1, sum.Channels).Last(count => count == 1 || (sum.Channels % count == 0 && count * sums.Count <= UnrollBudget.LoopBody));
        WriteChannels(columns, unrolled, weights, input, 0);
    }

    /// <summary>A loop over channels, several at a time.</summary>
    private void WriteChannels(
        (int Column, int Offset)[] columns, int unrolled, (string From, string First) weights, (string From, string First) input, int firstRow)
    {
        using Walk walk = Walk.Over(
            _writer, "channel", "0", Literal.Of(sum.Channels), unrolled,
            new("termWeights", weights.From, unrolled * width, weights.First), new("termInput", input.From, unrolled * sum.Image.Channel, input.First));
        for (int i = 0; i < unrolled; i++)
            WriteTerm(columns, walk[0], firstRow + i, walk[1], i * sum.Image.Channel, isAlone: unrolled == 1);
    }

    /// <summary>
    /// Whether an input is loaded with those of the next terms, its neighbours in memory: where columns are neighbours, those of several columns are
    /// loaded together instead.
    /// </summary>
    private bool LoadsTermsTogether(int terms) => sum.Image.Channel == 1 && sum.ColumnStep > 1 && LaneRun.Fits(sums.Target, terms);

    private LaneRun Lanes((int, int)[] columns) => new(sums, columns, RegisterTile.Neighbours(sums.Target, sums.Vectors), width);

    /// <summary>One term of every sum in the tile: load the weights, broadcast each column's input, multiply and add.</summary>
    private void WriteTerm((int Column, int Offset)[] columns, string weights, int weightRow, string input, int inputOffset, bool isAlone = false)
    {
        using (isAlone ? null : _writer.Block())
        {
            _writer.Explain("each term: load weights, multiply them by each column's input");
            sums.Accumulate(
                new(input, [.. columns.Select(column => (column.Column, column.Offset + inputOffset))]),
                new("w", weights, RegisterTile.Neighbours(sums.Target, sums.Vectors, weightRow * width)));
        }
    }
}
