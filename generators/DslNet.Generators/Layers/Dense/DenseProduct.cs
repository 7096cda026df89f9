using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Dense;

/// <summary>
/// y[s, o] = b[o] + Σₖ x[s, k]·w[k, o] for a block of samples, the outputs across the lanes: a tile of several samples by one
/// panel of outputs is summed in registers. It serves the forward direction and, with the weights transposed, the gradient
/// of the input where there are few of them (see <see cref="DenseInputGradient"/>).
/// </summary>
/// <param name="Formula">For its comment, what it computes.</param>
/// <param name="Input">x.</param>
/// <param name="Terms">The inputs that are summed.</param>
/// <param name="InputStride">From one sample of x to the next.</param>
/// <param name="Weights">w, in panels of outputs.</param>
/// <param name="Bias">b; null for zero.</param>
/// <param name="Epilogue">What becomes of y.</param>
/// <param name="Panels">For its comment, the outputs and their panels.</param>
/// <param name="PaddedOutputs">Outputs, with those that fill the last panel.</param>
/// <param name="OutputStride">From one sample of y to the next.</param>
/// <param name="HasSingle">Whether a sample may come alone.</param>
/// <param name="OnlySingle">Whether it always does.</param>
internal sealed record DenseProduct(
    Comment Formula, KernelParameter Input, DenseTerms Terms, int InputStride, KernelParameter Weights, KernelParameter? Bias, Epilogue Epilogue,
    Comment Panels, int PaddedOutputs, int OutputStride, bool HasSingle, bool OnlySingle = false) : Kernel
{
    private int PartialSumCount => Terms.IsContiguous ? Summation.DensePartialSums(PaddedOutputs, Terms.Count, HasSingle) : 1;

    public override bool HasSingle { get; } = HasSingle;

    public override bool OnlySingle { get; } = OnlySingle;

    public override bool IsOfBlock => true;

    public override int SampleTile => HasSingle ? 1 : Summation.TileSamples;

    protected override bool GainsFrom(Target target) => PanelRun.Gains(target, PaddedOutputs, Terms.Count);

    public override IReadOnlyList<KernelParameter> Parameters =>
        [Input, Weights, .. Bias is null ? Array.Empty<KernelParameter>() : [Bias], Epilogue.Destination, .. Epilogue.Extra];

    public override KernelCost? CostOn(Target target) => PanelRun.Cost(PaddedOutputs, run => KernelCost.OfTiles(
        (double)Terms.Count * run.AllVectors(target), VectorsPerTile(target, run), RowsPerTile(target, run), target.TermsALoad));

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        IReadOnlyList<PanelRun> runs = PanelRun.Of(PaddedOutputs);
        if (!OnlySingle)
            WriteBlock(writer, target, name, runs);
        if (!HasSingle)
            return;

        // One sample loads weights for each multiply-add, however its input gets there: only wider vectors help, and only where there is much of it.
        if (target.Fallback is { } fallback && (!target.HasPrograms || PaddedOutputs * Terms.Count <= target.WeightsToGainAlone))
            WriteSingleForward(writer, name.Method, name.On(RunsOn(fallback)));
        else
            WriteSingle(writer, target, name, runs);
    }

    private void WriteBlock(SourceWriter writer, Target target, KernelName name, IReadOnlyList<PanelRun> runs)
    {
        KernelPart[] parts = [.. runs.Select(run => new KernelPart($"Panels{run.Width}", Tiles(target, run), () => WritePanels(writer, target, run, runs[0])))];
        string sums = PartialSumCount == 1 ? "" : $" in {PartialSumCount} partial sums";
        using (Method(writer, name, $"{Formula}{Epilogue.Phrase}: {NumberText.Counted(Terms.Count, "term")}{sums}, {Panels}{OnlyPart(parts)}.", CostOn(target)))
        {
            if (HasSingle)
                writer.Lines($"int singles = count % {LeastRows(target, runs[0])};", "count -= singles;");
            WriteCalls(writer, name, parts);
            if (HasSingle)
            {
                using (writer.Loop("single", "count", "count + singles"))
                    writer.Line($"{name.Single}({SingleArguments});");
            }
        }

        WriteParts(writer, name, parts);
    }

    private string Tiles(Target target, PanelRun run) => $"tiles of {RowsPerTile(target, run)} samples by {run.Width * run.Together(target)} outputs";

    public override string? LoopInstead(Target target)
    {
        PanelRun first = PanelRun.Of(PaddedOutputs)[0];
        return IsStraightLine(RowsPerTile(target, first) * VectorsPerTile(target, first))
            ? null
            : $"a loop over {NumberText.Grouped(Terms.Count)} terms, in {Tiles(target, first)}";
    }

    /// <summary>Whether all terms of a tile are written out, given the vectors that each takes.</summary>
    private bool IsStraightLine(int perTerm) =>
        Terms.IsContiguous && Terms.Count * PaddedOutputs <= UnrollBudget.SmallLayer && Terms.Count * perTerm <= UnrollBudget.StraightLine;

    private IEnumerable<string> SampleOperands => [Input.Name, .. new[] { Epilogue.Destination }.Concat(Epilogue.Extra).Select(operand => operand.Name)];

    private string SingleArguments => string.Join(", ", Parameters.Select(operand => operand.Name == Input.Name
        ? $"ref Place__.Add(ref {operand.Name}, single * {InputStride})"
        : SampleOperands.Contains(operand.Name) ? $"ref Place__.Add(ref {operand.Name}, single * {OutputStride})" : "ref " + operand.Name));

    /// <summary>
    /// Samples in a tile: of several vectors so many that their sums keep the multipliers busy, of one
    /// as many as there are accumulators. Where there is no kernel for single samples the last tile runs over the block's end,
    /// into memory that is there for it (<see cref="SampleTile"/>); a power of two then fits every block.
    /// </summary>
    private int RowsPerTile(Target target, PanelRun run)
    {
        int vectors = VectorsPerTile(target, run), sums = vectors > 1 && PartialSumCount == 1 ? target.TileSums : target.Accumulators;
        int rows = Math.Max(1, Math.Min(Summation.TileSamples, sums / (vectors * PartialSumCount)));
        while (!HasSingle && (rows & (rows - 1)) != 0)
            rows--;
        return rows;
    }

    private static int VectorsPerTile(Target target, PanelRun run) => run.Vectors(target) * run.Together(target);

    /// <summary>Samples of the least tile that blocks are divided into: the others are done one by one, where there is a kernel for it.</summary>
    private int LeastRows(Target target, PanelRun run)
    {
        int rows = RowsPerTile(target, run);
        return HasSingle ? Math.Max(1, rows / target.TileParts) : rows;
    }

    /// <summary>All panels of one width: for each, tiles of several samples. The count is a whole number of the first run's least tiles.</summary>
    private void WritePanels(SourceWriter writer, Target target, PanelRun run, PanelRun first)
    {
        int rows = RowsPerTile(target, run);
        DenseVector[] vectors = [.. Enumerable.Range(0, run.Together(target)).SelectMany(panel => Vectors(target, panel * run.Width, run.Width).Take(run.Vectors(target)))];
        run.Write(writer, target, Terms.Count, (output, panelWeights) =>
        {
            string tileWeights = Offset.Declare(writer, "panelWeights", Weights.Name, panelWeights);
            int rest = HasSingle && LeastRows(target, run) != LeastRows(target, first) ? 1 : LeastRows(target, run);
            if (rest < rows)
                writer.Line("int row = 0;");
            using (writer.Block(rest == rows ? $"for (int row = 0; row < count; row += {rows})" : $"for (; row + {rows} <= count; row += {rows})"))
                WriteTile(writer, target, rows, vectors, tileWeights, output, isWhole: true);
            if (rest < rows)
            {
                using (writer.Block($"for (; row < count; {(rest == 1 ? "row++" : $"row += {rest}")})"))
                    WriteTile(writer, target, rest, vectors, tileWeights, output, isWhole: false);
            }
        }, run.Together(target));
    }

    private void WriteTile(SourceWriter writer, Target target, int rows, DenseVector[] vectors, string panelWeights, string panel, bool isWhole)
    {
        writer.Line($"ref float rowInput = ref Place__.Add(ref {Input.Name}, {Offset.Times("row", InputStride)});");
        WriteSums(writer, target, rows, vectors, panelWeights, "rowInput", panel, LoadsTermsTogether(target) && isWhole);
        Epilogue.WriteStores(writer, target, Sums(rows, vectors), Offset.Sum(Offset.Times("row", OutputStride), panel));
    }

    /// <summary>One sample: several panels at once, so that there are enough independent sums.</summary>
    private void WriteSingle(SourceWriter writer, Target target, KernelName name, IReadOnlyList<PanelRun> runs)
    {
        int full = runs[0].Width == 16 ? runs[0].Count : 0;
        int perGroup = full == 0 ? 1 : RowTile.Divide(full, Math.Max(1, 8 / (16 / target.Lanes * PartialSumCount)));
        int groups = full / perGroup, done = groups * perGroup * 16;
        using (Method(writer, $"One sample{(OnlySingle ? $"{Epilogue.Phrase}" : "")}{(groups > 0 ? $", {perGroup * 16} outputs at a time" : "")}.", SingleDeclaration(name), single: true))
        {
            if (groups > 0)
            {
                using (writer.Loop("group", groups, out string group))
                {
                    string panelWeights = Offset.Declare(writer, "panelWeights", Weights.Name, Offset.Times(group, perGroup * 16 * Terms.Count));
                    WriteSingleGroup(
                        writer, target, [.. Enumerable.Range(0, perGroup).SelectMany(p => Vectors(target, p * 16, 16))], panelWeights, Offset.Times(group, perGroup * 16));
                }
            }

            if (done < PaddedOutputs)
            {
                using (groups > 0 ? writer.Block() : null)
                {
                    string panelWeights = Offset.Declare(writer, "panelWeights", Weights.Name, Literal.Of(done * Terms.Count));
                    List<DenseVector> rest = [];
                    for (int at = done; at < PaddedOutputs; at += 16)
                        rest.AddRange(Vectors(target, at - done, Math.Min(16, PaddedOutputs - at)));
                    WriteSingleGroup(writer, target, [.. rest], panelWeights, Literal.Of(done));
                }
            }

            if (!FinishesInRegisters(target))
            {
                using (writer.Loop("o", "0", $"{PaddedOutputs}", target.Lanes))
                {
                    writer.Line($"Float__ sum = {target.Load(Epilogue.Destination.Name, "o")};");
                    Epilogue.WriteStore(writer, target, "sum", "o");
                }
            }
        }
    }

    private IEnumerable<DenseVector> Vectors(Target target, int output, int width) =>
        Enumerable.Range(0, width / target.Lanes).Select(v => new DenseVector(output * Terms.Count + v * target.Lanes, width, output + v * target.Lanes));

    private void WriteSingleGroup(SourceWriter writer, Target target, DenseVector[] vectors, string panelWeights, string output)
    {
        WriteSums(writer, target, 1, vectors, panelWeights, Input.Name, output, termsTogether: false);
        if (FinishesInRegisters(target))
        {
            Epilogue.WriteStores(writer, target, Sums(1, vectors), output);
            return;
        }

        string destination = Offset.Declare(writer, "sums", Epilogue.Destination.Name, output);
        foreach ((IReadOnlyList<string> values, string offset) in target.Neighbours(Sums(1, vectors)))
            writer.Line(target.Store(StoreMethod.Plain, values, "", destination, offset));
    }

    /// <summary>Whether a target's vectors of one sample are so few that a long activation does not drive them out of registers: otherwise a loop follows.</summary>
    private bool FinishesInRegisters(Target target) => !OnlySingle || PaddedOutputs <= MostVectorsInRegisters * target.Lanes;

    /// <summary>So many vectors of sums wait for a long activation.</summary>
    private const int MostVectorsInRegisters = 4;

    /// <summary>The sums of a tile: started with the bias, one term after the other.</summary>
    private void WriteSums(
        SourceWriter writer, Target target, int rows, DenseVector[] vectors, string panelWeights, string rowInput, string firstOutput, bool termsTogether)
    {
        WriteStarts(writer, target, rows, vectors, firstOutput);
        if (IsStraightLine(rows * vectors.Length))
        {
            WriteTerms(writer, target, rows, vectors, panelWeights, rowInput, 0, Terms.Count);
            return;
        }

        if (Terms.IsContiguous && termsTogether)
        {
            Lanes(writer, target, rows, vectors).Write(rowInput, panelWeights, Terms.Count);
            return;
        }

        if (Terms.IsContiguous)
        {
            int whole = Terms.Count - Terms.Count % PartialSumCount;
            using (Walk walk = WalkTerms(writer, vectors, All(vectors, panelWeights), rowInput, whole, PartialSumCount))
                WriteTermsAt(writer, target, rows, vectors, walk, PartialSumCount);
            WriteTerms(writer, target, rows, vectors, panelWeights, rowInput, whole, Terms.Count);
            return;
        }

        using (writer.Loop("position", Terms.Positions, out string position))
        {
            string positionInput = Offset.Declare(writer, "positionInput", rowInput, Offset.Times(position, Terms.PositionStride));
            IReadOnlyDictionary<int, string> positionWeights = DeclareWeights(writer, vectors, "positionWeights", panelWeights, position, Terms.Channels);
            WriteChannels(writer, target, rows, vectors, positionWeights, positionInput, termsTogether);
        }
    }

    private void WriteStarts(SourceWriter writer, Target target, int rows, DenseVector[] vectors, string firstOutput)
    {
        if (Bias is not null)
            writer.Explain("start with the bias");
        string first = Bias is null ? "" : Offset.Declare(writer, "tileBias", Bias.Name, firstOutput);
        for (int v = 0; v < vectors.Length; v++)
        {
            string start = Bias is null ? target.Constant(0) : target.Load(first, Literal.Of(vectors[v].Output));
            writer.Line($"Float__ {string.Join(", ", Enumerable.Range(0, rows).Select(r => $"{Sum(0, r, v)} = {(r == 0 ? start : Sum(0, 0, v))}"))};");
        }

        for (int p = 1; p < PartialSumCount; p++)
            writer.Line($"Float__ {string.Join(", ", Enumerable.Range(0, rows).SelectMany(r => Enumerable.Range(0, vectors.Length).Select(v => $"{Sum(p, r, v)} = Float__.Zero")))};");
    }

    private void WriteChannels(
        SourceWriter writer, Target target, int rows, DenseVector[] vectors, IReadOnlyDictionary<int, string> positionWeights, string positionInput, bool termsTogether)
    {
        if (termsTogether)
        {
            Lanes(writer, target, rows, vectors).Write(positionInput, positionWeights[vectors[0].Width], Terms.Channels);
        }
        else if (Terms.Channels * rows * vectors.Length <= UnrollBudget.LoopBody)
        {
            for (int c = 0; c < Terms.Channels; c++)
                WriteTerm(writer, target, rows, vectors, positionWeights, positionInput, c, 0);
        }
        else
        {
            using (Walk walk = WalkTerms(writer, vectors, positionWeights, positionInput, Terms.Channels, 1))
                WriteTermsAt(writer, target, rows, vectors, walk, 1);
        }
    }

    /// <summary>Terms that are written out, from the first to the one before the end.</summary>
    private void WriteTerms(
        SourceWriter writer, Target target, int rows, DenseVector[] vectors, string panelWeights, string rowInput, int first, int end)
    {
        for (int k = first; k < end; k++)
            WriteTerm(writer, target, rows, vectors, All(vectors, panelWeights), rowInput, k, k % PartialSumCount);
    }

    /// <summary>Begins a loop over terms, some at a time.</summary>
    private static Walk WalkTerms(SourceWriter writer, DenseVector[] vectors, IReadOnlyDictionary<int, string> weights, string input, int count, int step) => Walk.Over(
        writer, "k", "0", Literal.Of(count), step,
        [new("termInput", input, step), .. Widths(vectors).Select(width => new Walk.Step(WeightsName("termWeights", vectors, width), weights[width], step * width))]);

    /// <summary>The body of a loop over terms: so many of them.</summary>
    private void WriteTermsAt(SourceWriter writer, Target target, int rows, DenseVector[] vectors, Walk walk, int count)
    {
        Dictionary<int, string> weights = Widths(vectors).Select((width, i) => (width, i)).ToDictionary(pair => pair.width, pair => walk[pair.i + 1]);
        for (int i = 0; i < count; i++)
            WriteTerm(writer, target, rows, vectors, weights, walk[0], i, i, alone: count == 1);
    }

    private static IReadOnlyList<int> Widths(DenseVector[] vectors) => [.. vectors.Select(vector => vector.Width).Distinct()];

    /// <summary>The same weights for panels of all widths: terms are not counted from a row of their own.</summary>
    private static Dictionary<int, string> All(DenseVector[] vectors, string weights) => Widths(vectors).ToDictionary(width => width, _ => weights);

    /// <summary>Names a row of weights, for each width of panels that a tile has: their rows are stored at different distances.</summary>
    private static IReadOnlyDictionary<int, string> DeclareWeights(SourceWriter writer, DenseVector[] vectors, string name, string from, string index, int rows) =>
        Widths(vectors).ToDictionary(
            width => width, width => Offset.Declare(writer, WeightsName(name, vectors, width), from, Offset.Times(index, rows * width)));

    private static string WeightsName(string name, DenseVector[] vectors, int width) => Widths(vectors).Count == 1 ? name : name + width;

    /// <summary>
    /// Whether a tile loads each sample's inputs of two terms together. What whole tiles leave over does not: it would be much
    /// text for little.
    /// </summary>
    private bool LoadsTermsTogether(Target target) => LaneRun.Fits(target, Terms.Channels);

    private LaneRun Lanes(SourceWriter writer, Target target, int rows, DenseVector[] vectors) => new(
        writer, target, [.. Enumerable.Range(0, rows).Select(r => (r, r * InputStride))], [.. vectors.Select(vector => vector.Weight)], vectors[0].Width,
        PartialSumCount, Sum);

    /// <summary>One term of every sum in the tile: load the weights, broadcast each sample's input, multiply and add.</summary>
    private void WriteTerm(
        SourceWriter writer, Target target, int rows, DenseVector[] vectors, IReadOnlyDictionary<int, string> weights, string rowInput, int k, int partialSum, bool alone = false)
    {
        using (alone ? null : writer.Block())
        {
            if (rows == 1)
            {
                writer.Explain("each term: broadcast the input, multiply by a vector of weights for each vector of outputs");
                writer.Line($"Float__ x0 = {target.Factor(rowInput, Literal.Of(k))};");
                foreach (IGrouping<int, (DenseVector Vector, int Index)> panels in vectors.Select((vector, v) => (vector, v)).GroupBy(pair => pair.vector.Width))
                {
                    (string, int)[] sums = [.. panels.Select(pair => (Sum(partialSum, 0, pair.Index), pair.Vector.Weight + k * panels.Key))];
                    foreach ((IReadOnlyList<string> neighbours, string offset) in target.Neighbours(sums))
                        writer.Line(target.AddLoadedProducts("x0", weights[panels.Key], offset, neighbours));
                }

                return;
            }

            writer.Explain("each term: load weights, multiply them by each sample's input");
            (int, IReadOnlyList<string>)[] products =
                [.. Enumerable.Range(0, rows).Select(r => (r * InputStride + k, (IReadOnlyList<string>)[.. vectors.Select((_, v) => Sum(partialSum, r, v))]))];
            writer.Lines([.. target.AddTerm(rowInput, products, weights[vectors[0].Width], [.. vectors.Select(vector => vector.Weight + k * vector.Width)], "w")]);
        }
    }

    /// <summary>The finished sums of a tile, and their offsets in the output.</summary>
    private (string Value, int Offset)[] Sums(int rows, DenseVector[] vectors) =>
        [.. Enumerable.Range(0, rows).SelectMany(r => vectors.Select((vector, v) => (PartialSums(r, v), r * OutputStride + vector.Output)))];

    /// <summary>The partial sums of an output, added as a tree.</summary>
    private string PartialSums(int row, int vector) => PartialSumCount switch
    {
        1 => Sum(0, row, vector),
        2 => $"{Sum(0, row, vector)} + {Sum(1, row, vector)}",
        _ => $"({Sum(0, row, vector)} + {Sum(1, row, vector)}) + ({Sum(2, row, vector)} + {Sum(3, row, vector)})",
    };

    private static string Sum(int partialSum, int row, int vector) => $"{(char)('a' + partialSum)}{row}{vector}";
}
