using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Conv2D;

/// <summary>
/// ∂w[tap, channel, o] += Σ over places of x·∂y for one sample, the output channels across the lanes: a tile of several taps
/// or channels by one panel of outputs is summed in registers over all places before it touches memory. Every sum runs over
/// the places in reading order, skipping those where the tap lies outside the image.
/// </summary>
internal sealed class ConvolutionWeightGradient(
    string layer, Operand input, ImageStrides strides, int channels, ForwardAxis vertical, ForwardAxis horizontal, Operand outputGradient,
    Operand weightGradient, Operand? biasGradient, int paddedOutputs) : Operation
{
    public override string Name => layer + "WeightGradient";

    public override Granularity Granularity => Granularity.Sample;

    protected override bool GainsFrom(Target target) => PanelRun.Gains(target, paddedOutputs, Rows);

    public override IReadOnlyList<Operand> Operands { get; } =
        [input, outputGradient, weightGradient, .. biasGradient is null ? Array.Empty<Operand>() : [biasGradient]];

    public override KernelCost? CostOn(Target target) => Cost(target, channels, vertical, horizontal, paddedOutputs);

    /// <summary>What such a kernel costs.</summary>
    public static KernelCost Cost(Target target, int channels, ForwardAxis vertical, ForwardAxis horizontal, int paddedOutputs)
    {
        double meetings = (double)vertical.Meetings * horizontal.Meetings * channels;
        return PanelRun.Cost(paddedOutputs, run => KernelCost.OfTiles(
            meetings * run.AllVectors(target), run.Vectors(target), TileTerms(channels, vertical, horizontal, target.Accumulators / run.Vectors(target)), target.NeighboursALoad));
    }

    /// <summary>How many taps and channels a tile has.</summary>
    private static int TileTerms(int channels, ForwardAxis vertical, ForwardAxis horizontal, int most)
    {
        if (IsTapByTap(channels, horizontal, most))
            return RowTile.Divide(channels, most);
        (int tapRows, int taps) = TapGroup(channels, vertical, horizontal, most);
        return tapRows * taps * channels;
    }

    /// <summary>Whether a tile is several channels of one tap: where they are many, or the border would be too long to write out.</summary>
    private static bool IsTapByTap(int channels, ForwardAxis horizontal, int most) =>
        channels > most / 2 || BorderColumns(horizontal) * most > UnrollBudget.Border;

    /// <summary>Of how many kernel rows and taps of each a tile is otherwise.</summary>
    private static (int TapRows, int Taps) TapGroup(int channels, ForwardAxis vertical, ForwardAxis horizontal, int most)
    {
        int taps = RowTile.Balance(horizontal.Kernel, most / channels);
        bool complete = vertical.IsComplete && horizontal.IsComplete;
        return (complete && taps == horizontal.Kernel ? RowTile.Balance(vertical.Kernel, Math.Max(1, most / (taps * channels))) : 1, taps);
    }

    private int Rows => vertical.Kernel * horizontal.Kernel * channels;

    public override void WriteMethods(SourceWriter writer, Target target)
    {
        KernelPart[] parts = [.. PanelRun.Of(paddedOutputs).Select(run => new KernelPart($"Panels{run.Width}", $"{run.Width} output channels at a time", () => WritePanels(writer, target, run)))];
        using (Method(writer, $"{layer}: ∂w += Σ x·∂y and ∂b += Σ ∂y over {vertical.Outputs}×{horizontal.Outputs} places, {Rows} taps and channels{OnlyPart(parts)}.", Declaration, CostOn(target)))
        {
            WriteCalls(writer, parts);
            if (biasGradient is not null)
                BiasGradient.Write(writer, target, outputGradient.Name, vertical.Outputs * horizontal.Outputs, paddedOutputs, biasGradient.Name);
        }

        WriteMethods(writer, parts);
    }

    private void WritePanels(SourceWriter writer, Target target, PanelRun run) => run.Write(writer, target, Rows, (panel, panelRows) =>
    {
        int most = target.Accumulators / run.Vectors(target);
        writer.Line($"ref float panelGradient = {Offset.Reference(outputGradient.Name, panel)};");
        writer.Line($"ref float panelWeights = {Offset.Reference(weightGradient.Name, panelRows)};");
        if (IsTapByTap(channels, horizontal, most))
            WriteTapByTap(writer, target, run, most);
        else
            WriteTapGroups(writer, target, run, most);
    });

    /// <summary>Columns where some tap falls outside the image.</summary>
    private static int BorderColumns(ForwardAxis horizontal) => Enumerable.Range(0, horizontal.Outputs)
        .Count(column => Enumerable.Range(0, horizontal.Kernel).Any(tap => horizontal.Input(column, tap) is null));

    /// <summary>Many channels: a tile is several channels of one tap.</summary>
    private void WriteTapByTap(SourceWriter writer, Target target, PanelRun run, int most)
    {
        int rows = RowTile.Divide(channels, most), whole = channels - channels % rows;
        using (writer.Loop("tapRow", vertical.Kernel))
        using (writer.Loop("tap", horizontal.Kernel))
        {
            writer.Line($"nuint firstRow = {vertical.FirstOutput("tapRow")};");
            writer.Line($"nuint endRow = {vertical.EndOutput("tapRow")};");
            writer.Line($"nuint firstColumn = {horizontal.FirstOutput("tap")};");
            writer.Line($"nuint endColumn = {horizontal.EndOutput("tap")};");
            writer.Line($"ref float tapWeights = ref Place__.Add(ref panelWeights, (tapRow * {horizontal.Kernel} + tap) * {channels * run.Width});");
            if (whole > rows)
            {
                using (writer.Block($"for (nuint channel = 0; channel < {whole}; channel += {rows})"))
                    WriteTile(rows, $" + {Offset.Times("channel", strides.Channel)}", Offset.Times("channel", run.Width));
            }
            else
            {
                using (writer.Block())
                    WriteTile(rows, "", "");
            }

            if (whole < channels)
            {
                using (writer.Block())
                    WriteTile(channels - whole, $" + {whole * strides.Channel}", Literal.Of(whole * run.Width));
            }
        }

        void WriteTile(int count, string firstInput, string firstWeight)
        {
            int vectors = run.Vectors(target);
            DeclareSums(writer, count, vectors);
            using (writer.Block("for (nuint row = firstRow; row < endRow; row++)"))
            {
                writer.Line($"ref float rowInput = ref Place__.Add(ref {input.Name}, ({vertical.InputExpression("row", "tapRow")}) * {strides.Row}{firstInput});");
                writer.Line($"ref float rowGradient = ref Place__.Add(ref panelGradient, row * {horizontal.Outputs * paddedOutputs});");
                using (writer.Block("for (nuint column = firstColumn; column < endColumn; column++)"))
                {
                    string place = strides.Column == 1 ? horizontal.InputExpression("column", "tap") : $"({horizontal.InputExpression("column", "tap")}) * {strides.Column}";
                    WritePlace(writer, target, vectors, $"column * {paddedOutputs}", 0, place, [.. Enumerable.Range(0, count).Select(r => (r, r * strides.Channel))]);
                }
            }

            AddSums(writer, target, count, vectors, row => Offset.Of(firstWeight, row * run.Width), "tapWeights");
        }
    }

    /// <summary>Few channels: a tile is several taps with all their channels.</summary>
    private void WriteTapGroups(SourceWriter writer, Target target, PanelRun run, int most)
    {
        (int tapRows, int taps) = TapGroup(channels, vertical, horizontal, most);
        int wholeRows = vertical.Kernel - vertical.Kernel % tapRows;
        using (writer.Block($"for (nuint tapRow = 0; tapRow < {wholeRows}; tapRow += {tapRows})"))
            WriteGroupRow(tapRows);
        if (wholeRows < vertical.Kernel)
        {
            using (writer.Block())
            {
                writer.Line($"const nuint tapRow = {wholeRows};");
                WriteGroupRow(vertical.Kernel - wholeRows);
            }
        }

        void WriteGroupRow(int groupRows)
        {
            writer.Line($"nuint firstRow = {(groupRows > 1 || vertical.IsComplete ? "0" : vertical.FirstOutput("tapRow"))};");
            writer.Line($"nuint endRow = {(groupRows > 1 || vertical.IsComplete ? $"{vertical.Outputs}" : vertical.EndOutput("tapRow"))};");
            writer.Line($"ref float tapWeights = ref Place__.Add(ref panelWeights, tapRow * {horizontal.Kernel * channels * run.Width});");
            for (int first = 0; first < horizontal.Kernel; first += taps)
            {
                using (writer.Block())
                    WriteGroup(groupRows, first, Math.Min(taps, horizontal.Kernel - first));
            }
        }

        void WriteGroup(int groupRows, int firstTap, int tapCount)
        {
            (int TapRow, int Tap, int Channel)[] terms =
            [
                .. from tapRow in Enumerable.Range(0, groupRows)
                   from tap in Enumerable.Range(firstTap, tapCount)
                   from channel in Enumerable.Range(0, channels)
                   select (tapRow, tap, channel),
            ];
            int vectors = run.Vectors(target);
            DeclareSums(writer, terms.Length, vectors);
            using (writer.Block("for (nuint row = firstRow; row < endRow; row++)"))
            {
                writer.Line($"ref float rowInput = ref Place__.Add(ref {input.Name}, ({vertical.InputExpression("row", "tapRow")}) * {strides.Row});");
                writer.Line($"ref float rowGradient = ref Place__.Add(ref panelGradient, row * {horizontal.Outputs * paddedOutputs});");
                WriteColumns(terms, firstTap, tapCount, vectors);
            }

            AddSums(writer, target, terms.Length, vectors,
                i => Literal.Of(((terms[i].TapRow * horizontal.Kernel + terms[i].Tap) * channels + terms[i].Channel) * run.Width), "tapWeights");
        }

        // The columns where every tap meets the image are a loop; the few at the borders are written out.
        void WriteColumns((int TapRow, int Tap, int Channel)[] terms, int firstTap, int tapCount, int vectors)
        {
            bool Meets(int column, int tap) => horizontal.Input(column, tap) is not null;
            bool Whole(int column) => Enumerable.Range(firstTap, tapCount).All(tap => Meets(column, tap));
            int start = 0, end = horizontal.Outputs;
            while (start < end && !Whole(start))
                start++;
            while (end > start && !Whole(end - 1))
                end--;

            foreach (int column in Enumerable.Range(0, start))
                WriteBorder(column);
            if (end > start)
            {
                using (writer.Block($"for (nuint column = {start}; column < {end}; column++)"))
                    WritePlace(writer, target, vectors, $"column * {paddedOutputs}", 0, Offset.Times("column", horizontal.Stride * strides.Column),
                        [.. terms.Select((term, i) => (i, Place(term) - horizontal.PadBefore * strides.Column))]);
            }

            foreach (int column in Enumerable.Range(end, horizontal.Outputs - end))
                WriteBorder(column);

            int Place((int TapRow, int Tap, int Channel) term) => term.TapRow * strides.Row + term.Tap * strides.Column + term.Channel * strides.Channel;

            void WriteBorder(int column)
            {
                (int, int)[] met =
                [
                    .. terms.Select((term, i) => (i, term)).Where(pair => Meets(column, pair.term.Tap))
                        .Select(pair => (pair.i, Place(pair.term) + (column * horizontal.Stride - horizontal.PadBefore) * strides.Column)),
                ];
                if (met.Length == 0)
                    return;
                using (writer.Block())
                    WritePlace(writer, target, vectors, "", column * paddedOutputs, "", met);
            }
        }
    }

    /// <summary>What one place adds to the sums of a tile.</summary>
    private static void WritePlace(
        SourceWriter writer, Target target, int vectors, string gradient, int gradientOffset, string input, (int Sum, int Place)[] terms)
    {
        for (int v = 0; v < vectors; v++)
            writer.Line($"Float__ g{v} = {target.Load("rowGradient", Offset.Of(gradient, gradientOffset + v * target.Lanes))};");
        foreach (Multiplier x in Multiplier.Of(target, terms))
            x.WriteAdds(writer, target, "rowInput", input, [.. Enumerable.Range(0, vectors).Select(v => ($"g{v}", Sum(vectors, x.Label, v)))]);
    }

    private static void DeclareSums(SourceWriter writer, int rows, int vectors)
    {
        for (int v = 0; v < vectors; v++)
            writer.Line($"Float__ {string.Join(", ", Enumerable.Range(0, rows).Select(r => $"{Sum(vectors, r, v)} = {(r == 0 ? "Float__.Zero" : Sum(vectors, 0, v))}"))};");
    }

    private static void AddSums(SourceWriter writer, Target target, int rows, int vectors, Func<int, string> offset, string memory)
    {
        for (int r = 0; r < rows; r++)
        {
            for (int v = 0; v < vectors; v++)
            {
                string at = v == 0 ? offset(r) : $"{offset(r)} + {v * target.Lanes}";
                writer.Line(target.Store($"{target.Load(memory, at)} + {Sum(vectors, r, v)}", memory, at));
            }
        }
    }

    private static string Sum(int vectors, int row, int vector) => vectors == 1 ? $"a{row}" : $"a{row}_{vector}";
}
