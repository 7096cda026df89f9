using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Dense;

/// <summary>A tile of a <see cref="DenseProduct"/>: some samples by some vectors of outputs, accumulated over all terms.</summary>
/// <param name="writer">Where to.</param>
/// <param name="target">For which instructions.</param>
/// <param name="product">The product.</param>
/// <param name="samples">Samples.</param>
/// <param name="vectors">Vectors of outputs.</param>
/// <param name="isWhole">
/// Whether it may load each sample's inputs of two terms together. What whole tiles leave over does not: it would be much text for little.
/// </param>
internal sealed class DenseTile(SourceWriter writer, Target target, DenseProduct product, int samples, DenseVector[] vectors, bool isWhole)
{
    private readonly DenseInputs _terms = product.Terms;

    /// <summary>Its accumulators.</summary>
    public RegisterTile Sums { get; } = new(
        writer, target, [.. Enumerable.Range(0, samples).Select(sample => sample * product.OutputStride)], [.. vectors.Select(vector => vector.Output)], product.PartialSums);

    /// <summary>Writes the sums: started with the bias, one term after the other.</summary>
    /// <param name="input">Where the first sample's inputs begin.</param>
    /// <param name="panelWeights">Where the weights of the first panel begin.</param>
    /// <param name="firstOutput">The first output.</param>
    public void Write(string input, string panelWeights, string firstOutput)
    {
        WriteStart(firstOutput);
        PanelWeights weights = PanelWeights.Of(vectors, panelWeights);
        if (product.IsStraightLine(Sums.Count))
        {
            WriteTerms(weights, input, 0, _terms.Count);
            return;
        }

        if (_terms.IsContiguous)
        {
            WriteRun(weights, input, _terms.Count);
            return;
        }

        using (writer.Loop("position", _terms.Positions, out string position))
        {
            string positionInput = Offset.Declare(writer, "positionInput", input, Offset.Times(position, _terms.PositionStride));
            PanelWeights positionWeights = weights.Declare(writer, "positionWeights", position, _terms.Channels);
            if (_terms.Channels * Sums.Count <= UnrollBudget.LoopBody && !LoadsTermsTogether)
                WriteTerms(positionWeights, positionInput, 0, _terms.Channels);
            else
                WriteRun(positionWeights, positionInput, _terms.Channels);
        }
    }

    private bool LoadsTermsTogether => isWhole && LaneRun.Fits(target, _terms.Channels);

    private void WriteStart(string firstOutput)
    {
        if (product.Bias is null)
        {
            Sums.StartWithZero();
            return;
        }

        writer.Explain("start with the bias");
        string bias = Offset.Declare(writer, "tileBias", product.Bias.Name, firstOutput);
        Sums.Start(v => target.Load(bias, Literal.Of(vectors[v].Output)));
    }

    /// <summary>A loop over terms whose inputs are neighbours, and what it leaves over.</summary>
    private void WriteRun(PanelWeights weights, string input, int count)
    {
        if (LoadsTermsTogether)
        {
            (int, int)[] rows = [.. Enumerable.Range(0, samples).Select(sample => (sample, sample * product.InputStride))];
            new LaneRun(Sums, rows, [.. vectors.Select(vector => vector.Weight)], vectors[0].Width).Write(input, weights[vectors[0].Width], count);
            return;
        }

        int step = Sums.PartialSums, whole = count - count % step;
        using (Walk walk = Walk.Over(writer, "k", "0", Literal.Of(whole), step, [new("termInput", input, step), .. weights.Steps("termWeights", step)]))
        {
            PanelWeights termWeights = weights.At(walk, 1);
            for (int i = 0; i < step; i++)
                WriteTerm(termWeights, walk[0], i, isAlone: step == 1);
        }

        WriteTerms(weights, input, whole, count);
    }

    /// <summary>Terms that are written out, from the first to the one before the end.</summary>
    private void WriteTerms(PanelWeights weights, string input, int first, int end)
    {
        for (int k = first; k < end; k++)
            WriteTerm(weights, input, k, isAlone: false);
    }

    /// <summary>One term of every sum: load the weights, broadcast each sample's input, multiply and add.</summary>
    private void WriteTerm(PanelWeights weights, string input, int k, bool isAlone)
    {
        using IDisposable? block = isAlone ? null : writer.Block();
        int partialSum = k % Sums.PartialSums;
        if (samples > 1)
        {
            writer.Explain("each term: load weights, multiply them by each sample's input");
            Sums.Accumulate(
                BroadcastOperands.Of(input, samples, product.InputStride, k, shareLoads: false),
                new("w", weights[vectors[0].Width], [.. vectors.Select(vector => vector.Weight + k * vector.Width)]), partialSum);
            return;
        }

        writer.Explain("each term: broadcast the input, multiply by a vector of weights for each vector of outputs");
        writer.Line($"Float__ x0 = {target.Factor(input, Literal.Of(k))};");
        foreach (IGrouping<int, (DenseVector Vector, int Index)> panels in vectors.Select((vector, v) => (vector, v)).GroupBy(pair => pair.vector.Width))
            Sums.AccumulateScaled("x0", weights[panels.Key], panels.Select(pair => (0, pair.Index, pair.Vector.Weight + k * panels.Key)), partialSum);
    }
}
