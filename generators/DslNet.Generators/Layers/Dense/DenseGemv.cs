using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Dense;

/// <summary>A <see cref="DenseProduct"/> of one sample: several panels at once, so that there are enough independent accumulators.</summary>
/// <param name="Product">What it computes.</param>
/// <param name="FinishesLong">Whether the epilogue is a long function, which would drive many accumulators out of registers.</param>
internal sealed record DenseGemv(DenseProduct Product, bool FinishesLong = false) : Kernel
{
    private const int Panel = 16;

    // So many accumulators wait for a long function in registers.
    private const int MostVectorsInRegisters = 4;

    // So many accumulators keep the multipliers busy.
    private const int EnoughAccumulators = 8;

    /// <summary>Whether it is done in each turn of a loop over samples, since a sample's inputs are results of the one before.</summary>
    public bool IsOfEach { get; init; }

    public override bool HasSingle => !IsOfEach;

    public override bool OnlySingle => !IsOfEach;

    public override bool IsOfBlock => !IsOfEach;

    protected override bool GainsFrom(Target target) => Product.Gains(target);

    public override IReadOnlyList<KernelParameter> Parameters => Product.Parameters;

    public override KernelCost? CostOn(Target target) => Product.CostOn(target);

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        // Every weight is used once, so that the kernel is bound by loading weights: only wider vectors help, and only where there are many.
        if (target.Fallback is { } fallback && (!target.HasPrograms || Product.PaddedOutputs * Product.Terms.Count <= target.WeightsToGainAlone))
            WriteForwards(writer, name.Method, name.On(RunsOn(fallback)));
        else
            WriteSingle(writer, target, name);
    }

    private void WriteSingle(SourceWriter writer, Target target, KernelName name)
    {
        PanelRun first = Product.Runs[0];
        int full = first.Width == Panel ? first.Count : 0;
        int perGroup = full == 0 ? 1 : RowTile.Divide(full, Math.Max(1, EnoughAccumulators / (Panel / target.Lanes * Product.PartialSums)));
        int groups = full / perGroup, done = groups * perGroup * Panel;
        string phrase = FinishesLong ? $"{Product.Epilogue.Phrase}" : "";
        using (Method(writer, $"{(IsOfEach ? $"{Product.Formula}{Product.Epilogue.Phrase}: one sample" : $"One sample{phrase}")}{(groups > 0 ? $", {perGroup * Panel} outputs at a time" : "")}.", IsOfEach ? Declaration(name) : SingleDeclaration(name), single: true))
        {
            if (groups > 0)
            {
                using (writer.Loop("group", groups, out string group))
                    WriteGroup(writer, target, Offset.Times(group, perGroup * Panel), Offset.Times(group, perGroup * Panel * Product.Terms.Count), perGroup * Panel);
            }

            if (done < Product.PaddedOutputs)
            {
                using (groups > 0 ? writer.Block() : null)
                    WriteGroup(writer, target, Literal.Of(done), Literal.Of(done * Product.Terms.Count), Product.PaddedOutputs - done);
            }

            if (!FinishesInRegisters(target))
            {
                using (writer.Loop("o", "0", $"{Product.PaddedOutputs}", target.Lanes))
                {
                    writer.Line($"Float__ sum = {target.Load(Product.Epilogue.Destination.Name, "o")};");
                    Product.Epilogue.WriteStore(writer, target, "sum", memory => memory.Name, "o", parameter => target.Load(parameter.Name, "o"));
                }
            }
        }
    }

    /// <summary>Some neighbouring panels.</summary>
    private void WriteGroup(SourceWriter writer, Target target, string output, string groupWeights, int outputs)
    {
        string weights = Offset.Declare(writer, "panelWeights", Product.Weights.Name, groupWeights);
        List<DenseVector> vectors = [];
        for (int at = 0; at < outputs; at += Panel)
            vectors.AddRange(Product.Vectors(target, at, Math.Min(Panel, outputs - at)));
        DenseTile tile = new(writer, target, Product, 1, [.. vectors], isWhole: false);
        tile.Write(Product.Input.Name, weights, output);
        if (FinishesInRegisters(target))
            Product.Epilogue.WriteStores(tile.Sums, output, (parameter, _, v) => target.Load(parameter.Name, Offset.Of(output, vectors[v].Output)));
        else
            tile.Sums.Store(StoreMethod.Plain, Offset.Declare(writer, "sums", Product.Epilogue.Destination.Name, output));
    }

    /// <summary>Whether a target's vectors are so few that a long function does not drive them out of registers: otherwise a loop follows.</summary>
    private bool FinishesInRegisters(Target target) => !FinishesLong || Product.PaddedOutputs <= MostVectorsInRegisters * target.Lanes;
}
