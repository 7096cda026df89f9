using DslNet.Generators.Emission;
using DslNet.Generators.Graph;
using DslNet.Generators.Planning;
using DslNet.Generators.Simd;
using Buffer = DslNet.Generators.Graph.Buffer;

namespace DslNet.Generators.Layers.Conv2D.Pooled;

/// <summary>
/// The gradient of a convolution's kernel behind a max pooling, one sample: each window has one place a filter to which a
/// gradient goes, and there the whole patch of the input under the kernel is added, times the gradient. The patch lies across
/// the lanes; its sums stay in registers while the windows pass by. Windows come in reading order.
/// </summary>
internal sealed class PooledWeightGradient(
    string layer, Operand input, KernelRuns runs, int filters, int windows, Buffer values, Buffer places, Buffer sums, Operand? biasGradient,
    int paddedFilters) : Operation
{
    public override string Name => layer + "WeightGradient";

    public override Granularity Granularity => Granularity.Sample;

    public override IReadOnlyList<Operand> Operands { get; } =
    [
        input, new("values", values), new("places", places), new("sums", sums), .. biasGradient is null ? Array.Empty<Operand>() : [biasGradient],
    ];

    public override void WriteMethods(SourceWriter writer, Target target)
    {
        // No weights are held, so there is room for one sum more than elsewhere.
        int most = target.Accumulators + 1;
        IReadOnlyList<int> offsets = runs.InputOffsets(target.Lanes);
        int tile = offsets.Count > most ? 1 : RowTile.Divide(filters, most / offsets.Count);
        int whole = filters - filters % tile;
        using (Method(writer, $"{layer}: ∂w += Σ x·∂y over the {windows} places that a gradient goes to, {tile} of {filters} filters at a time{(biasGradient is null ? "" : "; ∂b += Σ ∂y")}.", $"internal static void {Name}({ParameterList})"))
        {
            using (writer.Block($"for (nuint filter = 0; filter < {whole}; filter += {tile})"))
                WriteTile(tile, "filter");
            if (whole < filters)
            {
                using (writer.Block())
                    WriteTile(filters - whole, Literal.Of(whole));
            }

            if (biasGradient is not null)
                BiasGradient.Write(writer, target, "values", windows, paddedFilters, biasGradient.Name);
        }

        void WriteTile(int filterCount, string filter)
        {
            writer.Line($"ref float filterSums = {Offset.Reference("sums", filter == "filter" ? $"filter * {runs.FilterLength}" : Literal.Of(whole * runs.FilterLength))};");
            int chunk = RowTile.Balance(offsets.Count, most / filterCount);
            for (int first = 0; first < offsets.Count; first += chunk)
            {
                using (chunk < offsets.Count ? writer.Block() : null)
                    WriteChunk(filterCount, filter, first, Math.Min(chunk, offsets.Count - first));
            }
        }

        void WriteChunk(int filterCount, string filter, int first, int count)
        {
            string SumOffset(int f, int v) => Literal.Of(f * runs.FilterLength + (first + v) * target.Lanes);
            for (int f = 0; f < filterCount; f++)
            {
                for (int v = 0; v < count; v++)
                    writer.Line($"SimdFloat {Sum(f, v)} = {target.Load("filterSums", SumOffset(f, v))};");
            }

            using (writer.Loop("window", windows))
            {
                for (int f = 0; f < filterCount; f++)
                {
                    string at = Offset.Of($"window * {paddedFilters} + {filter}", f);
                    writer.Line($"ref float patch{f} = ref SimdRef.Add(ref {input.Name}, {PlaceForm.Read("places", at)});");
                    writer.Line($"SimdFloat g{f} = {target.Broadcast("values", at)};");
                    for (int v = 0; v < count; v++)
                        writer.Line($"{Sum(f, v)} = {target.MultiplyAdd(target.Load($"patch{f}", Literal.Of(offsets[first + v])), $"g{f}", Sum(f, v))};");
                }
            }

            for (int f = 0; f < filterCount; f++)
            {
                for (int v = 0; v < count; v++)
                    writer.Line(target.Store(Sum(f, v), "filterSums", SumOffset(f, v)));
            }
        }
    }

    private static string Sum(int filter, int vector) => $"{(char)('a' + filter)}{vector}";
}
