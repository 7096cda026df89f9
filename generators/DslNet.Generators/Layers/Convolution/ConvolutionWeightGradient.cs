using DslNet.Generators.Layers.Convolution.Geometry;
using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Convolution;

/// <summary>
/// ∂w[tap, channel, o] += Σ over positions of x·∂y for one sample, vectorised over the output channels: a register tile of several taps or channels
/// by one panel of outputs is accumulated over all positions before it touches memory. Every sum runs over the positions in reading order, skipping
/// those where the tap is outside the image.
/// </summary>
internal sealed record ConvolutionWeightGradient(
    KernelParameter Input, ConvolutionGeometry Geometry, KernelParameter OutputGradient, KernelParameter WeightGradient, KernelParameter? BiasGradient) : Kernel
{
    private ForwardAxis Vertical => Geometry.Vertical;

    private ForwardAxis Horizontal => Geometry.Horizontal;

    private int Channels => Geometry.Channels;

    protected override bool GainsFrom(Target target) => PanelRun.Gains(target, Geometry.PaddedFilters, Geometry.FilterLength);

    public override IReadOnlyList<KernelParameter> Parameters =>
        [Input, OutputGradient, WeightGradient, .. BiasGradient is null ? Array.Empty<KernelParameter>() : [BiasGradient]];

    public override KernelCost? CostOn(Target target) => Cost(target, Geometry);

    /// <summary>What such a kernel costs.</summary>
    public static KernelCost Cost(Target target, ConvolutionGeometry geometry) => PanelRun.Cost(geometry.PaddedFilters, run => KernelCost.OfTiles(
        geometry.Products * run.AllVectors(target), run.Vectors(target), TileRows(geometry, target.Accumulators / run.Vectors(target)), target.NeighboursPerLoad));

    /// <summary>How many taps and channels a tile has.</summary>
    private static int TileRows(ConvolutionGeometry geometry, int most)
    {
        if (IsTapByTap(geometry, most))
            return RowTile.Divide(geometry.Channels, most);
        (int tapRows, int taps) = TapGroup(geometry, most);
        return tapRows * taps * geometry.Channels;
    }

    /// <summary>Whether a tile is several channels of one tap: where they are many, or the border would be too long to write out.</summary>
    private static bool IsTapByTap(ConvolutionGeometry geometry, int most) =>
        geometry.Channels > most / 2 || BorderColumns(geometry.Horizontal) * most > UnrollBudget.Border;

    /// <summary>Of how many kernel rows and taps of each a tile is otherwise.</summary>
    private static (int TapRows, int Taps) TapGroup(ConvolutionGeometry geometry, int most)
    {
        int taps = RowTile.Balance(geometry.Horizontal.Kernel, most / geometry.Channels);
        bool isWhole = geometry.IsComplete && taps == geometry.Horizontal.Kernel;
        return (isWhole ? RowTile.Balance(geometry.Vertical.Kernel, Math.Max(1, most / (taps * geometry.Channels))) : 1, taps);
    }

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        KernelPart[] parts = [.. PanelRun.Of(Geometry.PaddedFilters).Select(run => new KernelPart($"Panels{run.Width}", $"{run.Width} output channels at a time", () => WritePanels(writer, target, run)))];
        using (Method(writer, name, $"∂w += Σ x·∂y and ∂b += Σ ∂y over {NumberText.Counted(Vertical.Outputs, Horizontal.Outputs, "position")}, {NumberText.Counted(Geometry.FilterLength, "pair")} of tap and channel{OnlyPart(parts)}.", CostOn(target)))
        {
            WriteCalls(writer, name, parts);
            if (BiasGradient is not null)
                BiasSums.Write(writer, OutputGradient.Name, Vertical.Outputs * Horizontal.Outputs, Geometry.PaddedFilters, BiasGradient.Name);
        }

        WriteParts(writer, name, parts);
    }

    private void WritePanels(SourceWriter writer, Target target, PanelRun run) => run.Write(writer, target, Geometry.FilterLength, (panel, panelRows) =>
    {
        int most = target.Accumulators / run.Vectors(target);
        string panelGradient = Offset.Declare(writer, "panelGradient", OutputGradient.Name, panel);
        string panelWeights = Offset.Declare(writer, "panelWeights", WeightGradient.Name, panelRows);
        if (IsTapByTap(Geometry, most))
            WriteTapByTap(writer, target, run, most, panelGradient, panelWeights);
        else
            WriteTapGroups(writer, target, run, most, panelGradient, panelWeights);
    });

    /// <summary>Columns where some tap falls outside the image.</summary>
    private static int BorderColumns(ForwardAxis horizontal) => Enumerable.Range(0, horizontal.Outputs)
        .Count(column => Enumerable.Range(0, horizontal.Kernel).Any(tap => horizontal.Input(column, tap) is null));

    /// <summary>Many channels: a tile is several channels of one tap.</summary>
    private void WriteTapByTap(SourceWriter writer, Target target, PanelRun run, int most, string panelGradient, string panelWeights)
    {
        int rows = RowTile.Divide(Channels, most), whole = Channels - Channels % rows;
        using (writer.Loop("tapRow", Vertical.Kernel, out string tapRow))
        using (writer.Loop("tap", Horizontal.Kernel, out string tap))
        {
            string firstRow = Offset.DeclareInt(writer, "firstRow", Vertical.FirstOutput(tapRow)), endRow = Offset.DeclareInt(writer, "endRow", Vertical.EndOutput(tapRow));
            string firstColumn = Offset.DeclareInt(writer, "firstColumn", Horizontal.FirstOutput(tap)), endColumn = Offset.DeclareInt(writer, "endColumn", Horizontal.EndOutput(tap));
            string tapWeights = Offset.Declare(
                writer, "tapWeights", panelWeights, Offset.Times(Offset.Sum(Offset.Times(tapRow, Horizontal.Kernel), tap), Channels * run.Width));
            using (writer.Loop("channel", whole, out string channel, rows))
                WriteTile(rows, channel);

            if (whole < Channels)
            {
                using (writer.Block())
                    WriteTile(Channels - whole, Literal.Of(whole));
            }

            void WriteTile(int count, string channel)
            {
                RegisterTile sums = RegisterTile.Of(writer, target, count, run.Width, run.Vectors(target));
                sums.StartWithZero();
                using (writer.Loop("row", firstRow, endRow, out string row))
                {
                    string rowInput = Offset.Declare(
                        writer, "rowInput", Input.Name, Offset.Sum(Offset.Times(Vertical.InputExpression(row, tapRow), Geometry.Image.Row), Offset.Times(channel, Geometry.Image.Channel)));
                    string rowGradient = Offset.Declare(writer, "rowGradient", panelGradient, Offset.Times(row, Geometry.Output.Row));
                    using (Walk walk = Walk.Over(
                        writer, "column", firstColumn, endColumn, 1,
                        new("columnInput", rowInput, Geometry.ColumnStep, Offset.Times(Horizontal.InputExpression(firstColumn, tap), Geometry.Image.Column)),
                        new("columnGradient", rowGradient, Geometry.Output.Column, Offset.Times(firstColumn, Geometry.Output.Column))))
                    {
                        Accumulate(sums, BroadcastOperands.Of(walk[0], count, Geometry.Image.Channel), walk[1]);
                    }
                }

                Add(sums, Offset.Declare(writer, "tileWeights", tapWeights, Offset.Times(channel, run.Width)));
            }
        }
    }

    /// <summary>Few channels: a tile is several taps with all their channels.</summary>
    private void WriteTapGroups(SourceWriter writer, Target target, PanelRun run, int most, string panelGradient, string panelWeights)
    {
        (int tapRows, int taps) = TapGroup(Geometry, most);
        int wholeRows = Vertical.Kernel - Vertical.Kernel % tapRows;
        using (writer.Loop("tapRow", wholeRows, out string tapRow, tapRows))
            WriteGroupRow(tapRows, tapRow);
        if (wholeRows < Vertical.Kernel)
        {
            using (writer.Block())
                WriteGroupRow(Vertical.Kernel - wholeRows, Literal.Of(wholeRows));
        }

        void WriteGroupRow(int groupRows, string tapRow)
        {
            bool all = groupRows > 1 || Vertical.IsComplete;
            string firstRow = all ? "0" : Offset.DeclareInt(writer, "firstRow", Vertical.FirstOutput(tapRow));
            string endRow = all ? Literal.Of(Vertical.Outputs) : Offset.DeclareInt(writer, "endRow", Vertical.EndOutput(tapRow));
            string tapWeights = Offset.Declare(writer, "tapWeights", panelWeights, Offset.Times(tapRow, Horizontal.Kernel * Channels * run.Width));
            for (int first = 0; first < Horizontal.Kernel; first += taps)
            {
                using (writer.Block())
                    WriteGroup(groupRows, tapRow, firstRow, endRow, tapWeights, first, Math.Min(taps, Horizontal.Kernel - first));
            }
        }

        void WriteGroup(int groupRows, string tapRow, string firstRow, string endRow, string tapWeights, int firstTap, int tapCount)
        {
            (int TapRow, int Tap, int Channel)[] terms =
            [
                .. from groupRow in Enumerable.Range(0, groupRows)
                   from tap in Enumerable.Range(firstTap, tapCount)
                   from channel in Enumerable.Range(0, Channels)
                   select (groupRow, tap, channel),
            ];
            RegisterTile sums = new(
                writer, target, [.. terms.Select(term => ((term.TapRow * Horizontal.Kernel + term.Tap) * Channels + term.Channel) * run.Width)],
                RegisterTile.Neighbours(target, run.Vectors(target)));
            sums.StartWithZero();
            using (writer.Loop("row", firstRow, endRow, out string row))
            {
                string rowInput = Offset.Declare(writer, "rowInput", Input.Name, Offset.Times(Vertical.InputExpression(row, tapRow), Geometry.Image.Row));
                string rowGradient = Offset.Declare(writer, "rowGradient", panelGradient, Offset.Times(row, Geometry.Output.Row));
                WriteColumns(sums, terms, firstTap, tapCount, rowInput, rowGradient);
            }

            Add(sums, tapWeights);
        }

        // The columns where every tap meets the image are a loop; the few at the borders are written out.
        void WriteColumns(RegisterTile sums, (int TapRow, int Tap, int Channel)[] terms, int firstTap, int tapCount, string rowInput, string rowGradient)
        {
            bool Meets(int column, int tap) => Horizontal.Input(column, tap) is not null;
            bool Whole(int column) => Enumerable.Range(firstTap, tapCount).All(tap => Meets(column, tap));
            int start = 0, end = Horizontal.Outputs;
            while (start < end && !Whole(start))
                start++;
            while (end > start && !Whole(end - 1))
                end--;

            foreach (int column in Enumerable.Range(0, start))
                WriteBorder(column);
            if (end > start)
            {
                // The first tap meets the first of these columns: so no offset is negative.
                int first = Geometry.Image.Offset(0, Horizontal.Input(start, firstTap)!.Value, 0);
                using Walk walk = Walk.Over(
                    writer, "column", Literal.Of(start), Literal.Of(end), 1,
                    new("columnInput", rowInput, Geometry.ColumnStep, Literal.Of(first)),
                    new("columnGradient", rowGradient, Geometry.Output.Column, Literal.Of(start * Geometry.Output.Column)));
                Accumulate(sums, new(walk[0], [.. terms.Select((term, i) => (i, Geometry.TapOffset(term.TapRow, term.Tap - firstTap, term.Channel)))]), walk[1]);
            }

            foreach (int column in Enumerable.Range(end, Horizontal.Outputs - end))
                WriteBorder(column);

            void WriteBorder(int column)
            {
                (int, int)[] met =
                [
                    .. terms.Select((term, i) => (i, term)).Where(pair => Meets(column, pair.term.Tap))
                        .Select(pair => (pair.i, Geometry.TapOffset(pair.term.TapRow, 0, pair.term.Channel) + Geometry.Image.Offset(0, Horizontal.Input(column, pair.term.Tap)!.Value, 0))),
                ];
                if (met.Length == 0)
                    return;
                using (writer.Block())
                    Accumulate(sums, new(rowInput, met), rowGradient, column * Geometry.Output.Column);
            }
        }
    }

    /// <summary>What one position adds to a tile.</summary>
    private static void Accumulate(RegisterTile sums, BroadcastOperands inputs, string gradient, int gradientOffset = 0)
    {
        sums.Writer.Explain("each position: load the gradients of some channels, multiply them by each input under the kernel");
        sums.Accumulate(inputs, new("g", gradient, RegisterTile.Neighbours(sums.Target, sums.Vectors, gradientOffset)));
    }

    private static void Add(RegisterTile sums, string memory)
    {
        sums.Writer.Explain("add to the gradient");
        sums.Store(StoreMethod.Add, memory);
    }
}
