using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Dense;

/// <summary>
/// ∂w[k, o] += Σₛ x[s, k]·∂y[s, o] over the samples of a block, the outputs across the lanes: a tile of several inputs by one
/// panel of outputs is summed in registers over all samples before it touches memory. What is there already counts from the
/// second block on: gradients need not be cleared, which would be a pass over memory of its own.
/// </summary>
internal sealed class DenseWeightGradient(
    string layer, Operand input, DenseTerms terms, int inputStride, Operand outputGradient, Operand weightGradient, Operand? biasGradient,
    int outputs, int paddedOutputs, int outputStride) : Operation
{
    // Of 64 samples as much as half of a first-level cache.
    private const int ChunkInputs = 64;

    // Weights whose gradient is no longer in the nearest cache when the next block of samples comes.
    private const int FarWeights = 8 * 1024;

    // Smaller layers' parameters are updated with the others, at the end.
    private const int WeightsWorthUpdating = 2048;

    private readonly TileUpdate? _update =
        Target.All.Any(target => target.UpdatesWhileSumming && PanelRun.Gains(target, paddedOutputs, terms.Count)) && (long)paddedOutputs * terms.Count >= WeightsWorthUpdating
            ? new TileUpdate()
            : null;

    public override string Name => layer + "WeightGradient";

    public override string TypeParameters => _update is null ? "" : $"<{ParameterUpdate.Type}>";

    public override string Constraints => _update is null ? "" : " " + ParameterUpdate.Constraint;

    public override IReadOnlyList<GradientSpan> Updated => _update is null ? [] : [new(weightGradient.Offset, paddedOutputs * terms.Count)];

    public override Granularity Granularity => Granularity.Block;

    protected override bool GainsFrom(Target target) => PanelRun.Gains(target, paddedOutputs, terms.Count);

    public override IReadOnlyList<Operand> Operands { get; } =
        [input, outputGradient, weightGradient, .. biasGradient is null ? Array.Empty<Operand>() : [biasGradient]];

    public override IReadOnlyList<ScalarArgument> Scalars =>
    [
        new("bool", "adds", "start != first"),
        .. _update is null
            ? Array.Empty<ScalarArgument>()
            :
            [
                new("bool", "completes", "start + block == end"), new("int", TileUpdate.FirstParameter, Literal.Of(weightGradient.Offset)),
                new($"in {ParameterUpdate.Type}", "update", "in update"),
            ],
    ];

    public override IReadOnlyList<GradientSpan> StoredFirst =>
    [
        new(weightGradient.Offset, paddedOutputs * terms.Count),
        .. biasGradient is null ? Array.Empty<GradientSpan>() : [new(biasGradient.Offset, paddedOutputs)],
    ];

    public override KernelCost? CostOn(Target target) => PanelRun.Cost(paddedOutputs, run => KernelCost.OfTiles(
        (double)terms.Count * run.AllVectors(target), run.Vectors(target), Rows(target, run), target.NeighboursALoad));

    public override void WriteMethods(SourceWriter writer, Target target)
    {
        KernelPart[] parts = [.. PanelRun.Of(paddedOutputs).Select(run => new KernelPart($"Panels{run.Width}", Tiles(target, run), () => WritePart(writer, target, run)))];
        using (Method(writer, $"{layer}: ∂w[k, o] += Σₛ x[s, k]·∂y[s, o] and ∂b[o] += Σₛ ∂y[s, o], {NumberText.Counted(terms.Count, "input")}, {PanelRun.Phrase(outputs, paddedOutputs)}{OnlyPart(parts)}.", Declaration, CostOn(target)))
        {
            WriteCalls(writer, parts);
            if (biasGradient is not null)
            {
                if (parts.Length > 1)
                    WriteKept(writer);
                WriteBias(writer);
            }
        }

        WriteMethods(writer, parts);
    }

    private int Rows(Target target, PanelRun run) => RowTile.Divide(terms.Channels, target.Accumulators / run.Vectors(target));

    private string Tiles(Target target, PanelRun run) => $"tiles of {Rows(target, run)} inputs by {run.Width} outputs";

    private static void WriteKept(SourceWriter writer) =>
        writer.Line("Float__ kept = adds ? Float__.AllBitsSet : Float__.Zero;");

    private void WriteBias(SourceWriter writer) =>
        writer.Line($"Lanes__.AccumulateRows(ref {outputGradient.Name}, {outputStride}, count, kept, ref {biasGradient!.Name}, {paddedOutputs});");

    private void WritePart(SourceWriter writer, Target target, PanelRun run)
    {
        WriteKept(writer);
        UpdateOn(target)?.WriteStart(writer);
        WriteAllTiles(writer, target, run);
        UpdateOn(target)?.WriteEnd(writer);
    }

    /// <summary>What is updated by a target's kernel.</summary>
    private TileUpdate? UpdateOn(Target target) => target.UpdatesWhileSumming ? _update : null;

    private void WriteAllTiles(SourceWriter writer, Target target, PanelRun run)
    {
        if (!IsChunked(target, run))
        {
            WritePanels(writer, target, run, Tiles);
            return;
        }

        int rows = Rows(target, run), chunk = ChunkInputs / rows * rows;
        using (writer.Loop("chunk", "0", $"{terms.Channels}", chunk))
        {
            writer.Line($"int end = global::System.Math.Min(chunk + {chunk}, {terms.Channels});");
            WritePanels(writer, target, run, (panelGradient, weights) =>
            {
                using (writer.Loop("k", "chunk", "end", rows))
                    WriteTile(writer, target, run, rows, panelGradient, "k", Offset.Sum(weights, $"k * {run.Width}"));
            });
        }

        void Tiles(string panelGradient, string weights)
        {
            using (terms.Positions > 1 ? writer.Loop("position", "0", $"{terms.Positions}") : null)
            {
                string position = terms.Positions > 1 ? "position" : "0";
                WriteTiles(writer, target, run, panelGradient, Offset.Times(position, terms.PositionStride), Offset.Sum(weights, Offset.Times(position, terms.Channels * run.Width)));
            }
        }
    }

    /// <summary>
    /// Whether the tiles of some inputs are done for all panels before the next inputs' turn comes: a whole vector of inputs of
    /// each sample would leave the nearest cache before the next panel reads it again.
    /// </summary>
    private bool IsChunked(Target target, PanelRun run) =>
        run.Count > 1 && terms.Positions == 1 && terms.Channels > 2 * ChunkInputs && terms.Channels % Rows(target, run) == 0;

    private void WritePanels(SourceWriter writer, Target target, PanelRun run, Action<string, string> body) => run.Write(writer, target, terms.Count, (output, weights) =>
    {
        body(Offset.Declare(writer, "panelGradient", outputGradient.Name, output), weights);
    });

    private void WriteTiles(SourceWriter writer, Target target, PanelRun run, string panelGradient, string position, string weights)
    {
        int rows = Rows(target, run), whole = terms.Channels - terms.Channels % rows;
        using (writer.Loop("k", whole, out string k, rows))
            WriteTile(writer, target, run, rows, panelGradient, Offset.Sum(position, k), Offset.Sum(weights, Offset.Times(k, run.Width)));

        if (whole == terms.Channels)
            return;
        using (writer.Block())
            WriteTile(writer, target, run, terms.Channels - whole, panelGradient, Offset.Of(position, whole), Offset.Of(weights, whole * run.Width));
    }

    private void WriteTile(SourceWriter writer, Target target, PanelRun run, int rows, string panelGradient, string firstInput, string firstWeight)
    {
        int vectors = run.Vectors(target);
        TileUpdate? update = UpdateOn(target);
        string tileInput = Offset.Declare(writer, "tileInput", input.Name, firstInput);
        writer.Line($"ref float tileWeights = {Offset.Reference(weightGradient.Name, firstWeight)};");
        update?.WriteTile(writer, firstWeight, rows * run.Width);
        if (target.Prefetches && paddedOutputs * terms.Count > FarWeights)
        {
            using (update is null ? null : writer.Block($"if ({update.IsIdle})"))
                writer.Line(target.Prefetch("tileWeights", rows * run.Width));
        }

        for (int v = 0; v < vectors; v++)
            writer.Line($"Float__ {string.Join(", ", Enumerable.Range(0, rows).Select(r => $"a{r}{v} = {(r == 0 ? "Float__.Zero" : $"a0{v}")}"))};");

        using (Walk walk = Walk.Over(writer, "s", "0", "count", 1, new("sampleGradient", panelGradient, outputStride), new("sampleInput", tileInput, inputStride)))
        {
            writer.Explain("each sample: load the gradients of some outputs, multiply them by each input");
            Multiplier.WriteAll(
                writer, target, walk[1], [.. Enumerable.Range(0, rows).Select(r => (r, r))], walk[0], [.. Enumerable.Range(0, vectors).Select(v => v * target.Lanes)], "g",
                row => [.. Enumerable.Range(0, vectors).Select(v => $"a{row}{v}")]);
            update?.WriteBetween(writer, rows * vectors);
        }

        writer.Explain("add to the sums of the blocks before");
        (string, int)[] sums = [.. Enumerable.Range(0, rows).SelectMany(r => Enumerable.Range(0, vectors).Select(v => ($"a{r}{v}", r * run.Width + v * target.Lanes)))];
        foreach ((IReadOnlyList<string> neighbours, string offset) in target.Neighbours(sums))
            writer.Line(target.Store(StoreMethod.Accumulate, neighbours, "kept, ", "tileWeights", offset));

        update?.WriteStored(writer, rows * run.Width);
    }
}
