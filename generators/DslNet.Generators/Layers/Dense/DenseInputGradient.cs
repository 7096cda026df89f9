using DslNet.CompilerServices;
using DslNet.Generators.Lowering;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Dense;

/// <summary>
/// ∂x[s, k] = Σₒ ∂y[s, o]·w[k, o] for a block of samples, the samples across the lanes: the gradients of 32 samples are turned round,
/// weights are read one by one as they lie, and the sums are turned back. Of many weights that is less work than to turn them
/// round, as a <see cref="DenseProduct"/> wants them, and nothing as large as they is written. The sums are the same.
/// </summary>
internal sealed class DenseInputGradient(
    string layer, int inputs, int outputs, Operand outputGradient, int outputStride, Operand weights, Epilogue epilogue, int paddedInputs, int inputStride) : Operation
{
    /// <summary>Samples that are turned round together.</summary>
    private const int Samples = 32;

    // 512 × 512 gain with few samples, and lose nothing with many, for which weights would be turned round but once; 256 × 256 gain 2 to
    // 4 %, and lose 1 or 2.
    private const int WeightsWorth = 128 * 1024;

    // Inputs whose sums are turned back together: with 32 samples 8 KB, and as much where they come from.
    private const int StripInputs = 64;

    private const int VectorsOfTile = 2;

    private readonly PanelRun _panels = PanelRun.Of(PanelWidth.RoundUp(outputs)).Single();
    private readonly Operand _turnedGradient = Scratch("turnedDy", layer + "TurnedOutputGradient", PanelWidth.RoundUp(outputs));
    private readonly Operand _turnedSums = Scratch("turnedDx", layer + "TurnedInputGradient", paddedInputs);
    private readonly Operand _strip = Scratch("strip", layer + "Strip", StripInputs);

    /// <summary>Whether it takes less time than a <see cref="DenseProduct"/> with weights that are turned round, and can take its place.</summary>
    /// <param name="terms">The inputs.</param>
    /// <param name="outputs">Outputs.</param>
    /// <param name="paddedInputs">Inputs, with those that fill the last vector.</param>
    /// <param name="blockSamples">Samples of a block.</param>
    public static bool Pays(DenseTerms terms, int outputs, int paddedInputs, int blockSamples) =>
        blockSamples >= Samples && (long)terms.Count * outputs >= WeightsWorth && Fits(terms, outputs, paddedInputs);

    /// <summary>Whether inputs fill a tile and lie without gaps, all panels of outputs are as wide, and each sum is one chain of terms.</summary>
    private static bool Fits(DenseTerms terms, int outputs, int paddedInputs) =>
        terms.IsContiguous && terms.Count >= Summation.TileSamples && outputs >= PanelRun.Of(PanelWidth.RoundUp(outputs))[0].Width
        && PanelRun.Of(PanelWidth.RoundUp(outputs)).Count == 1 && Summation.DensePartialSums(paddedInputs, outputs, singleSamples: false) == 1;

    public override string Name => layer + "InputGradient";

    public override Granularity Granularity => Granularity.Block;

    // They are turned round eight by eight.
    public override int SampleTile => Summation.TileSamples;

    // Sums are stored in whole vectors of inputs.
    protected override bool GainsFrom(Target target) => PanelRun.Gains(target, paddedInputs, outputs);

    public override IReadOnlyList<Operand> Operands => [outputGradient, weights, _turnedGradient, _turnedSums, _strip, epilogue.Destination, .. epilogue.Extra];

    public override KernelCost? CostOn(Target target) =>
        KernelCost.OfTiles((double)inputs * outputs / target.Lanes, VectorsOfTile, Rows(target), target.TermsALoad);

    public override void WriteMethods(SourceWriter writer, Target target)
    {
        int most = VectorsOfTile * target.Lanes;
        string summary = $"{layer}: ∂x[s, k] = Σₒ ∂y[s, o]·w[k, o]{epilogue.Phrase}: {NumberText.Counted(outputs, "term")}, {NumberText.Counted(inputs, "input")}, tiles of {Rows(target)} inputs by {most} samples.";
        using (Method(writer, summary, Declaration, CostOn(target)))
        {
            if (paddedInputs > inputs)
            {
                using (writer.Loop("i", $"{inputs * Samples}", $"{paddedInputs * Samples}", target.Lanes))
                    writer.Line(target.Store(target.Constant(0), _turnedSums.Name, "i"));
            }

            using (writer.Loop("first", "0", "count", Samples))
            {
                writer.Line($"int samples = global::System.Math.Min({Samples}, count - first);");
                writer.Line($"if (samples < {Samples}) // what lay in lanes of no sample might be denormal, and slow");
                writer.Line($"\tglobal::DslNet.CompilerServices.FloatMemory.Clear(ref {_turnedGradient.Name}, {outputs * Samples});");
                writer.Line(Turn($"ref Place__.Add(ref {outputGradient.Name}, first * {outputStride})", outputStride, _turnedGradient, Samples, "samples", $"{outputs}"));
                WriteCalls(writer, most);
                WriteStores(writer, target);
            }
        }

        WriteTiles(writer, target, VectorsOfTile);
        if (most == Samples)
            WriteTiles(writer, target, VectorsOfTile / 2);
    }

    private static Operand Scratch(string name, string buffer, int rows) => new(name, Buffer.OfOperation(ParameterTable.FileName(buffer), rows * Samples));

    private static int Rows(Target target) => target.TileSums / VectorsOfTile;

    private string TilesOf(int samples) => $"{Name}Of{samples}";

    /// <summary>The sums of all inputs, of the samples that there are.</summary>
    private void WriteCalls(SourceWriter writer, int most)
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
            $"{TilesOf(samples)}(ref {weights.Name}, {Offset.Reference(_turnedGradient.Name, first)}, {Offset.Reference(_turnedSums.Name, first)});";
    }

    /// <summary>The sums, turned back, finished, and stored.</summary>
    private void WriteStores(SourceWriter writer, Target target)
    {
        using (writer.Loop("k", "0", $"{paddedInputs}", StripInputs))
        {
            writer.Line($"int length = global::System.Math.Min({StripInputs}, {paddedInputs} - k);");
            writer.Line(Turn($"ref Place__.Add(ref {_turnedSums.Name}, k * {Samples})", Samples, _strip, StripInputs, "length", "samples"));
            using (writer.Loop("s", "0", "samples"))
            using (writer.Loop("i", "0", "length", target.Lanes))
            {
                writer.Line($"int o = (first + s) * {inputStride} + k + i;");
                epilogue.WriteStore(writer, target, target.Load(_strip.Name, $"s * {StripInputs} + i"), "o");
            }
        }
    }

    private static string Turn(string source, int sourceStride, Operand destination, int destinationStride, string rows, string columns) =>
        $"global::DslNet.CompilerServices.MatrixTranspose.Copy({source}, {sourceStride}, ref {destination.Name}, {destinationStride}, {rows}, {columns});";

    /// <summary>The sums of all inputs, of as many samples as fill some vectors.</summary>
    private void WriteTiles(SourceWriter writer, Target target, int vectors)
    {
        int rows = Rows(target), samples = vectors * target.Lanes;
        using (Method(writer, $"{samples} samples side by side.", $"private static void {TilesOf(samples)}(ref float {weights.Name}, ref float {_turnedGradient.Name}, ref float {_turnedSums.Name})"))
        using (writer.Loop(inputs % rows == 0 ? "input" : "tile", "0", $"{inputs}", rows))
        {
            if (inputs % rows != 0)
                writer.Line($"int input = global::System.Math.Min(tile, {inputs - rows}); // the last tile reaches back");
            for (int v = 0; v < vectors; v++)
                writer.Line($"Float__ {string.Join(", ", Enumerable.Range(0, rows).Select(r => $"{Sum(r, v)} = {(r == 0 ? target.Constant(0) : Sum(0, v))}"))};");
            WritePanels(writer, target, rows, vectors);
            writer.Line($"ref float tileSums = ref Place__.Add(ref {_turnedSums.Name}, input * {Samples});");
            (string, int)[] sums = [.. Enumerable.Range(0, rows).SelectMany(r => Enumerable.Range(0, vectors).Select(v => (Sum(r, v), r * Samples + v * target.Lanes)))];
            foreach ((IReadOnlyList<string> neighbours, string offset) in target.Neighbours(sums))
                writer.Line(target.Store(StoreMethod.Plain, neighbours, "", "tileSums", offset));
        }
    }

    /// <summary>All terms of a tile, panel after panel; of the last one those that exist.</summary>
    private void WritePanels(SourceWriter writer, Target target, int rows, int vectors)
    {
        int whole = outputs / _panels.Width, rest = outputs % _panels.Width;
        using (writer.Loop("panel", whole, out string panel))
            WritePanel(writer, target, rows, vectors, panel, _panels.Width);

        if (rest == 0)
            return;
        using (writer.Block())
            WritePanel(writer, target, rows, vectors, $"{whole}", rest);
    }

    private void WritePanel(SourceWriter writer, Target target, int rows, int vectors, string panel, int terms)
    {
        int width = _panels.Width;
        writer.Line($"ref float panelWeights = ref Place__.Add(ref {weights.Name}, {Offset.Sum(Offset.Times(panel, width * inputs), Offset.Times("input", width))});");
        string panelGradient = Offset.Declare(writer, "panelGradient", _turnedGradient.Name, Offset.Times(panel, width * Samples));
        if (target.Prefetches && terms == width)
            writer.Line(target.Prefetch($"Place__.Add(ref panelWeights, {width * inputs})", rows * width) + " // the next panel's");
        if (LaneRun.Fits(target, terms))
        {
            (int, int)[] places = [.. Enumerable.Range(0, rows).Select(r => (r, r * width))];
            int[] starts = [.. Enumerable.Range(0, vectors).Select(v => v * target.Lanes)];
            new LaneRun(writer, target, places, starts, Samples, partialSums: 1, (_, row, vector) => Sum(row, vector)).Write("panelWeights", panelGradient, terms);
            return;
        }

        using (Walk walk = Walk.Over(writer, "o", "0", Literal.Of(terms), 1, new("termGradient", panelGradient, Samples), new("termWeights", "panelWeights", 1)))
        {
            writer.Explain("each output: load the gradients of some samples, multiply them by each weight");
            (int, IReadOnlyList<string>)[] products =
                [.. Enumerable.Range(0, rows).Select(r => (r * width, (IReadOnlyList<string>)[.. Enumerable.Range(0, vectors).Select(v => Sum(r, v))]))];
            writer.Lines([.. target.AddTerm(walk[1], products, walk[0], [.. Enumerable.Range(0, vectors).Select(v => v * target.Lanes)], "g")]);
        }
    }

    private static string Sum(int row, int vector) => $"a{row}{vector}";
}
