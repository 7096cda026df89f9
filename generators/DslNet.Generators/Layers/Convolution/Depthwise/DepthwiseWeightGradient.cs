using DslNet.CompilerServices;
using DslNet.Generators.Layers.Convolution.Geometry;
using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Convolution.Depthwise;

/// <summary>
/// ∂w[tap, c] += Σ over positions of x[…, c]·∂y[…, c] for one sample, vectorised over channels, each of which has a kernel of its own. A register tile has
/// some taps of a kernel row by some vectors of channels. It is accumulated over a row of the output, in one, two or four partial sums by column, and
/// then added to the gradient: one row after the other. Columns for which a tap is outside the image are skipped.
/// </summary>
internal sealed record DepthwiseWeightGradient(
    KernelParameter Input, ConvolutionGeometry Geometry, KernelParameter OutputGradient, KernelParameter WeightGradient, KernelParameter? BiasGradient) : Kernel
{
    // So many sums, each waiting for its last product, keep the multipliers busy. What follows from it must follow from shapes.
    private const int Chains = 8, Group = 8, MostGroups = 4, MostTaps = 4;

    private ForwardAxis Vertical => Geometry.Vertical;

    private ForwardAxis Horizontal => Geometry.Horizontal;

    /// <summary>Taps of a tile.</summary>
    private int TapsTogether => RowTile.Balance(Horizontal.Kernel, MostTaps);

    /// <summary>Into how many sums the columns of a row go by turns.</summary>
    private int PartialSums
    {
        get
        {
            int sums = TapsTogether * Math.Min(MostGroups, Geometry.PaddedFilters / Group);
            return sums >= Chains ? 1 : 2 * sums >= Chains ? 2 : 4;
        }
    }

    /// <summary>Columns whose gradients are in registers together, so that an input is loaded once for several taps.</summary>
    private int ColumnsTogether => Math.Max(2, PartialSums);

    protected override bool GainsFrom(Target target) => PanelRun.Gains(target, Geometry.PaddedFilters, Geometry.Taps);

    public override IReadOnlyList<KernelParameter> Parameters =>
        [Input, OutputGradient, WeightGradient, .. BiasGradient is null ? Array.Empty<KernelParameter>() : [BiasGradient]];

    /// <summary>For each row and tap row: the gradients of a few columns, and what their taps read.</summary>
    public override KernelCost? CostOn(Target target)
    {
        double vectors = (double)Geometry.PaddedFilters / target.Lanes, multiplyAdds = vectors * Vertical.Meetings * Horizontal.Meetings;
        int columns = ColumnsTogether, inputs = Math.Min(columns * TapsTogether, (columns - 1) * Horizontal.Stride + (TapsTogether - 1) * Horizontal.Dilation + 1);
        return KernelCost.Of(multiplyAdds, multiplyAdds / (columns * TapsTogether) * (columns + inputs));
    }

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        using (Method(writer, name, $"∂w += Σ x·∂y{(BiasGradient is null ? "" : " and ∂b += Σ ∂y")} over {NumberText.Counted(Vertical.Outputs, Horizontal.Outputs, "position")}, {NumberText.Counted(Geometry.Vertical.Kernel, Geometry.Horizontal.Kernel, "tap")} of each channel.", CostOn(target)))
        {
            using (writer.Loop("row", Vertical.Outputs, out string row))
            {
                string firstTap = Offset.DeclareInt(writer, "firstTap", Vertical.FirstTap(row)), endTap = Offset.DeclareInt(writer, "endTap", Vertical.EndTap(row));
                using (writer.Loop("tapRow", firstTap, endTap, out string tapRow))
                {
                    foreach (PanelRun run in PanelRun.Of(Geometry.PaddedFilters))
                        WriteRow(writer, target, run, row, tapRow);
                }
            }

            WriteZeros(writer);
            if (BiasGradient is not null)
                BiasSums.Write(writer, OutputGradient.Name, Vertical.Outputs * Horizontal.Outputs, Geometry.PaddedFilters, BiasGradient.Name);
        }
    }

    /// <summary>What a row of the output adds to a row of the kernel, for the panels of one width.</summary>
    private void WriteRow(SourceWriter writer, Target target, PanelRun run, string row, string tapRow)
    {
        int perPanel = run.Width / target.Lanes, vectors = Vectors(target, run.AllVectors(target));
        int step = vectors * target.Lanes, panelLength = run.Width * Geometry.Taps;
        using (writer.Loop("channel", run.Count * run.Width, out string channel, step))
        {
            // A panel's weights are in one run, so where a tile has less than a panel its place within the panel counts.
            string weights = Offset.Sum(
                step >= run.Width ? Offset.Times(channel, Geometry.Taps) : InPanel(channel, run.Width, panelLength),
                Offset.Times(tapRow, Horizontal.Kernel * run.Width), Literal.Of(run.FirstOutput * Geometry.Taps));
            string at = Offset.Of(channel, run.FirstOutput);
            string rowInput = Offset.Declare(
                writer, "rowInput", Input.Name, Offset.Sum(Offset.Times(Vertical.InputExpression(row, tapRow), Geometry.Image.Row), at));
            string rowGradient = Offset.Declare(writer, "rowGradient", OutputGradient.Name, Offset.Sum(Offset.Times(row, Geometry.Output.Row), at));
            string rowWeights = Offset.Declare(writer, "rowWeights", WeightGradient.Name, weights);
            for (int first = 0; first < Horizontal.Kernel; first += TapsTogether)
            {
                int taps = Math.Min(TapsTogether, Horizontal.Kernel - first);
                using (writer.Block())
                {
                    RegisterTile sums = new(
                        writer, target, [.. Enumerable.Range(first, taps).Select(tap => tap * run.Width)],
                        [.. Enumerable.Range(0, vectors).Select(v => v / perPanel * panelLength + v % perPanel * target.Lanes)], PartialSums);
                    sums.StartWithZero();
                    WriteColumns(sums, first, rowInput, rowGradient);
                    writer.Explain("add to the gradient");
                    sums.Store(StoreMethod.Add, rowWeights);
                }
            }
        }
    }

    /// <summary>The offset of a channel's weights, given a variable.</summary>
    private static string InPanel(string channel, int width, int panelLength) => Offset.ValueOf(channel) is { } value
        ? Literal.Of(value / width * panelLength + value % width)
        : $"{channel} / {width} * {panelLength} + {channel} % {width}";

    /// <summary>Vectors of a tile: whole panels, or a part that divides one.</summary>
    private int Vectors(Target target, int all)
    {
        int most = Math.Max(1, target.Accumulators / (TapsTogether * PartialSums));
        return Enumerable.Range(1, Math.Min(most, all)).Last(vectors => all % vectors == 0
            && (vectors * target.Lanes % PanelWidth.Full == 0 || PanelWidth.Full % (vectors * target.Lanes) == 0));
    }

    /// <summary>The columns for which every tap of the tile meets the image are a loop; the few at the borders are written out.</summary>
    private void WriteColumns(RegisterTile sums, int firstTap, string rowInput, string rowGradient)
    {
        SourceWriter writer = sums.Writer;
        bool Meets(int column, int tap) => Horizontal.Input(column, firstTap + tap) is not null;
        int[] whole = [.. Enumerable.Range(0, Horizontal.Outputs).Where(column => Enumerable.Range(0, sums.Rows).All(tap => Meets(column, tap)))];
        (int start, int end) = whole.Length == 0 ? (Horizontal.Outputs, Horizontal.Outputs) : (whole[0], whole[whole.Length - 1] + 1);

        foreach (int column in Enumerable.Range(0, start))
            WriteBorder(column);
        int loopEnd = start + (end - start) / ColumnsTogether * ColumnsTogether;
        if (loopEnd > start)
        {
            int input = Horizontal.Input(start, firstTap)!.Value * Geometry.Image.Column;
            using Walk walk = Walk.Over(
                writer, "column", Literal.Of(start), Literal.Of(loopEnd), ColumnsTogether,
                new("columnInput", rowInput, ColumnsTogether * Geometry.ColumnStep, Literal.Of(input)),
                new("columnGradient", rowGradient, ColumnsTogether * Geometry.Output.Column, Literal.Of(start * Geometry.Output.Column)));
            Accumulate(start, ColumnsTogether, walk[0], walk[1], (u, tap) => (u * Horizontal.Stride + tap * Horizontal.Dilation) * Geometry.Image.Column, u => u * Geometry.Output.Column);
        }

        if (end > loopEnd)
            AccumulateAt(loopEnd, end - loopEnd);
        foreach (int column in Enumerable.Range(end, Horizontal.Outputs - end))
            WriteBorder(column);

        void WriteBorder(int column)
        {
            if (Enumerable.Range(0, sums.Rows).Any(tap => Meets(column, tap)))
                AccumulateAt(column, 1);
        }

        void AccumulateAt(int column, int count) => Accumulate(
            column, count, rowInput, rowGradient, (u, tap) => Horizontal.Input(column + u, firstTap + tap) is { } position ? position * Geometry.Image.Column : null,
            u => (column + u) * Geometry.Output.Column);

        void Accumulate(int column, int count, string inputs, string gradients, Func<int, int, int?> inputOf, Func<int, int> gradientOf)
        {
            writer.Explain("some columns: load their gradients, then each input once for all taps that meet it");
            Target target = sums.Target;
            var products = (
                from u in Enumerable.Range(0, count)
                from tap in Enumerable.Range(0, sums.Rows)
                let input = inputOf(u, tap)
                where input is not null
                group (u, tap) by input.Value into position
                orderby position.Key
                select position).ToArray();
            for (int v = 0; v < sums.Vectors; v++)
            {
                using (writer.Block())
                {
                    string Vector(int offset) => Literal.Of(offset + v * target.Lanes);
                    writer.Lines(target.Declare("g", [.. Enumerable.Range(0, count).Select(u => target.Load(gradients, Vector(gradientOf(u))))]));
                    for (int i = 0; i < products.Length; i++)
                    {
                        string input = target.Load(inputs, Vector(products[i].Key));
                        bool isShared = products[i].Count() > 1;
                        if (isShared)
                            writer.Line($"Float__ x{i} = {input};");
                        foreach ((int u, int tap) in products[i])
                        {
                            string sum = sums.Name(tap, v, (column + u) % PartialSums);
                            writer.Line($"{sum} = Lanes__.MultiplyAdd({(isShared ? $"x{i}" : input)}, g{u}, {sum});");
                        }
                    }
                }
            }
        }
    }

    /// <summary>Channels that only fill the last panel keep gradients of zero, whatever their inputs are.</summary>
    private void WriteZeros(SourceWriter writer)
    {
        PanelRun last = PanelRun.Of(Geometry.PaddedFilters).Last();
        int firstOutput = last.FirstOutput + (last.Count - 1) * last.Width, first = Geometry.Filters - firstOutput;
        if (first == last.Width)
            return;
        using (writer.Loop("tap", Geometry.Taps, out string tap))
        using (writer.Loop("lane", last.Width, out string lane, first: first))
            writer.Line($"Place__.Add(ref {WeightGradient.Name}, {Offset.Sum(Offset.Times(tap, last.Width), lane, Literal.Of(firstOutput * Geometry.Taps))}) = 0;");
    }
}
