using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Dense;

/// <summary>
/// ∂w[k, o] += Σₛ x[s, k]·∂y[s, o] over the samples of a block, vectorised over the outputs: a register tile of several inputs by one panel of outputs
/// is accumulated over all samples before it touches memory. What is there already counts from the second block on: gradients need not be
/// cleared, which would be a pass over memory of its own.
/// </summary>
/// <param name="Input">x.</param>
/// <param name="Inputs">The inputs.</param>
/// <param name="InputStride">From one sample of x to the next.</param>
/// <param name="OutputGradient">∂y.</param>
/// <param name="WeightGradient">∂w, in panels of outputs.</param>
/// <param name="BiasGradient">∂b; null if there is no bias.</param>
/// <param name="Panels">For its comment, the outputs and their panels.</param>
/// <param name="PaddedOutputs">Outputs, with those that fill the last panel.</param>
/// <param name="OutputStride">From one sample of ∂y to the next.</param>
internal sealed record DenseWeightGradient(
    KernelParameter Input, DenseInputs Inputs, int InputStride, KernelParameter OutputGradient, KernelParameter WeightGradient, KernelParameter? BiasGradient,
    Comment Panels, int PaddedOutputs, int OutputStride) : Kernel
{
    // Of 64 samples as much as half of L1.
    private const int ChunkInputs = 64;

    // Weights whose gradient is no longer in L1 when the next block of samples comes.
    private const int FarWeights = 8 * 1024;

    // Smaller layers' parameters are updated with the others, at the end.
    private const int WeightsWorthUpdating = 2048;

    /// <summary>Whether other layers have the same weights: then it adds to what their kernels summed, and nothing is updated before all are done.</summary>
    public bool IsPart { get; init; }

    private FusedUpdate? Update =>
        !IsPart && Target.All.Any(target => target.FusesUpdate && PanelRun.Gains(target, PaddedOutputs, Inputs.Count)) && (long)PaddedOutputs * Inputs.Count >= WeightsWorthUpdating
            ? new FusedUpdate()
            : null;

    public override string TypeParameters => Update is null ? "" : $"<{ParameterUpdate.Type}>";

    public override string Constraints => Update is null ? "" : " " + ParameterUpdate.Constraint;

    public override bool IsOfBlock => true;

    protected override bool GainsFrom(Target target) => PanelRun.Gains(target, PaddedOutputs, Inputs.Count);

    public override IReadOnlyList<KernelParameter> Parameters =>
        [Input, OutputGradient, WeightGradient, .. BiasGradient is null ? Array.Empty<KernelParameter>() : [BiasGradient]];

    public override IReadOnlyList<KernelParameter> Scalars =>
    [
        new("adds", "bool"),
        .. Update is null
            ? Array.Empty<KernelParameter>()
            : [new("completes", "bool"), new(FusedUpdate.FirstParameter, "int"), new("update", $"in {ParameterUpdate.Type}")],
    ];

    /// <summary>The operation of a layer.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="input">x.</param>
    /// <param name="outputGradient">∂y.</param>
    /// <param name="weightGradient">∂w.</param>
    /// <param name="biasGradient">∂b; null if there is no bias.</param>
    public Operation On(string layer, Operand input, Operand outputGradient, Operand weightGradient, Operand? biasGradient)
    {
        GradientSpan weights = new(weightGradient.Start, PaddedOutputs * Inputs.Count);
        Operand[] bias = biasGradient is null ? [] : [biasGradient];
        ProgramFact[] update = Update is null ? []
            : [new ProgramFact.LastTurn(Level.Block), new ProgramFact.Constant(weightGradient.Start), new ProgramFact.Update()];
        ProgramFact adds = IsPart ? new ProgramFact.Always() : new ProgramFact.LaterTurn(Level.Block);
        return new(layer + "WeightGradient", this, [input, outputGradient, weightGradient, .. bias], [adds, .. update])
        {
            StoredFirst = IsPart ? [] : [weights, .. bias.Select(each => new GradientSpan(each.Start, PaddedOutputs))],
            Updated = Update is null ? [] : [weights],
        };
    }

    public override KernelCost? CostOn(Target target) => PanelRun.Cost(PaddedOutputs, run => KernelCost.OfTiles(
        (double)Inputs.Count * run.AllVectors(target), run.Vectors(target), Rows(target, run), target.NeighboursPerLoad));

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        KernelPart[] parts = [.. PanelRun.Of(PaddedOutputs).Select(run => new KernelPart($"Panels{run.Width}", Tiles(target, run), () => WritePart(writer, target, run)))];
        using (Method(writer, name, $"∂w[k, o] += Σₛ x[s, k]·∂y[s, o] and ∂b[o] += Σₛ ∂y[s, o], {NumberText.Counted(Inputs.Count, "input")}, {Panels}{OnlyPart(parts)}.", CostOn(target)))
        {
            WriteCalls(writer, name, parts);
            if (BiasGradient is not null)
            {
                if (parts.Length > 1)
                    WriteKept(writer);
                WriteBias(writer);
            }
        }

        WriteParts(writer, name, parts);
    }

    private int Rows(Target target, PanelRun run) => RowTile.Divide(Inputs.Channels, target.Accumulators / run.Vectors(target));

    private string Tiles(Target target, PanelRun run) => $"tiles of {Rows(target, run)} inputs by {run.Width} outputs";

    private static void WriteKept(SourceWriter writer) =>
        writer.Line("Float__ kept = adds ? Float__.AllBitsSet : Float__.Zero;");

    private void WriteBias(SourceWriter writer) =>
        writer.Line($"Lanes__.AccumulateRows(ref {OutputGradient.Name}, {OutputStride}, count, kept, ref {BiasGradient!.Name}, {PaddedOutputs});");

    private void WritePart(SourceWriter writer, Target target, PanelRun run)
    {
        WriteKept(writer);
        UpdateOn(target)?.WriteStart(writer);
        WriteAllTiles(writer, target, run);
        UpdateOn(target)?.WriteEnd(writer);
    }

    /// <summary>What is updated by a target's kernel.</summary>
    private FusedUpdate? UpdateOn(Target target) => target.FusesUpdate ? Update : null;

    private void WriteAllTiles(SourceWriter writer, Target target, PanelRun run)
    {
        if (!IsChunked(target, run))
        {
            WritePanels(writer, target, run, Tiles);
            return;
        }

        int rows = Rows(target, run), chunk = ChunkInputs / rows * rows;
        using (writer.Loop("chunk", "0", $"{Inputs.Channels}", chunk))
        {
            writer.Line($"int end = global::System.Math.Min(chunk + {chunk}, {Inputs.Channels});");
            WritePanels(writer, target, run, (panelGradient, weights) =>
            {
                using (writer.Loop("k", "chunk", "end", rows))
                    WriteTile(writer, target, run, rows, panelGradient, "k", Offset.Sum(weights, $"k * {run.Width}"));
            });
        }

        void Tiles(string panelGradient, string weights)
        {
            using (Inputs.Positions > 1 ? writer.Loop("position", "0", $"{Inputs.Positions}") : null)
            {
                string position = Inputs.Positions > 1 ? "position" : "0";
                WriteTiles(writer, target, run, panelGradient, Offset.Times(position, Inputs.PositionStride), Offset.Sum(weights, Offset.Times(position, Inputs.Channels * run.Width)));
            }
        }
    }

    /// <summary>
    /// Whether the tiles of some inputs are done for all panels before the next inputs' turn comes: a whole vector of inputs of
    /// each sample would leave L1 before the next panel reads it again.
    /// </summary>
    private bool IsChunked(Target target, PanelRun run) =>
        run.Count > 1 && Inputs.Positions == 1 && Inputs.Channels > 2 * ChunkInputs && Inputs.Channels % Rows(target, run) == 0;

    private void WritePanels(SourceWriter writer, Target target, PanelRun run, Action<string, string> body) => run.Write(writer, target, Inputs.Count, (output, weights) =>
    {
        body(Offset.Declare(writer, "panelGradient", OutputGradient.Name, output), weights);
    });

    private void WriteTiles(SourceWriter writer, Target target, PanelRun run, string panelGradient, string position, string weights)
    {
        int rows = Rows(target, run), whole = Inputs.Channels - Inputs.Channels % rows;
        using (writer.Loop("k", whole, out string k, rows))
            WriteTile(writer, target, run, rows, panelGradient, Offset.Sum(position, k), Offset.Sum(weights, Offset.Times(k, run.Width)));

        if (whole == Inputs.Channels)
            return;
        using (writer.Block())
            WriteTile(writer, target, run, Inputs.Channels - whole, panelGradient, Offset.Of(position, whole), Offset.Of(weights, whole * run.Width));
    }

    private void WriteTile(SourceWriter writer, Target target, PanelRun run, int rows, string panelGradient, string firstInput, string firstWeight)
    {
        FusedUpdate? update = UpdateOn(target);
        string tileInput = Offset.Declare(writer, "tileInput", Input.Name, firstInput);
        writer.Line($"ref float tileWeights = {Offset.Reference(WeightGradient.Name, firstWeight)};");
        update?.WriteTile(writer, firstWeight, rows * run.Width);
        if (target.Prefetches && PaddedOutputs * Inputs.Count > FarWeights)
        {
            using (update is null ? null : writer.Block($"if ({update.IsIdle})"))
                writer.Line(target.Prefetch("tileWeights", rows * run.Width));
        }

        RegisterTile sums = RegisterTile.Of(writer, target, rows, run.Width, run.Vectors(target));
        sums.StartWithZero();
        using (Walk walk = Walk.Over(writer, "s", "0", "count", 1, new("sampleGradient", panelGradient, OutputStride), new("sampleInput", tileInput, InputStride)))
        {
            writer.Explain("each sample: load the gradients of some outputs, multiply them by each input");
            sums.Accumulate(BroadcastOperands.Of(walk[1], rows, 1), new("g", walk[0], RegisterTile.Neighbours(target, sums.Vectors)));
            update?.WriteBetween(writer, sums.Count);
        }

        writer.Explain("add to the sums of the blocks before");
        sums.Store(StoreMethod.Accumulate, "tileWeights", "kept, ");
        update?.WriteStored(writer, rows * run.Width);
    }
}
