using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Dense;

/// <summary>
/// y[s, o] = b[o] + Σₖ x[s, k]·w[k, o], vectorised over the outputs: what the kernels for a block of samples (<see cref="DenseGemm"/>) and for one
/// (<see cref="DenseGemv"/>) have in common. It serves the forward direction and, with the weights transposed, the gradient of the input
/// where there are few of them (see <see cref="DenseInputGradient"/>).
/// </summary>
/// <param name="Formula">For comments, what it computes.</param>
/// <param name="Input">x.</param>
/// <param name="Terms">The inputs that are summed, K in the literature.</param>
/// <param name="InputStride">From one sample of x to the next.</param>
/// <param name="Weights">w, in panels of outputs.</param>
/// <param name="Bias">b; null for zero.</param>
/// <param name="Epilogue">What becomes of y.</param>
/// <param name="PaddedOutputs">Outputs, with those that fill the last panel.</param>
/// <param name="OutputStride">From one sample of y to the next.</param>
/// <param name="HasSingle">Whether a sample may come alone.</param>
internal sealed record DenseProduct(
    Comment Formula, KernelParameter Input, DenseInputs Terms, int InputStride, KernelParameter Weights, KernelParameter? Bias, Epilogue Epilogue,
    int PaddedOutputs, int OutputStride, bool HasSingle)
{
    /// <summary>The memory that is read and written.</summary>
    public IReadOnlyList<KernelParameter> Parameters =>
        [Input, Weights, .. Bias is null ? Array.Empty<KernelParameter>() : [Bias], .. Epilogue.Parameters];

    /// <summary>The outputs' panels.</summary>
    public IReadOnlyList<PanelRun> Runs => PanelRun.Of(PaddedOutputs);

    /// <summary>Into how many partial sums the terms of each output go.</summary>
    public int PartialSums => Terms.IsContiguous ? Summation.DensePartialSums(PaddedOutputs, Terms.Count, HasSingle) : 1;

    /// <summary>Whether a target gains.</summary>
    public bool Gains(Target target) => PanelRun.Gains(target, PaddedOutputs, Terms.Count);

    /// <summary>What a sample of a whole tile costs.</summary>
    public KernelCost CostOn(Target target) => PanelRun.Cost(PaddedOutputs, run => KernelCost.OfTiles(
        (double)Terms.Count * run.AllVectors(target), VectorsPerTile(target, run), SamplesPerTile(target, run), target.TermsPerLoad));

    /// <summary>
    /// Samples in a tile: of several vectors so many that their sums keep the multipliers busy, of one
    /// as many as there are accumulators. Where there is no kernel for single samples the last tile runs over the block's end,
    /// into memory that is there for it (<see cref="DenseGemm.SampleTile"/>); a power of two then fits every block.
    /// </summary>
    public int SamplesPerTile(Target target, PanelRun run)
    {
        int vectors = VectorsPerTile(target, run), sums = vectors > 1 && PartialSums == 1 ? target.TileAccumulators : target.Accumulators;
        int samples = Math.Max(1, Math.Min(Summation.TileSamples, sums / (vectors * PartialSums)));
        while (!HasSingle && (samples & (samples - 1)) != 0)
            samples--;
        return samples;
    }

    /// <summary>Vectors of outputs in a tile.</summary>
    public static int VectorsPerTile(Target target, PanelRun run) => run.Vectors(target) * run.Together(target);

    /// <summary>Whether all terms of a tile are written out, given the accumulators that each adds to.</summary>
    public bool IsStraightLine(int perTerm) =>
        Terms.IsContiguous && Terms.Count * PaddedOutputs <= UnrollBudget.SmallLayer && Terms.Count * perTerm <= UnrollBudget.StraightLine;

    /// <summary>The vectors of a panel.</summary>
    /// <param name="target">For which instructions.</param>
    /// <param name="output">Its first output, from the tile's first.</param>
    /// <param name="width">Its width.</param>
    public IEnumerable<DenseVector> Vectors(Target target, int output, int width) =>
        Enumerable.Range(0, width / target.Lanes).Select(v => new DenseVector(output * Terms.Count + v * target.Lanes, width, output + v * target.Lanes));
}
