using DslNet.Generators.Layers.Conv2D.Paired;
using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Conv2D;

/// <summary>
/// y[row, column, o] = b[o] + Σ over taps and channels of x·w for one sample, the output channels across the lanes: a tile of
/// several neighbouring columns by one panel of channels is summed in registers. Taps that meet no place are skipped.
/// It serves the forward direction and, with the weights transposed, the gradient of the input.
/// </summary>
internal sealed class ConvolutionProduct(
    string name, string formula, Operand input, ImageStrides strides, int channels, TapAxis vertical, TapAxis horizontal, Operand weights,
    Operand? bias, Epilogue epilogue, int paddedOutputs, RowPairs? pairs = null) : Operation
{
    private static readonly int[] s_oneColumn = [0];

    public override string Name => name;

    public override Granularity Granularity => Granularity.Sample;

    protected override bool GainsFrom(Target target) => PanelRun.Gains(target, paddedOutputs, Rows);

    public override IReadOnlyList<Operand> Operands { get; } =
        [.. pairs?.Operands(input) ?? [input], weights, .. bias is null ? Array.Empty<Operand>() : [bias], epilogue.Destination, .. epilogue.Extra];

    public override KernelCost? CostOn(Target target) => Cost(target, channels, vertical, horizontal, paddedOutputs);

    /// <summary>What such a kernel costs. Where taps meet no place, between strides or outside, a tile has as many columns fewer.</summary>
    public static KernelCost Cost(Target target, int channels, TapAxis vertical, TapAxis horizontal, int paddedOutputs)
    {
        double meetings = (double)vertical.Meetings * horizontal.Meetings * channels, met = horizontal.Meetings / ((double)horizontal.Outputs * horizontal.Kernel);
        return PanelRun.Cost(paddedOutputs, run =>
        {
            int columns = RowTile.Balance(horizontal.Outputs, MostColumns(target, run.Vectors(target), horizontal.Kernel));
            return KernelCost.OfTiles(meetings * run.AllVectors(target), run.Vectors(target), Math.Max(1, columns * met), target.TermsALoad);
        });
    }

    private int Stride => horizontal is ForwardAxis forward ? forward.Stride : 1;

    private int Rows => vertical.Kernel * horizontal.Kernel * channels;

    public override string? LoopInstead(Target target)
    {
        PanelRun first = PanelRun.Of(paddedOutputs)[0];
        ColumnTiles? widest = ColumnsOf(target, first)
            .Where(tiles => tiles.IsRegular(Stride))
            .OrderByDescending(tiles => tiles.Width)
            .FirstOrDefault();
        return widest is null || IsRowStraightLine(widest.Width * first.Vectors(target))
            ? null
            : $"a loop over the {NumberText.Grouped(horizontal.Kernel * channels)} terms of each kernel row, in {Tiles(widest, first)}";
    }

    /// <summary>Whether all terms of a kernel row are written out for a tile, given the vectors that each takes.</summary>
    private bool IsRowStraightLine(int perTerm) => horizontal.Kernel * channels * perTerm <= UnrollBudget.LoopBody;

    public override void WriteMethods(SourceWriter writer, Target target)
    {
        List<KernelPart> parts = [];
        foreach (PanelRun run in PanelRun.Of(paddedOutputs))
        {
            List<ColumnTiles> single = [];
            int part = 0;
            IReadOnlyList<ColumnTiles> all = ColumnsOf(target, run);
            foreach (ColumnTiles tiles in all)
            {
                bool tooMuch = all.Count > UnrollBudget.ColumnRuns || tiles.Meetings * run.Vectors(target) > UnrollBudget.Border;
                if (tooMuch && !tiles.IsRegular(Stride))
                {
                    single.Add(tiles);
                    continue;
                }

                string suffix = $"Panels{run.Width}Columns{part++}";
                int last = tiles.First + tiles.Count * tiles.Width - 1;
                parts.Add(new(suffix, $"columns {tiles.First} to {last} in {Tiles(tiles, run)}", () => WritePart(writer, target, run, tiles)));
            }

            if (single.Count > 0)
                parts.Add(new($"Panels{run.Width}Border", "columns where a wide kernel hangs over the border, one at a time", () => WriteSingleColumns(writer, target, run, single)));
        }

        using (Method(writer, $"{formula}{epilogue.Phrase}: {vertical.Meets * horizontal.Meets * channels} terms, {vertical.Outputs}×{horizontal.Outputs} places{OnlyPart(parts)}.", Declaration, CostOn(target)))
            WriteCalls(writer, parts);
        WriteMethods(writer, parts);
    }

    private static string Tiles(ColumnTiles tiles, PanelRun run) => $"tiles of {tiles.Width} columns by {run.Width} channels";

    private IReadOnlyList<ColumnTiles> ColumnsOf(Target target, PanelRun run) => ColumnTiles.Of(horizontal, MostColumns(target, run.Vectors(target), horizontal.Kernel));

    /// <summary>As many columns as there are accumulators for, unless tiles at the border would be too long to write out.</summary>
    private static int MostColumns(Target target, int vectors, int kernel)
    {
        const int fewSums = 12;
        return Math.Min(target.Accumulators, Math.Max(fewSums, UnrollBudget.Border / kernel)) / vectors;
    }

    /// <summary>Columns at the border of an image under a wide kernel: one at a time, over the taps that meet a place.</summary>
    private void WriteSingleColumns(SourceWriter writer, Target target, PanelRun run, IReadOnlyList<ColumnTiles> tiles)
    {
        int vectors = run.Vectors(target);
        run.Write(writer, target, Rows, (panel, panelRows) =>
        {
            writer.Line($"ref float panelWeights = {Offset.Reference(weights.Name, panelRows)};");
            using (writer.Loop("row", vertical.Outputs))
            {
                foreach (ColumnTiles part in tiles)
                {
                    using (writer.Block($"for (nuint column = {part.First}; column < {part.First + part.Count * part.Width}; column++)"))
                    {
                        string inPanel = panel == "0" ? "" : $" + {panel}";
                        writer.Line($"nuint o = row * {horizontal.Outputs * paddedOutputs} + column * {paddedOutputs}{inPanel};");
                        WriteStarts(writer, target, vectors, 1, panel, ($" + column * {paddedOutputs}{inPanel}", 0));
                        WriteTapRange(writer, "tapRow", vertical, "row");
                        using (writer.Loop("tapRow", "tapRowFirst", "tapRowEnd", vertical.TapStep))
                        {
                            WriteTapRange(writer, "tap", horizontal, "column");
                            using (writer.Loop("tap", "tapFirst", "tapEnd", horizontal.TapStep))
                            {
                                writer.Line($"ref float tapInput = {TapInput($" + ({horizontal.InputExpression("column", "tap")}) * {strides.Column}", 0)};");
                                writer.Line($"ref float tapWeights = ref Place__.Add(ref panelWeights, ({vertical.KernelRow("row", "tapRow")} * {horizontal.Kernel} + tap) * {channels * run.Width});");
                                using (writer.Loop("channel", channels))
                                    WriteTerm(writer, target, run.Width, vectors, s_oneColumn, "channel", 0, Offset.Times("channel", strides.Channel), 0);
                            }
                        }

                        for (int v = 0; v < vectors; v++)
                            epilogue.WriteStore(writer, target, Sum(vectors, 0, v), Offset.Of("o", v * target.Lanes));
                    }
                }
            }
        });
    }

    private static void WriteTapRange(SourceWriter writer, string tap, TapAxis axis, string output)
    {
        writer.Line($"nuint {tap}First = {axis.FirstTap(output)};");
        writer.Line($"nuint {tap}End = {axis.EndTap(output)};");
    }

    /// <summary>A run of equal column tiles, in every row, for every panel of one width.</summary>
    private void WritePart(SourceWriter writer, Target target, PanelRun run, ColumnTiles tiles)
    {
        run.Write(writer, target, Rows, (panel, panelRows) =>
        {
            writer.Line($"ref float panelWeights = {Offset.Reference(weights.Name, panelRows)};");
            using (writer.Loop("row", vertical.Outputs))
            {
                if (!vertical.IsComplete)
                {
                    writer.Line($"nuint firstTap = {vertical.FirstTap("row")};");
                    writer.Line($"nuint endTap = {vertical.EndTap("row")};");
                }

                using (tiles.Count > 1 ? writer.Loop("tile", tiles.Count) : null)
                    WriteTile(writer, target, run, tiles, panel);
            }
        });
    }

    private void WriteTile(SourceWriter writer, Target target, PanelRun run, ColumnTiles tiles, string panel)
    {
        int vectors = run.Vectors(target);
        string tile = tiles.Count > 1 ? $" + tile * {tiles.Width * paddedOutputs}" : "";
        string inPanel = panel == "0" ? "" : $" + {panel}";
        writer.Line($"nuint o = {Offset.Of($"row * {horizontal.Outputs * paddedOutputs}{tile}{inPanel}", tiles.First * paddedOutputs)};");
        WriteStarts(writer, target, vectors, tiles.Width, panel, ($"{tile}{inPanel}", tiles.First * paddedOutputs));

        (string first, string end) = vertical.IsComplete ? ("0", $"{vertical.Kernel}") : ("firstTap", "endTap");
        using (writer.Loop("tapRow", first, end, vertical.TapStep))
        {
            string tileBase = tiles.Count > 1 && tiles.BaseStep > 0 ? $" + tile * {tiles.BaseStep * strides.Column}" : "";
            writer.Line($"ref float tapInput = {TapInput(tileBase, tiles.Base * strides.Column)};");
            writer.Line($"ref float tapWeights = ref Place__.Add(ref panelWeights, {vertical.KernelRow("row", "tapRow")} * {horizontal.Kernel * channels * run.Width});");
            if (tiles.IsRegular(Stride))
                WriteRegularTaps(writer, target, run.Width, vectors, tiles);
            else
                WriteBorderTaps(writer, target, run.Width, vectors, tiles);
        }

        for (int column = 0; column < tiles.Width; column++)
            for (int v = 0; v < vectors; v++)
                epilogue.WriteStore(writer, target, Sum(vectors, column, v), Offset.Of("o", column * paddedOutputs + v * target.Lanes));
    }

    /// <summary>What the sums of a tile start with: the bias, or what their row's pair shares.</summary>
    private void WriteStarts(SourceWriter writer, Target target, int vectors, int columns, string panel, (string Variable, int Constant) inRow)
    {
        if (pairs is not null)
        {
            writer.Line($"nuint s = {Offset.Of($"row / 2 * {horizontal.Outputs * paddedOutputs}{inRow.Variable}", inRow.Constant)};");
            for (int column = 0; column < columns; column++)
                for (int v = 0; v < vectors; v++)
                    writer.Line($"Float__ {Sum(vectors, column, v)} = {target.Load(pairs.Shared.Name, Offset.Of("s", column * paddedOutputs + v * target.Lanes))};");
            return;
        }

        for (int v = 0; v < vectors; v++)
        {
            string start = bias is null ? target.Constant(0) : target.Load(bias.Name, Offset.Of(panel, v * target.Lanes));
            writer.Line($"Float__ {string.Join(", ", Enumerable.Range(0, columns).Select(column => $"{Sum(vectors, column, v)} = {(column == 0 ? start : Sum(vectors, 0, v))}"))};");
        }
    }

    private string TapInput(string inRow, int constant) => vertical.Reference(input.Name, pairs?.Differences.Name, strides.Row, (inRow, constant));

    /// <summary>Every tap meets every column: loops, as far as they are too long to write out.</summary>
    private void WriteRegularTaps(SourceWriter writer, Target target, int width, int vectors, ColumnTiles tiles)
    {
        int perTerm = tiles.Width * vectors;
        int[] columns = [.. Enumerable.Range(0, tiles.Width).Select(column => column * Stride * strides.Column)];
        int?[] meetings = [.. columns.Select(column => (int?)column)];
        if (IsRowStraightLine(perTerm))
        {
            for (int tap = 0; tap < horizontal.Kernel; tap++)
                for (int channel = 0; channel < channels; channel++)
                    WriteTerm(writer, target, width, vectors, columns, "", (tap * channels) + channel, "", tap * strides.Column + channel * strides.Channel);
        }
        else if (strides.Column == channels && LoadsTermsTogether(target, horizontal.Kernel * channels))
        {
            Lanes(writer, target, width, vectors, meetings).Write("tapInput", "tapWeights", horizontal.Kernel * channels);
        }
        else if (strides.Channel == 1 && strides.Column == channels || channels == 1)
        {
            using (writer.Loop("k", horizontal.Kernel * channels))
                WriteTerm(writer, target, width, vectors, columns, "k", 0, channels == 1 ? Offset.Times("k", strides.Column) : "k", 0);
        }
        else
        {
            using (writer.Loop("tap", horizontal.Kernel))
            {
                writer.Line($"ref float channelWeights = ref Place__.Add(ref tapWeights, tap * {channels * width});");
                writer.Line($"ref float channelInput = ref Place__.Add(ref tapInput, {Offset.Times("tap", strides.Column)});");
                if (LoadsTermsTogether(target, channels))
                {
                    Lanes(writer, target, width, vectors, meetings).Write("channelInput", "channelWeights", channels);
                    return;
                }

                int unrolled = Enumerable.Range(1, channels).Last(count => count == 1 || (channels % count == 0 && count * perTerm <= UnrollBudget.LoopBody));
                string channel = unrolled == channels ? "" : "channel";
                using (channel.Length == 0 ? null : writer.Block($"for (nuint channel = 0; channel < {channels}; channel += {unrolled})"))
                {
                    for (int i = 0; i < unrolled; i++)
                        WriteTerm(writer, target, width, vectors, columns, channel, i, channel.Length == 0 ? "" : Offset.Times(channel, strides.Channel), i * strides.Channel, "channelWeights", "channelInput");
                }
            }
        }
    }

    /// <summary>Some tap misses some column: each tap is written out with the columns it meets.</summary>
    private void WriteBorderTaps(SourceWriter writer, Target target, int width, int vectors, ColumnTiles tiles)
    {
        for (int tap = 0; tap < horizontal.Kernel; tap++)
        {
            int?[] columns = [.. tiles.Places[tap].Select(place => place * strides.Column)];
            int meets = columns.Count(column => column is not null);
            if (meets == 0)
                continue;
            writer.Line($"// Tap {tap}");
            if (channels * meets * vectors <= UnrollBudget.LoopBody / 4)
            {
                for (int channel = 0; channel < channels; channel++)
                    WriteTerm(writer, target, width, vectors, columns, "", tap * channels + channel, "", channel * strides.Channel);
            }
            else if (tiles.Width == horizontal.Outputs && LaneRun.Divides(channels) && LoadsTermsTogether(target, channels))
            {
                // It is all of the image and not only its border, and so worth its text.
                Lanes(writer, target, width, vectors, columns).Write("tapInput", "tapWeights", channels, tap * channels);
            }
            else
            {
                using (writer.Loop("channel", channels))
                    WriteTerm(writer, target, width, vectors, columns, "channel", tap * channels, Offset.Times("channel", strides.Channel), 0);
            }
        }
    }

    /// <summary>
    /// Whether an input is loaded with those of the next terms, which lie behind it: where columns are neighbours, those of
    /// several columns are loaded together instead.
    /// </summary>
    private bool LoadsTermsTogether(Target target, int terms) => strides.Channel == 1 && Stride * strides.Column > 1 && LaneRun.Fits(target, terms);

    private static LaneRun Lanes(SourceWriter writer, Target target, int width, int vectors, int?[] columns) => new(
        writer, target, Met(columns), [.. Enumerable.Range(0, vectors).Select(v => v * target.Lanes)], width,
        partialSums: 1, (_, column, vector) => Sum(vectors, column, vector));

    /// <summary>The columns that meet a place.</summary>
    private static (int Column, int Place)[] Met(int?[] columns) =>
        [.. columns.Select((place, column) => (Column: column, Place: place)).Where(pair => pair.Place is not null).Select(pair => (pair.Column, pair.Place!.Value))];

    private static void WriteTerm(
        SourceWriter writer, Target target, int width, int vectors, int[] columns, string weightVariable, int weightRow, string inputVariable,
        int inputOffset, string termWeights = "tapWeights", string termInput = "tapInput") =>
        WriteTerm(writer, target, width, vectors, [.. columns.Select(column => (int?)column)], weightVariable, weightRow, inputVariable, inputOffset, termWeights, termInput);

    /// <summary>One term of every sum in the tile: load the weights, broadcast each column's input, multiply and add.</summary>
    private static void WriteTerm(
        SourceWriter writer, Target target, int width, int vectors, int?[] columns, string weightVariable, int weightRow, string inputVariable,
        int inputOffset, string termWeights = "tapWeights", string termInput = "tapInput")
    {
        using (writer.Block())
        {
            string row = weightVariable.Length == 0 ? "" : Offset.Times(weightVariable, width);
            for (int v = 0; v < vectors; v++)
                writer.Line($"Float__ w{v} = {target.Load(termWeights, Offset.Of(row, weightRow * width + v * target.Lanes))};");
            (int, int)[] places = [.. Met(columns).Select(met => (met.Column, met.Place + inputOffset))];
            foreach (Multiplier x in Multiplier.Of(target, places))
                x.WriteAdds(writer, target, termInput, inputVariable, [.. Enumerable.Range(0, vectors).Select(v => ($"w{v}", Sum(vectors, x.Label, v)))]);
        }
    }

    private static string Sum(int vectors, int column, int vector) => vectors == 1 ? $"a{column}" : $"a{column}_{vector}";
}
