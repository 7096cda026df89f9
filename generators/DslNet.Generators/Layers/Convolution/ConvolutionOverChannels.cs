using DslNet.Generators.Layers.Convolution.Geometry;
using DslNet.Generators.Layers.Convolution.Winograd;
using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Convolution;

/// <summary>
/// y[row, column, o] = b[o] + Σ over taps and channels of x·w for one sample, vectorised over the output channels: a register tile has several
/// neighbouring columns by one panel of channels. Taps that meet no position are skipped. It serves the forward direction and, with the weights
/// transposed, the gradient of the input.
/// </summary>
internal sealed record ConvolutionOverChannels(
    Comment Formula, KernelParameter Input, ConvolutionSum Sum, KernelParameter Weights, KernelParameter? Bias, Epilogue Epilogue,
    WinogradRows? Winograd = null) : Kernel
{
    private TapAxis Vertical => Sum.Vertical;

    private TapAxis Horizontal => Sum.Horizontal;

    protected override bool GainsFrom(Target target) => PanelRun.Gains(target, Sum.PaddedOutputs, Sum.FilterLength);

    public override IReadOnlyList<KernelParameter> Parameters =>
        [.. Winograd?.Parameters(Input) ?? [Input], Weights, .. Bias is null ? Array.Empty<KernelParameter>() : [Bias], Epilogue.Destination, .. Epilogue.Extra];

    public override KernelCost? CostOn(Target target) => Cost(target, Sum);

    /// <summary>What such a kernel costs. Where taps meet no position, between strides or outside, a tile has as many columns fewer.</summary>
    public static KernelCost Cost(Target target, ConvolutionSum sum)
    {
        TapAxis horizontal = sum.Horizontal;
        double met = horizontal.Meetings / ((double)horizontal.Outputs * horizontal.Kernel);
        return PanelRun.Cost(sum.PaddedOutputs, run =>
        {
            int columns = RowTile.Balance(horizontal.Outputs, MostColumns(target, run.Vectors(target), horizontal.Kernel));
            return KernelCost.OfTiles(sum.Products * run.AllVectors(target), run.Vectors(target), Math.Max(1, columns * met), target.TermsPerLoad);
        });
    }

    public override string? LoopInstead(Target target)
    {
        PanelRun first = PanelRun.Of(Sum.PaddedOutputs)[0];
        ColumnTiles? widest = ColumnsOf(target, first)
            .Where(tiles => tiles.IsRegular(Horizontal.OutputStep))
            .OrderByDescending(tiles => tiles.Width)
            .FirstOrDefault();
        return widest is null || ConvolutionTile.IsStraightLine(Sum, widest.Width * first.Vectors(target))
            ? null
            : $"a loop over the {NumberText.Grouped(Sum.RowLength)} terms of each kernel row, in {Tiles(widest, first)}";
    }

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        List<KernelPart> parts = [];
        foreach (PanelRun run in PanelRun.Of(Sum.PaddedOutputs))
        {
            List<ColumnTiles> single = [];
            int part = 0;
            IReadOnlyList<ColumnTiles> all = ColumnsOf(target, run);
            foreach (ColumnTiles tiles in all)
            {
                bool tooMuch = all.Count > UnrollBudget.ColumnRuns || tiles.Meetings * run.Vectors(target) > UnrollBudget.Border;
                if (tooMuch && !tiles.IsRegular(Horizontal.OutputStep))
                {
                    single.Add(tiles);
                    continue;
                }

                string suffix = $"Panels{run.Width}Columns{part++}";
                int last = tiles.First + tiles.Count * tiles.Width - 1;
                parts.Add(new(suffix, last == tiles.First ? $"column {last} in {Tiles(tiles, run)}" : $"columns {tiles.First} to {last} in {Tiles(tiles, run)}", () => WritePart(writer, target, run, tiles)));
            }

            if (single.Count > 0)
                parts.Add(new($"Panels{run.Width}Border", "columns where a wide kernel hangs over the border, one at a time", () => WriteSingleColumns(writer, target, run, single)));
        }

        using (Method(writer, name, $"{Formula}{Epilogue.Phrase}: {NumberText.Counted(Sum.Terms, "term")}, {NumberText.Counted(Vertical.Outputs, Horizontal.Outputs, "position")}{OnlyPart(parts)}.", CostOn(target)))
            WriteCalls(writer, name, parts);
        WriteParts(writer, name, parts);
    }

    private static string Tiles(ColumnTiles tiles, PanelRun run) => $"tiles of {NumberText.Counted(tiles.Width, "column")} by {run.Width} channels";

    private IReadOnlyList<ColumnTiles> ColumnsOf(Target target, PanelRun run) => ColumnTiles.Of(Horizontal, MostColumns(target, run.Vectors(target), Horizontal.Kernel));

    /// <summary>As many columns as there are accumulators for, unless tiles at the border would be too long to write out.</summary>
    private static int MostColumns(Target target, int vectors, int kernel)
    {
        const int fewAccumulators = 12;
        return Math.Min(target.Accumulators, Math.Max(fewAccumulators, UnrollBudget.Border / kernel)) / vectors;
    }

    /// <summary>Columns at the border of an image under a wide kernel: one at a time, over the taps that meet a position.</summary>
    private void WriteSingleColumns(SourceWriter writer, Target target, PanelRun run, IReadOnlyList<ColumnTiles> tiles)
    {
        int vectors = run.Vectors(target);
        run.Write(writer, target, Sum.FilterLength, (panel, panelRows) =>
        {
            string panelWeights = Offset.Declare(writer, "panelWeights", Weights.Name, panelRows);
            using (writer.Loop("row", Vertical.Outputs, out string row))
            {
                foreach (ColumnTiles part in tiles)
                {
                    using (writer.Loop("column", part.First + part.Count * part.Width, out string column, first: part.First))
                        WriteSingleColumn(writer, target, run.Width, vectors, panelWeights, panel, row, column);
                }
            }
        });
    }

    private void WriteSingleColumn(SourceWriter writer, Target target, int width, int vectors, string panelWeights, string panel, string row, string column)
    {
        string inRow = Offset.Sum(Offset.Times(column, Sum.Results.Column), panel);
        RegisterTile sums = RegisterTile.Of(writer, target, 1, Sum.Results.Column, vectors);
        WriteStart(sums, panel, row, inRow);
        string tapRowFirst = Offset.DeclareInt(writer, "tapRowFirst", Vertical.FirstTap(row)), tapRowEnd = Offset.DeclareInt(writer, "tapRowEnd", Vertical.EndTap(row));
        string tapFirst = Offset.DeclareInt(writer, "tapFirst", Horizontal.FirstTap(column)), tapEnd = Offset.DeclareInt(writer, "tapEnd", Horizontal.EndTap(column));
        using (writer.Loop("tapRow", tapRowFirst, tapRowEnd, out string tapRow, Vertical.TapStep))
        using (writer.Loop("tap", tapFirst, tapEnd, Horizontal.TapStep))
        {
            string at = Offset.Times(Horizontal.InputExpression(column, "tap"), Sum.Image.Column);
            writer.Line($"ref float tapInput = {TapInput(row, tapRow, at)};");
            writer.Line($"ref float tapWeights = ref Place__.Add(ref {panelWeights}, {Offset.Times(Offset.Sum(Offset.Times(Vertical.KernelRow(row, tapRow), Horizontal.Kernel), "tap"), Sum.Channels * width)});");
            new ConvolutionTile(sums, Sum, width).WriteSingleTap("tapInput", "tapWeights");
        }

        Epilogue.WriteStores(sums, Offset.Sum(Offset.Times(row, Sum.Results.Row), inRow));
    }

    /// <summary>A run of equal column tiles, in every row, for every panel of one width.</summary>
    private void WritePart(SourceWriter writer, Target target, PanelRun run, ColumnTiles tiles)
    {
        run.Write(writer, target, Sum.FilterLength, (panel, panelRows) =>
        {
            string panelWeights = Offset.Declare(writer, "panelWeights", Weights.Name, panelRows);
            using (writer.Loop("row", Vertical.Outputs, out string row))
            {
                string firstTap = Vertical.IsComplete ? "0" : Offset.DeclareInt(writer, "firstTap", Vertical.FirstTap(row));
                string endTap = Vertical.IsComplete ? $"{Vertical.Kernel}" : Offset.DeclareInt(writer, "endTap", Vertical.EndTap(row));
                using (tiles.Count > 1 ? writer.Loop("tile", "0", $"{tiles.Count}") : null)
                    WriteTile(writer, target, run, tiles, panelWeights, panel, row, (firstTap, endTap));
            }
        });
    }

    private void WriteTile(
        SourceWriter writer, Target target, PanelRun run, ColumnTiles tiles, string panelWeights, string panel, string row, (string First, string End) tapRows)
    {
        RegisterTile sums = RegisterTile.Of(writer, target, tiles.Width, Sum.Results.Column, run.Vectors(target));
        string tile = tiles.Count > 1 ? "tile" : "0";
        string inRow = Offset.Sum(Offset.Times(tile, tiles.Width * Sum.Results.Column), panel, Literal.Of(tiles.First * Sum.Results.Column));
        WriteStart(sums, panel, row, inRow);
        bool isLoop = Offset.ValueOf(tapRows.First) is not { } first || Offset.ValueOf(tapRows.End) is not { } end || end > first + Vertical.TapStep;
        string tapRow = isLoop ? "tapRow" : tapRows.First;
        using (isLoop ? writer.Loop("tapRow", tapRows.First, tapRows.End, Vertical.TapStep) : writer.Block())
        {
            string at = Offset.Of(Offset.Times(tile, tiles.BaseStep * Sum.Image.Column), tiles.Base * Sum.Image.Column);
            writer.Line($"ref float tapInput = {TapInput(row, tapRow, at)};");
            string tapWeights = Offset.Declare(
                writer, "tapWeights", panelWeights, Offset.Times(Vertical.KernelRow(row, tapRow), Sum.RowLength * run.Width));
            ConvolutionTile products = new(sums, Sum, run.Width);
            if (tiles.IsRegular(Horizontal.OutputStep))
                products.WriteRegularTaps("tapInput", tapWeights);
            else
                products.WriteBorderTaps(tiles, "tapInput", tapWeights);
        }

        Epilogue.WriteStores(sums, Offset.Sum(Offset.Times(row, Sum.Results.Row), inRow));
    }

    /// <summary>What a tile starts with: the bias, or the common product of its row's pair.</summary>
    private void WriteStart(RegisterTile sums, string panel, string row, string inRow)
    {
        (SourceWriter writer, Target target) = (sums.Writer, sums.Target);
        if (Winograd is not null)
        {
            writer.Explain("start with the common product of both rows");
            string shared = Offset.Declare(
                writer, "tileShared", Winograd.Shared.Name, Offset.Sum(Offset.Times($"{row} / 2", Sum.Results.Row), inRow));
            sums.Start((column, v) => target.Load(shared, Literal.Of(column * Sum.Results.Column + v * target.Lanes)));
            return;
        }

        writer.Explain(Bias is null ? "start with zero" : "start with the bias");
        sums.Start(v => Bias is null ? target.Constant(0) : target.Load(Bias.Name, Offset.Of(panel, v * target.Lanes)));
    }

    private string TapInput(string row, string tapRow, string inRow) => Vertical.Reference(Input.Name, Winograd?.Differences.Name, row, tapRow, Sum.Image.Row, inRow);
}
