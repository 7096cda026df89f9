using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Dense;

/// <summary>A <see cref="DenseProduct"/> of a block of samples: tiles of several samples by one panel of outputs. What tiles leave over, <see cref="DenseGemv"/> does.</summary>
/// <param name="Product">What it computes.</param>
/// <param name="Panels">For its comment, the outputs and their panels.</param>
internal sealed record DenseGemm(DenseProduct Product, Comment Panels) : Kernel
{
    public override bool HasSingle => Product.HasSingle;

    public override bool IsOfBlock => true;

    public override int SampleTile => HasSingle ? 1 : Summation.TileSamples;

    protected override bool GainsFrom(Target target) => Product.Gains(target);

    public override IReadOnlyList<KernelParameter> Parameters => Product.Parameters;

    public override KernelCost? CostOn(Target target) => Product.CostOn(target);

    public override string? LoopInstead(Target target)
    {
        PanelRun first = Product.Runs[0];
        return Product.IsStraightLine(Product.SamplesPerTile(target, first) * DenseProduct.VectorsPerTile(target, first))
            ? null
            : $"a loop over {NumberText.Grouped(Product.Terms.Count)} terms, in {Tiles(target, first)}";
    }

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        WriteBlock(writer, target, name);
        if (HasSingle)
            new DenseGemv(Product).WriteMethods(writer, target, name);
    }

    private void WriteBlock(SourceWriter writer, Target target, KernelName name)
    {
        KernelPart[] parts = [.. Product.Runs.Select(run => new KernelPart($"Panels{run.Width}", Tiles(target, run), () => WritePanels(writer, target, run)))];
        string sums = Product.PartialSums == 1 ? "" : $" in {Product.PartialSums} partial sums";
        using (Method(
            writer, name, $"{Product.Formula}{Product.Epilogue.Phrase}: {NumberText.Counted(Product.Terms.Count, "term")}{sums}, {Panels}{OnlyPart(parts)}.", CostOn(target)))
        {
            if (HasSingle)
                writer.Lines($"int singles = count % {LeastSamples(target, Product.Runs[0])};", "count -= singles;");
            WriteCalls(writer, name, parts);
            if (HasSingle)
            {
                using (writer.Loop("single", "count", "count + singles"))
                    writer.Line($"{name.Single}({SingleArguments});");
            }
        }

        WriteParts(writer, name, parts);
    }

    private string Tiles(Target target, PanelRun run) => $"tiles of {Product.SamplesPerTile(target, run)} samples by {run.Width * run.Together(target)} outputs";

    private string SingleArguments
    {
        get
        {
            KernelParameter[] outputs = [Product.Epilogue.Destination, .. Product.Epilogue.Extra];
            return string.Join(", ", Parameters.Select(each => Offset.Reference(
                each.Name, each == Product.Input ? $"single * {Product.InputStride}" : outputs.Contains(each) ? $"single * {Product.OutputStride}" : "0")));
        }
    }

    /// <summary>Samples of the least tile that blocks are divided into: the others are done one by one, where there is a kernel for it.</summary>
    private int LeastSamples(Target target, PanelRun run)
    {
        int samples = Product.SamplesPerTile(target, run);
        return HasSingle ? Math.Max(1, samples / target.TileParts) : samples;
    }

    /// <summary>All panels of one width: for each, tiles of several samples. The count is a whole number of the first run's least tiles.</summary>
    private void WritePanels(SourceWriter writer, Target target, PanelRun run)
    {
        int samples = Product.SamplesPerTile(target, run), together = run.Together(target);
        int rest = HasSingle && LeastSamples(target, run) != LeastSamples(target, Product.Runs[0]) ? 1 : LeastSamples(target, run);
        DenseVector[] vectors = [.. Enumerable.Range(0, together).SelectMany(panel => Product.Vectors(target, panel * run.Width, run.Width).Take(run.Vectors(target)))];
        run.Write(writer, target, Product.Terms.Count, (output, panelWeights) =>
        {
            string weights = Offset.Declare(writer, "panelWeights", Product.Weights.Name, panelWeights);
            if (rest < samples)
                writer.Line("int row = 0;");
            using (writer.Block(rest == samples ? $"for (int row = 0; row < count; row += {samples})" : $"for (; row + {samples} <= count; row += {samples})"))
                WriteTile(samples, weights, output);
            if (rest < samples)
            {
                using (writer.Block($"for (; row < count; {(rest == 1 ? "row++" : $"row += {rest}")})"))
                    WriteTile(rest, weights, output);
            }
        }, together);

        void WriteTile(int count, string weights, string output)
        {
            writer.Line($"ref float rowInput = ref Place__.Add(ref {Product.Input.Name}, {Offset.Times("row", Product.InputStride)});");
            DenseTile tile = new(writer, target, Product, count, vectors, isWhole: count == samples);
            tile.Write("rowInput", weights, output);
            Product.Epilogue.WriteStores(
                tile.Sums, Offset.Sum(Offset.Times("row", Product.OutputStride), output), (parameter, _, v) => target.Load(parameter.Name, Offset.Of(output, vectors[v].Output)));
        }
    }
}
