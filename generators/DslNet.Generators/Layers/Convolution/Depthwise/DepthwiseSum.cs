using DslNet.Generators.Layers.Convolution.Geometry;
using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Convolution.Depthwise;

/// <summary>
/// y[row, column, c] = b[c] + Σ over taps of x[…, c]·w[tap, c] for one sample, vectorised over channels, each of which has a kernel of its own. A register
/// tile has several neighbouring columns of one vector of channels; the weights of some taps are in registers too, and each vector of the input is
/// loaded once for all taps and columns that meet it. Taps that meet no position are skipped, and others added in their order. It serves the
/// forward direction and the gradient of the input.
/// </summary>
internal sealed record DepthwiseSum(
    Comment Formula, KernelParameter Input, ConvolutionSum Sum, KernelParameter Weights, KernelParameter? Bias, Epilogue Epilogue) : Kernel
{
    // Registers hold the accumulators, the weights of so many taps and one vector of the input.
    private const int MostTaps = 7, MoreRegisters = 3;

    /// <summary>For a kernel's comment, what a sum runs over.</summary>
    public static string Over(ConvolutionGeometry geometry) =>
        $" over {NumberText.Counted(geometry.Vertical.Kernel, geometry.Horizontal.Kernel, "tap")}, channel by channel";

    private TapAxis Vertical => Sum.Vertical;

    private TapAxis Horizontal => Sum.Horizontal;

    /// <summary>Taps whose weights are in registers together.</summary>
    private int TapsTogether => RowTile.Balance(Horizontal.Kernel, MostTaps);

    protected override bool GainsFrom(Target target) => PanelRun.Gains(target, Sum.PaddedOutputs, Sum.FilterLength);

    public override IReadOnlyList<KernelParameter> Parameters =>
        [Input, Weights, .. Bias is null ? Array.Empty<KernelParameter>() : [Bias], .. Epilogue.Parameters];

    /// <summary>Each tile loads the weights of a row of taps, and each position that they meet once.</summary>
    public override KernelCost? CostOn(Target target)
    {
        double vectors = (double)Sum.PaddedOutputs / target.Lanes, rows = Vertical.Meetings;
        double loads = ColumnsOf(target).Sum(tiles => (double)tiles.Count * (Horizontal.Kernel + TapGroups.Sum(taps => Products(tiles, taps).Count())));
        return KernelCost.Of(vectors * rows * Horizontal.Meetings, vectors * rows * loads);
    }

    private IEnumerable<(int First, int Count)> TapGroups => Enumerable.Range(0, (Horizontal.Kernel + TapsTogether - 1) / TapsTogether)
        .Select(group => (group * TapsTogether, Math.Min(TapsTogether, Horizontal.Kernel - group * TapsTogether)));

    private IReadOnlyList<ColumnTiles> ColumnsOf(Target target) => ColumnTiles.Of(Horizontal, target.Accumulators + MoreRegisters - TapsTogether);

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        List<KernelPart> parts = [];
        List<ColumnTiles> single = [];
        IReadOnlyList<ColumnTiles> all = ColumnsOf(target);
        foreach (ColumnTiles tiles in all)
        {
            bool isBorder = tiles.Positions.Any(columns => columns.Any(position => position is null)) && tiles.Count == 1;
            if (isBorder && (all.Count > UnrollBudget.ColumnRuns || tiles.Meetings > UnrollBudget.Border))
            {
                single.Add(tiles);
                continue;
            }

            int last = tiles.First + tiles.Count * tiles.Width - 1;
            parts.Add(new(
                $"Columns{parts.Count}",
                $"{(last == tiles.First ? $"column {last}" : $"columns {tiles.First} to {last}")} in tiles of {NumberText.Counted(tiles.Width, "column")} by {target.Lanes} channels",
                () => WritePart(writer, target, tiles)));
        }

        if (single.Count > 0)
            parts.Add(new("Border", "columns where a wide kernel hangs over the border, one at a time", () => WriteSingleColumns(writer, target, single)));
        using (Method(writer, name, $"{Formula}{Epilogue.Phrase}: {NumberText.Counted(Vertical.Outputs, Horizontal.Outputs, "position")}{OnlyPart(parts)}.", CostOn(target)))
            WriteCalls(writer, name, parts);
        WriteParts(writer, name, parts);
    }

    /// <summary>A run of equal column tiles, in every row: all channels of a tile before the next tile, so that its input stays in L1.</summary>
    private void WritePart(SourceWriter writer, Target target, ColumnTiles tiles)
    {
        using (writer.Loop("row", Vertical.Outputs, out string row))
        {
            string firstTap = Vertical.IsComplete ? "0" : Offset.DeclareInt(writer, "firstTap", Vertical.FirstTap(row));
            string endTap = Vertical.IsComplete ? Literal.Of(Vertical.Kernel) : Offset.DeclareInt(writer, "endTap", Vertical.EndTap(row));
            using (writer.Loop("tile", tiles.Count, out string tile))
            {
                WriteVectors(writer, target, (run, channel, weights) =>
                {
                    string inRow = Offset.Sum(Offset.Times(tile, tiles.Width * Sum.Results.Column), channel, Literal.Of(tiles.First * Sum.Results.Column));
                    RegisterTile sums = RegisterTile.Of(writer, target, tiles.Width, Sum.Results.Column, 1);
                    WriteStart(sums, channel);
                    using (writer.Loop("tapRow", firstTap, endTap, out string tapRow, Vertical.TapStep))
                    {
                        string at = Offset.Sum(Offset.Times(tile, tiles.BaseStep * Sum.Image.Column), channel, Literal.Of(tiles.Base * Sum.Image.Column));
                        writer.Line($"ref float tapInput = {Vertical.Reference(Input.Name, null, row, tapRow, Sum.Image.Row, at)};");
                        string tapWeights = Offset.Declare(writer, "tapWeights", weights, Offset.Times(tapRow, Horizontal.Kernel * run.Width));
                        foreach ((int First, int Count) taps in TapGroups)
                            WriteProducts(sums, tiles, taps, tapWeights, run.Width);
                    }

                    Epilogue.WriteStores(sums, Offset.Sum(Offset.Times(row, Sum.Results.Row), inRow), OfChannel(target, channel));
                });
            }
        }
    }

    /// <summary>Some taps of a kernel row: their weights, then each position that they meet, with what it adds to which column.</summary>
    private void WriteProducts(RegisterTile sums, ColumnTiles tiles, (int First, int Count) taps, string weights, int width)
    {
        (SourceWriter writer, Target target) = (sums.Writer, sums.Target);
        IGrouping<int, (int Tap, int Column)>[] positions = [.. Products(tiles, taps)];
        if (positions.Length == 0)
            return;
        using (writer.Block())
        {
            writer.Explain("some taps: load their weights, then each input once for all columns that it is for");
            int[] met = [.. positions.SelectMany(position => position.Select(product => product.Tap)).Distinct().OrderBy(tap => tap)];
            writer.Lines(target.Declare([.. met.Select(tap => ($"w{tap}", target.Load(weights, Literal.Of(tap * width))))]));
            foreach (IGrouping<int, (int Tap, int Column)> position in positions)
            {
                string input = target.Load("tapInput", Literal.Of(position.Key * Sum.Image.Column));
                if (position.Count() > 1)
                    writer.Line($"Float__ x{position.Key} = {input};");
                foreach ((int tap, int column) in position)
                    writer.Line($"{sums.Name(column, 0)} = Lanes__.MultiplyAdd({(position.Count() > 1 ? $"x{position.Key}" : input)}, w{tap}, {sums.Name(column, 0)});");
            }
        }
    }

    /// <summary>What some taps add, by position, in such an order that each column goes through its taps one after the other.</summary>
    private IEnumerable<IGrouping<int, (int Tap, int Column)>> Products(ColumnTiles tiles, (int First, int Count) taps)
    {
        (int Position, int Tap, int Column)[] all =
        [
            .. from tap in Enumerable.Range(taps.First, taps.Count)
               from column in Enumerable.Range(0, tiles.Width)
               let position = tiles.Positions[tap][column]
               where position is not null
               select (position.Value, tap, column),
        ];
        return all.GroupBy(product => product.Position, product => (product.Tap, product.Column))
            .OrderBy(position => Horizontal is BackwardAxis ? -position.Key : position.Key);
    }

    /// <summary>Columns at the border of an image under a wide kernel: one at a time, over the taps that meet a position.</summary>
    private void WriteSingleColumns(SourceWriter writer, Target target, IReadOnlyList<ColumnTiles> tiles)
    {
        using (writer.Loop("row", Vertical.Outputs, out string row))
        {
            string tapRowFirst = Offset.DeclareInt(writer, "tapRowFirst", Vertical.FirstTap(row)), tapRowEnd = Offset.DeclareInt(writer, "tapRowEnd", Vertical.EndTap(row));
            foreach (ColumnTiles part in tiles)
            {
                using (writer.Loop("column", part.First + part.Count * part.Width, out string column, first: part.First))
                {
                    string tapFirst = Offset.DeclareInt(writer, "tapFirst", Horizontal.FirstTap(column)), tapEnd = Offset.DeclareInt(writer, "tapEnd", Horizontal.EndTap(column));
                    WriteVectors(writer, target, (run, channel, weights) =>
                    {
                        RegisterTile sums = RegisterTile.Of(writer, target, 1, Sum.Results.Column, 1);
                        WriteStart(sums, channel);
                        using (writer.Loop("tapRow", tapRowFirst, tapRowEnd, out string tapRow, Vertical.TapStep))
                        using (writer.Loop("tap", tapFirst, tapEnd, out string tap, Horizontal.TapStep))
                        {
                            string at = Offset.Sum(Offset.Times(Horizontal.InputExpression(column, tap), Sum.Image.Column), channel);
                            writer.Line($"ref float tapInput = {Vertical.Reference(Input.Name, null, row, tapRow, Sum.Image.Row, at)};");
                            string tapWeights = Offset.Times(Offset.Sum(Offset.Times(tapRow, Horizontal.Kernel), tap), run.Width);
                            writer.Line($"{sums.Name(0, 0)} = Lanes__.MultiplyAdd({target.Load("tapInput", "0")}, {target.Load(weights, tapWeights)}, {sums.Name(0, 0)});");
                        }

                        Epilogue.WriteStores(sums, Offset.Sum(Offset.Times(row, Sum.Results.Row), Offset.Times(column, Sum.Results.Column), channel), OfChannel(target, channel));
                    });
                }
            }
        }
    }

    /// <summary>What is read of the channels of a tile: all its results are of the same.</summary>
    private static Func<KernelParameter, int, int, string> OfChannel(Target target, string channel) => (parameter, _, _) => target.Load(parameter.Name, channel);

    private void WriteStart(RegisterTile sums, string channel)
    {
        sums.Writer.Explain(Bias is null ? "start with zero" : "start with the bias");
        sums.Start(_ => Bias is null ? sums.Target.Constant(0) : sums.Target.Load(Bias.Name, channel));
    }

    /// <summary>Writes a body for each vector of channels, given the run of panels that it belongs to, its offset and the memory of its weights.</summary>
    private void WriteVectors(SourceWriter writer, Target target, Action<PanelRun, string, string> body)
    {
        foreach (PanelRun run in PanelRun.Of(Sum.PaddedOutputs))
        {
            using (writer.Loop("panel", run.Count, out string panel))
            using (writer.Loop("slice", run.Width, out string slice, target.Lanes))
            {
                string weights = Offset.Declare(
                    writer, "vectorWeights", Weights.Name, Offset.Sum(Offset.Times(panel, run.Width * Sum.FilterLength), slice, Literal.Of(run.FirstOutput * Sum.FilterLength)));
                body(run, Offset.Sum(Offset.Times(panel, run.Width), slice, Literal.Of(run.FirstOutput)), weights);
            }
        }
    }
}
