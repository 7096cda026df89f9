using DslNet.Generators.Expressions;
using DslNet.Generators.Layers.Convolution.Geometry;
using DslNet.Generators.Layers.Convolution.Winograd;
using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Convolution;

/// <summary>
/// y[row, column, o] = b[o] + Σ over taps and channels of x·w for one sample, vectorised over width: for few filters over a channels-first image. A
/// register tile has several vectors of columns by up to four filters, each input serving all filters and each weight all columns. It is stored
/// channels-first where a pooling reads it so; otherwise transposed to channels-last, four filters at once: the next group of filters overwrites what
/// is too much. The last tile of a row reaches back to stay inside; what it computes again comes out the same.
/// </summary>
internal sealed record ConvolutionOverWidth(
    Comment Formula, KernelParameter Input, ConvolutionSum Sum, KernelParameter Weights, KernelParameter? Bias, Epilogue Epilogue,
    WinogradRows? Winograd = null) : Kernel
{
    private const int MostVectors = 3, FiltersTogether = 4, Lanes = 8, FewFilters = 8;

    // One weight per filter for a whole tile: the filters' are neighbours.
    protected override bool GainsFrom(Target target) => target.MultipliesByLane;

    public override IReadOnlyList<KernelParameter> Parameters =>
        [.. Winograd?.Parameters(Input) ?? [Input], Weights, .. Bias is null ? Array.Empty<KernelParameter>() : [Bias], .. Epilogue.Parameters];

    /// <summary>Whether there is such a kernel for a convolution.</summary>
    public static bool IsPossible(ConvolutionGeometry geometry) =>
        geometry is { Image.Column: 1, ColumnStep: 1, Vertical.Stride: 1, IsComplete: true, PaddedFilters: FewFilters, Horizontal.Outputs: >= Lanes };

    public override KernelCost? CostOn(Target target) => Cost(target, Sum);

    /// <summary>What such a kernel costs. The weights of a tile's filters are neighbours.</summary>
    public static KernelCost Cost(Target target, ConvolutionSum sum)
    {
        int columns = sum.Horizontal.Outputs;
        double vectors = (double)sum.Vertical.Meetings * ColumnsComputed(columns, target.Lanes) / target.Lanes;
        return KernelCost.OfTiles(
            vectors * sum.Outputs * sum.RowLength, TileWidth(columns, target.Lanes) / target.Lanes, RowTile.Balance(sum.Outputs, FiltersTogether),
            target.NeighboursPerLoad);
    }

    private TapAxis Vertical => Sum.Vertical;

    private int Columns => Sum.Horizontal.Outputs;

    private int Filters => Sum.Outputs;

    private int PaddedFilters => Sum.PaddedOutputs;

    private bool IsChannelsFirst => Sum.Results.Channel != 1;

    private int Together => RowTile.Balance(Filters, FiltersTogether);

    public override string? LoopInstead(Target target) => Sum.Terms == 1
        ? null
        : $"a loop over {NumberText.Grouped(Sum.Terms)} terms, in tiles of {TileWidth(Columns, target.Lanes)} columns by up to {Together} filters";

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        int width = TileWidth(Columns, target.Lanes);
        using (Method(writer, name, $"{Formula}{Epilogue.Phrase}: {width} columns by up to {Together} filters at a time.", CostOn(target)))
        using (writer.Loop("row", Vertical.Outputs, out string row))
        using (writer.Loop(Columns % width == 0 ? "column" : "next", Columns, out string column, width))
        {
            if (column == "next")
            {
                writer.Line($"int column = next > {Columns - width} ? {Columns - width} : next; // the last tile reaches back");
                column = "column";
            }

            string tile = Offset.Sum(Offset.Times(row, Sum.Results.Row), Offset.Times(column, Sum.Results.Column));
            int together = Together, last = (Filters - 1) / together * together, vectors = width / target.Lanes;
            if (!IsChannelsFirst && last + FiltersTogether < PaddedFilters)
                writer.Line($"Channels__.Zeros(ref {Epilogue.Destination.Name}, {Offset.Of(tile, PaddedFilters - FiltersTogether)}, {PaddedFilters}, {width});");
            int whole = Filters - Filters % together;
            using (writer.Loop("filter", whole, out string filter, together))
                WriteTile(writer, target, vectors, tile, row, column, filter, together);
            if (whole == Filters)
                return;
            using (writer.Block())
                WriteTile(writer, target, vectors, tile, row, column, Literal.Of(whole), Filters - whole);
        }
    }

    private void WriteTile(SourceWriter writer, Target target, int vectors, string tile, string row, string column, string filter, int count)
    {
        RegisterTile sums = RegisterTile.Of(writer, target, count, Sum.Results.Channel, vectors);
        WriteStart(sums, row, column, filter);
        using (writer.Loop("tapRow", Vertical.Kernel, out string tapRow, Vertical.TapStep))
        {
            writer.Line($"ref float rowInput = {Vertical.Reference(Input.Name, Winograd?.Differences.Name, row, tapRow, Sum.Image.Row, column)};");
            string rowWeights = Offset.Declare(
                writer, "rowWeights", Weights.Name, Offset.Sum(Offset.Times(Vertical.KernelRow(row, tapRow), Sum.RowLength * PaddedFilters), filter));
            string tap = "0";
            using (Sum.Channels > 1 ? writer.Loop("tap", Sum.Horizontal.Kernel, out tap) : null)
            using (Walk walk = Sum.Channels > 1
                ? Walk.Over(
                    writer, "channel", "0", Literal.Of(Sum.Channels), 1,
                    new("tapInput", "rowInput", Sum.Image.Channel, Offset.Times(tap, Sum.TapStep)),
                    new("tapWeights", rowWeights, PaddedFilters, Offset.Times(tap, Sum.Channels * PaddedFilters)))
                : Walk.Over(
                    writer, "tap", "0", Literal.Of(Sum.Horizontal.Kernel), 1, new("tapInput", "rowInput", Sum.TapStep), new("tapWeights", rowWeights, PaddedFilters)))
            {
                WriteTerm(sums, walk[0], walk[1]);
            }
        }

        WriteStores(sums, tile, filter);
    }

    private static void WriteTerm(RegisterTile sums, string tapInput, string tapWeights)
    {
        (SourceWriter writer, Target target) = (sums.Writer, sums.Target);
        writer.Explain("each term: load the inputs of some columns, multiply them by each filter's weight");
        VectorOperands inputs = new("x", tapInput, RegisterTile.Neighbours(target, sums.Vectors));
        inputs.Declare(writer, target);
        if (!target.MultipliesByLane)
        {
            writer.Lines([.. target.AddRows(tapWeights, [.. Enumerable.Range(0, sums.Rows).Select(f => (f, sums.Row(f)))], inputs.Names)]);
            return;
        }

        // A tap has weights for eight filters, or zeros: four from any of the first five are always there.
        writer.Line($"Float__ weights = {target.Load(tapWeights, "0")};");
        writer.Lines([.. Enumerable.Range(0, sums.Rows).SelectMany(f => target.AddLaneRows([("weights", sums.Row(f))], f, inputs.Names))]);
    }

    private void WriteStores(RegisterTile sums, string tile, string filter)
    {
        (SourceWriter writer, Target target) = (sums.Writer, sums.Target);
        if (IsChannelsFirst)
        {
            Epilogue.WriteStores(sums, Offset.Sum(tile, Offset.Times(filter, Sum.Results.Channel)), (parameter, f, _) => OfFilter(target, parameter, filter, f));
            return;
        }

        writer.Explain(Epilogue.Verb);
        ExprWriter expressions = new(writer, target);
        string filterOutput = Offset.Declare(writer, "filterOutput", Epilogue.Destination.Name, Offset.Sum(tile, filter));
        for (int v = 0; v < sums.Vectors; v++)
        {
            IEnumerable<string> finished = Enumerable.Range(0, FiltersTogether)
                .Select(f => f >= sums.Rows ? "Float__.Zero" : Epilogue.Finish(expressions, sums.Name(f, v), parameter => OfFilter(target, parameter, filter, f)));
            writer.Line($"Channels__.Four({string.Join(", ", finished)}, ref {filterOutput}, {v * target.Lanes * PaddedFilters}, {PaddedFilters});");
        }
    }

    /// <summary>One value of each filter, for all of its columns.</summary>
    private static string OfFilter(Target target, KernelParameter parameter, string filter, int more) => target.Broadcast(parameter.Name, Offset.Of(filter, more));

    /// <summary>What a tile starts with: the bias, or the common product of its row's pair.</summary>
    private void WriteStart(RegisterTile sums, string row, string column, string filter)
    {
        (SourceWriter writer, Target target) = (sums.Writer, sums.Target);
        if (Winograd is not null)
        {
            int plane = Winograd.Count * Columns;
            writer.Explain("start with the common product of both rows");
            string shared = Offset.Declare(
                writer, "tileShared", Winograd.Shared.Name, Offset.Sum(Offset.Times($"{row} / 2", Columns), column, Offset.Times(filter, plane)));
            sums.Start((f, v) => target.Load(shared, Literal.Of(f * plane + v * target.Lanes)));
            return;
        }

        writer.Explain(Bias is null ? "start with zero" : "start with the bias");
        string bias = Bias is null ? "" : Offset.Declare(writer, "tileBias", Bias.Name, filter);
        sums.Start((f, v) => v > 0 ? sums.Name(f, 0) : Bias is null ? target.Constant(0) : target.Broadcast(bias, Literal.Of(f)));
    }

    /// <summary>Columns of a tile: such that a row computes as few twice as possible, and otherwise as many as there can be.</summary>
    private static int TileWidth(int columns, int lanes) => Enumerable.Range(1, MostVectors).Select(vectors => vectors * lanes)
        .Where(width => width <= columns).OrderBy(width => (columns + width - 1) / width * width).ThenByDescending(width => width).First();

    private static int ColumnsComputed(int columns, int lanes)
    {
        int width = TileWidth(columns, lanes);
        return (columns + width - 1) / width * width;
    }
}
