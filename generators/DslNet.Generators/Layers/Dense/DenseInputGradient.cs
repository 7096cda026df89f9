using DslNet.CompilerServices;
using DslNet.Generators.Lowering;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Dense;

/// <summary>
/// ∂x[s, k] = Σₒ ∂y[s, o]·w[k, o] for a block of samples, vectorised over the batch: it transposes the output gradients of 32 samples so that samples
/// fill the lanes, broadcasts the weights in storage order, and transposes the results back. For large layers this is cheaper than transposing the
/// weights for a <see cref="DenseProduct"/>, and avoids a scratch buffer of their size. The sums are the same.
/// </summary>
/// <param name="Inputs">Inputs.</param>
/// <param name="Outputs">Outputs.</param>
/// <param name="OutputGradient">∂y.</param>
/// <param name="OutputStride">From one sample of ∂y to the next.</param>
/// <param name="Weights">w, in panels of outputs.</param>
/// <param name="Epilogue">What becomes of ∂x.</param>
/// <param name="PaddedInputs">Inputs, with those that fill the last vector.</param>
/// <param name="InputStride">From one sample of ∂x to the next.</param>
internal sealed record DenseInputGradient(
    int Inputs, int Outputs, KernelParameter OutputGradient, int OutputStride, KernelParameter Weights, Epilogue Epilogue, int PaddedInputs, int InputStride) : Kernel
{
    /// <summary>Samples that are transposed together.</summary>
    private const int Samples = 32;

    // 512 × 512 gain with few samples, and lose nothing with many, for which weights would be transposed but once; 256 × 256 gain 2 to
    // 4 %, and lose 1 or 2.
    private const int WeightsWorth = 128 * 1024;

    // Inputs whose results are transposed back together: with 32 samples 8 KB, and as much where they come from.
    private const int StripInputs = 64;

    private const int VectorsOfTile = 2;

    private PanelRun Panels => PanelRun.Of(PanelWidth.RoundUp(Outputs)).Single();
    private static readonly KernelParameter s_transposedGradient = new("transposedDy"), s_transposedResults = new("transposedDx"), s_strip = new("strip");

    /// <summary>Whether it takes less time than a <see cref="DenseProduct"/> with transposed weights, and can take its place.</summary>
    /// <param name="terms">The inputs.</param>
    /// <param name="outputs">Outputs.</param>
    /// <param name="paddedInputs">Inputs, with those that fill the last vector.</param>
    /// <param name="blockSamples">Samples of a block.</param>
    public static bool Pays(DenseInputs terms, int outputs, int paddedInputs, int blockSamples) =>
        blockSamples >= Samples && (long)terms.Count * outputs >= WeightsWorth && Fits(terms, outputs, paddedInputs);

    /// <summary>Whether inputs fill a tile and have no gaps, all panels of outputs are as wide, and each sum is one chain of terms.</summary>
    private static bool Fits(DenseInputs terms, int outputs, int paddedInputs) =>
        terms.IsContiguous && terms.Count >= Summation.TileSamples && outputs >= PanelRun.Of(PanelWidth.RoundUp(outputs))[0].Width
        && PanelRun.Of(PanelWidth.RoundUp(outputs)).Count == 1 && Summation.DensePartialSums(paddedInputs, outputs, singleSamples: false) == 1;

    public override bool IsOfBlock => true;

    // They are transposed eight by eight.
    public override int SampleTile => Summation.TileSamples;

    // Sums are stored in whole vectors of inputs.
    protected override bool GainsFrom(Target target) => PanelRun.Gains(target, PaddedInputs, Outputs);

    public override IReadOnlyList<KernelParameter> Parameters => [OutputGradient, Weights, s_transposedGradient, s_transposedResults, s_strip, Epilogue.Destination, .. Epilogue.Extra];

    public override KernelCost? CostOn(Target target) =>
        KernelCost.OfTiles((double)Inputs * Outputs / target.Lanes, VectorsOfTile, Rows(target), target.TermsPerLoad);

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        int most = VectorsOfTile * target.Lanes;
        string summary = $"∂x[s, k] = Σₒ ∂y[s, o]·w[k, o]{Epilogue.Phrase}: {NumberText.Counted(Outputs, "term")}, {NumberText.Counted(Inputs, "input")}, tiles of {Rows(target)} inputs by {most} samples.";
        using (Method(writer, name, summary, CostOn(target)))
        {
            if (PaddedInputs > Inputs)
            {
                using (writer.Loop("i", $"{Inputs * Samples}", $"{PaddedInputs * Samples}", target.Lanes))
                    writer.Line(target.Store(target.Constant(0), s_transposedResults.Name, "i"));
            }

            using (writer.Loop("first", "0", "count", Samples))
            {
                writer.Line($"int samples = global::System.Math.Min({Samples}, count - first);");
                writer.Line($"if (samples < {Samples}) // what was in lanes of no sample might be denormal, and slow");
                writer.Line($"\tglobal::DslNet.CompilerServices.FloatMemory.Clear(ref {s_transposedGradient.Name}, {Outputs * Samples});");
                writer.Line(Transpose($"ref Place__.Add(ref {OutputGradient.Name}, first * {OutputStride})", OutputStride, s_transposedGradient, Samples, "samples", $"{Outputs}"));
                WriteCalls(writer, name, most);
                WriteStores(writer, target);
            }
        }

        WriteTiles(writer, target, name, VectorsOfTile);
        if (most == Samples)
            WriteTiles(writer, target, name, VectorsOfTile / 2);
    }

    /// <summary>The operation of a layer, with the scratch memory that its kernel needs.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="outputGradient">∂y.</param>
    /// <param name="weights">w.</param>
    /// <param name="destination">Where ∂x goes, and what is read besides.</param>
    public Operation On(string layer, Operand outputGradient, Operand weights, IEnumerable<Operand> destination)
    {
        return new(layer + "InputGradient", this,
        [
            outputGradient, weights, Scratch(s_transposedGradient, "TransposedOutputGradient", PanelWidth.RoundUp(Outputs)),
            Scratch(s_transposedResults, "TransposedInputGradient", PaddedInputs), Scratch(s_strip, "Strip", StripInputs), .. destination,
        ]);

        Operand Scratch(KernelParameter parameter, string content, int rows) =>
            new(parameter.Name, Buffer.OfBlock(ParameterTable.FileName(layer) + content, rows * Samples));
    }

    private static int Rows(Target target) => target.TileAccumulators / VectorsOfTile;

    private static string TilesOf(KernelName name, int samples) => $"{name.Method}Of{samples}";

    /// <summary>The sums of all inputs, of the samples that there are.</summary>
    private void WriteCalls(SourceWriter writer, KernelName name, int most)
    {
        if (most == Samples)
        {
            // Few samples would leave half of the lanes empty.
            writer.Lines($"if (samples > {most / 2})", "\t" + Call(most, "0"), "else", "\t" + Call(most / 2, "0"));
            return;
        }

        using (writer.Loop("s", "0", "samples", most))
            writer.Line(Call(most, "s"));

        string Call(int samples, string first) =>
            $"{TilesOf(name, samples)}(ref {Weights.Name}, {Offset.Reference(s_transposedGradient.Name, first)}, {Offset.Reference(s_transposedResults.Name, first)});";
    }

    /// <summary>The results, transposed back, finished, and stored.</summary>
    private void WriteStores(SourceWriter writer, Target target)
    {
        using (writer.Loop("k", "0", $"{PaddedInputs}", StripInputs))
        {
            writer.Line($"int length = global::System.Math.Min({StripInputs}, {PaddedInputs} - k);");
            writer.Line(Transpose($"ref Place__.Add(ref {s_transposedResults.Name}, k * {Samples})", Samples, s_strip, StripInputs, "length", "samples"));
            using (writer.Loop("s", "0", "samples"))
            using (writer.Loop("i", "0", "length", target.Lanes))
            {
                writer.Line($"int o = (first + s) * {InputStride} + k + i;");
                Epilogue.WriteStore(writer, target, target.Load(s_strip.Name, $"s * {StripInputs} + i"), "o");
            }
        }
    }

    private static string Transpose(string source, int sourceStride, KernelParameter destination, int destinationStride, string rows, string columns) =>
        $"global::DslNet.CompilerServices.MatrixTranspose.Copy({source}, {sourceStride}, ref {destination.Name}, {destinationStride}, {rows}, {columns});";

    /// <summary>The sums of all inputs, of as many samples as fill some vectors.</summary>
    private void WriteTiles(SourceWriter writer, Target target, KernelName name, int vectors)
    {
        int rows = Rows(target), samples = vectors * target.Lanes;
        using (Method(writer, $"{samples} samples in the lanes of each vector.", $"private static void {TilesOf(name, samples)}(ref float {Weights.Name}, ref float {s_transposedGradient.Name}, ref float {s_transposedResults.Name})"))
        using (writer.Loop(Inputs % rows == 0 ? "input" : "tile", "0", $"{Inputs}", rows))
        {
            if (Inputs % rows != 0)
                writer.Line($"int input = global::System.Math.Min(tile, {Inputs - rows}); // the last tile reaches back");
            RegisterTile sums = RegisterTile.Of(writer, target, rows, Samples, vectors);
            sums.StartWithZero();
            WritePanels(sums);
            writer.Line($"ref float tileSums = ref Place__.Add(ref {s_transposedResults.Name}, input * {Samples});");
            sums.Store(StoreMethod.Plain, "tileSums");
        }
    }

    /// <summary>All terms of a tile, panel after panel; of the last one those that exist.</summary>
    private void WritePanels(RegisterTile sums)
    {
        int whole = Outputs / Panels.Width, rest = Outputs % Panels.Width;
        using (sums.Writer.Loop("panel", whole, out string panel))
            WritePanel(sums, panel, Panels.Width);

        if (rest == 0)
            return;
        using (sums.Writer.Block())
            WritePanel(sums, $"{whole}", rest);
    }

    private void WritePanel(RegisterTile sums, string panel, int terms)
    {
        (SourceWriter writer, Target target, int width) = (sums.Writer, sums.Target, Panels.Width);
        writer.Line($"ref float panelWeights = ref Place__.Add(ref {Weights.Name}, {Offset.Sum(Offset.Times(panel, width * Inputs), Offset.Times("input", width))});");
        string panelGradient = Offset.Declare(writer, "panelGradient", s_transposedGradient.Name, Offset.Times(panel, width * Samples));
        if (target.Prefetches && terms == width)
            writer.Line(target.Prefetch($"Place__.Add(ref panelWeights, {width * Inputs})", sums.Rows * width) + " // the next panel's");
        BroadcastOperands weights = BroadcastOperands.Of("panelWeights", sums.Rows, width, shareLoads: false);
        IReadOnlyList<int> samples = RegisterTile.Neighbours(target, sums.Vectors);
        if (LaneRun.Fits(target, terms))
        {
            new LaneRun(sums, weights.Rows, samples, Samples).Write(weights.Array, panelGradient, terms);
            return;
        }

        using (Walk walk = Walk.Over(writer, "o", "0", Literal.Of(terms), 1, new("termGradient", panelGradient, Samples), new("termWeights", weights.Array, 1)))
        {
            writer.Explain("each output: load the gradients of some samples, multiply them by each weight");
            sums.Accumulate(weights with { Array = walk[1] }, new("g", walk[0], samples));
        }
    }
}
