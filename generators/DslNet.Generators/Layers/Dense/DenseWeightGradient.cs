using DslNet.Generators.Emission;
using DslNet.Generators.Graph;
using DslNet.Generators.Planning;
using DslNet.Generators.Simd;

namespace DslNet.Generators.Layers.Dense;

/// <summary>
/// ∂w[k, o] += Σₛ x[s, k]·∂y[s, o] over the samples of a block, the outputs across the lanes: a tile of several inputs by one
/// panel of outputs is summed in registers over all samples before it touches memory.
/// </summary>
internal sealed class DenseWeightGradient(
    string layer, Operand input, DenseTerms terms, int inputStride, Operand outputGradient, Operand weightGradient, Operand? biasGradient,
    int paddedOutputs, int outputStride) : Operation
{
    public override string Name => layer + "WeightGradient";

    public override Granularity Granularity => Granularity.Block;

    public override int MostLanes => PanelRun.MostLanes(paddedOutputs);

    public override IReadOnlyList<Operand> Operands { get; } =
        [input, outputGradient, weightGradient, .. biasGradient is null ? Array.Empty<Operand>() : [biasGradient]];

    public override void WriteMethods(SourceWriter writer, Target target)
    {
        KernelPart[] parts = [.. PanelRun.Of(paddedOutputs).Select(run => new KernelPart($"Panels{run.Width}", Tiles(target, run), () => WritePanels(writer, target, run)))];
        using (Method(writer, $"{layer}: ∂w[k, o] += Σₛ x[s, k]·∂y[s, o] and ∂b[o] += Σₛ ∂y[s, o], {terms.Count} inputs, {paddedOutputs} outputs{OnlyPart(parts)}.", Declaration))
        {
            WriteCalls(writer, parts);
            if (biasGradient is not null)
                WriteBias(writer, target);
        }

        WriteMethods(writer, parts);
    }

    private int Rows(Target target, PanelRun run) => RowTile.Divide(terms.Channels, target.Accumulators / run.Vectors(target));

    private string Tiles(Target target, PanelRun run) => $"tiles of {Rows(target, run)} inputs by {run.Width} outputs";

    private void WriteBias(SourceWriter writer, Target target)
    {
        using (writer.Block($"for (nuint o = 0; o < {paddedOutputs}; o += {target.Lanes})"))
        {
            writer.Line("SimdFloat sum = SimdFloat.Zero;");
            using (writer.Block("for (nuint s = 0; s < count; s++)"))
                writer.Line($"sum += {target.Load(outputGradient.Name, $"s * {outputStride} + o")};");
            writer.Line(target.Store($"{target.Load(biasGradient!.Name, "o")} + sum", biasGradient.Name, "o"));
        }
    }

    private void WritePanels(SourceWriter writer, Target target, PanelRun run) => run.Write(writer, target, terms.Count, (output, weights) =>
    {
        int vectors = run.Vectors(target), rows = Rows(target, run), whole = terms.Channels - terms.Channels % rows;
        writer.Line($"ref float panelGradient = {Offset.Reference(outputGradient.Name, output)};");
        using (terms.Positions > 1 ? writer.Loop("position", terms.Positions) : null)
        {
            string position = terms.Positions > 1 ? $"position * {terms.PositionStride} + " : "";
            string tile = terms.Positions > 1 ? Sum(weights, $"position * {terms.Channels * run.Width}") : weights;
            if (whole > rows)
            {
                using (writer.Block($"for (nuint k = 0; k < {whole}; k += {rows})"))
                    WriteTile(writer, target, rows, vectors, run.Width, position + "k", Sum(tile, $"k * {run.Width}"));
            }
            else
            {
                using (writer.Block())
                    WriteTile(writer, target, rows, vectors, run.Width, position + "0", tile);
            }

            if (whole < terms.Channels)
            {
                using (writer.Block())
                    WriteTile(writer, target, terms.Channels - whole, vectors, run.Width, position + whole, Sum(tile, Literal.Of(whole * run.Width)));
            }
        }
    });

    /// <summary>
    /// Whether one register is an index into both inputs and gradients, scaled by what an address can scale by. If not, the
    /// just-in-time compiler would compute the sample's address anew for each input.
    /// </summary>
    private bool SharesIndex => inputStride % outputStride == 0 && inputStride / outputStride is 1 or 2 or 4 or 8;

    private static string Sum(string offset, string addend) => offset == "0" ? addend : $"{offset} + {addend}";

    private void WriteTile(SourceWriter writer, Target target, int rows, int vectors, int width, string firstInput, string firstWeight)
    {
        writer.Line($"ref float tileInput = {Offset.Reference(input.Name, firstInput)};");
        writer.Line($"ref float tileWeights = {Offset.Reference(weightGradient.Name, firstWeight)};");
        for (int v = 0; v < vectors; v++)
            writer.Line($"SimdFloat {string.Join(", ", Enumerable.Range(0, rows).Select(r => $"a{r}{v} = {(r == 0 ? "SimdFloat.Zero" : $"a0{v}")}"))};");

        using (writer.Block("for (nuint s = 0; s < count; s++)"))
        {
            for (int v = 0; v < vectors; v++)
                writer.Line($"SimdFloat g{v} = {target.Load("panelGradient", $"s * {outputStride} + {v * target.Lanes}")};");
            if (!SharesIndex)
                writer.Line($"ref float sampleInput = ref SimdRef.Add(ref tileInput, s * {inputStride});");
            for (int r = 0; r < rows; r++)
            {
                writer.Line($"SimdFloat x{r} = {(SharesIndex ? target.Broadcast("tileInput", $"s * {inputStride} + {r}") : target.Broadcast("sampleInput", Literal.Of(r)))};");
                writer.Line(string.Join(" ", Enumerable.Range(0, vectors).Select(v => $"a{r}{v} = {target.MultiplyAdd($"x{r}", $"g{v}", $"a{r}{v}")};")));
            }
        }

        for (int r = 0; r < rows; r++)
        {
            for (int v = 0; v < vectors; v++)
            {
                string offset = Literal.Of(r * width + v * target.Lanes);
                writer.Line(target.Store($"{target.Load("tileWeights", offset)} + a{r}{v}", "tileWeights", offset));
            }
        }
    }
}
