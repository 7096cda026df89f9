using DslNet.Generators.Lowering;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Conv2D.Pooled;

/// <summary>
/// The gradient of a convolution's kernel behind a max pooling, one sample: each window has one place a filter to which a
/// gradient goes, and there the whole patch of the input under the kernel is added, times the gradient. The patch lies across
/// the lanes; its sums stay in registers while the windows pass by. Windows come in reading order.
/// </summary>
internal sealed class PooledWeightGradient(
    string layer, Operand input, ImageStrides strides, KernelRuns runs, int filters, int windows, Buffer values, Buffer places, Buffer sums, Operand? biasGradient,
    int paddedFilters) : Operation
{
    public override string Name => layer + "WeightGradient";

    public override Granularity Granularity => Granularity.Sample;

    protected override bool GainsFrom(Target target) => LoadsLess(target);

    public override IReadOnlyList<Operand> Operands { get; } =
    [
        input, new("values", values), new("places", places), new("sums", sums), .. biasGradient is null ? Array.Empty<Operand>() : [biasGradient],
    ];

    public override KernelCost? CostOn(Target target) => Cost(target, runs, windows, filters);

    /// <summary>What such a kernel costs: for each tile, a place and a gradient are read besides the patch.</summary>
    public static KernelCost Cost(Target target, KernelRuns runs, int windows, int filters)
    {
        Tiling tiling = Tiles(target, runs, filters);
        double places = (double)windows * filters, multiplyAdds = places * runs.FilterLength / target.Lanes;
        double tiles = (double)runs.Planes * runs.Rows / tiling.Rows * Math.Ceiling((double)runs.Length / target.Lanes / tiling.Vectors);
        return KernelCost.Of(multiplyAdds, multiplyAdds * (runs.AreAligned ? 1 : KernelCost.AnyPlace(target.Lanes)) + 2 * places * tiles);
    }

    // No weights are held, so there is room for one sum more than elsewhere. A run that is longer than there are registers is
    // worked on in parts.
    private static Tiling Tiles(Target target, KernelRuns runs, int filters)
    {
        int most = target.Accumulators + 1, vectors = runs.Length / target.Lanes;
        int rows = Math.Max(1, Math.Min(runs.Rows, most / vectors));
        while (runs.Rows % rows != 0)
            rows--;
        int together = vectors * rows > most ? 1 : RowTile.Divide(filters, most / (vectors * rows));
        return new(together, rows, RowTile.Balance(vectors, Math.Max(1, most / (together * rows))));
    }

    public override void WriteMethods(SourceWriter writer, Target target)
    {
        (int tile, int rows, int chunk) = Tiles(target, runs, filters);
        int vectors = runs.Length / target.Lanes;
        int whole = filters - filters % tile;
        using (Method(writer, $"{layer}: ∂w += Σ x·∂y over the {windows} places that a gradient goes to, {tile} of {filters} filters and {rows} of {runs.Rows} kernel rows at a time{(biasGradient is null ? "" : "; ∂b += Σ ∂y")}.", Declaration, CostOn(target)))
        {
            using (writer.Block($"for (nuint filter = 0; filter < {whole}; filter += {tile})"))
                WriteFilters(tile);
            if (whole < filters)
            {
                using (writer.Block())
                {
                    writer.Line($"const nuint filter = {whole};");
                    WriteFilters(filters - whole);
                }
            }

            if (biasGradient is not null)
                BiasGradient.Write(writer, target, "values", windows, paddedFilters, biasGradient.Name);
        }

        void WriteFilters(int count)
        {
            using (runs.Planes > 1 ? writer.Loop("channel", runs.Planes) : null)
            using (rows < runs.Rows ? writer.Block($"for (nuint tapRow = 0; tapRow < {runs.Rows}; tapRow += {rows})") : null)
            {
                string channel = runs.Planes > 1 ? $" + channel * {runs.ChannelStride}" : "", tapRow = rows < runs.Rows ? $" + tapRow * {runs.Length}" : "";
                writer.Line($"ref float tileSums = ref Place__.Add(ref sums, filter * {runs.FilterLength}{channel}{tapRow});");
                if (channel.Length + tapRow.Length > 0)
                {
                    string inChannel = runs.Planes > 1 ? $"channel * {strides.Channel}" : "", inRow = rows < runs.Rows ? $"tapRow * {strides.Row}" : "";
                    writer.Line($"ref float tileInput = ref Place__.Add(ref {input.Name}, {string.Join(" + ", new[] { inChannel, inRow }.Where(part => part.Length > 0))});");
                }
                else
                {
                    writer.Line($"ref float tileInput = ref {input.Name};");
                }

                for (int first = 0; first < vectors; first += chunk)
                {
                    using (chunk < vectors ? writer.Block() : null)
                        WriteTile(count, first, Math.Min(chunk, vectors - first));
                }
            }
        }

        void WriteTile(int filterCount, int first, int count)
        {
            (int Filter, int Row, int Vector)[] sums =
            [
                .. from f in Enumerable.Range(0, filterCount) from row in Enumerable.Range(0, rows) from vector in Enumerable.Range(first, count)
                   select (f, row, vector * target.Lanes),
            ];
            string SumOffset(int i) => Literal.Of(sums[i].Filter * runs.FilterLength + sums[i].Row * runs.Length + sums[i].Vector);
            for (int i = 0; i < sums.Length; i++)
                writer.Line($"Float__ a{i} = {target.Load("tileSums", SumOffset(i))};");
            using (writer.Loop("window", windows))
            {
                writer.Line($"nuint at = window * {paddedFilters} + filter;");
                for (int f = 0; f < filterCount; f++)
                {
                    writer.Line($"ref float patch{f} = ref Place__.Add(ref tileInput, {IndexEncoding.Read("places", Offset.Of("at", f))});");
                    writer.Line($"Float__ g{f} = {target.Broadcast("values", Offset.Of("at", f))};");
                }

                for (int i = 0; i < sums.Length; i++)
                {
                    (int f, int row, int vector) = sums[i];
                    writer.Line($"a{i} = {target.MultiplyAdd(target.Load($"patch{f}", Literal.Of(row * strides.Row + vector)), $"g{f}", $"a{i}")};");
                }
            }

            for (int i = 0; i < sums.Length; i++)
                writer.Line(target.Store($"a{i}", "tileSums", SumOffset(i)));
        }
    }

    /// <summary>What stays in registers at once.</summary>
    /// <param name="Filters">Filters.</param>
    /// <param name="Rows">Kernel rows of each.</param>
    /// <param name="Vectors">Vectors of each row.</param>
    private readonly record struct Tiling(int Filters, int Rows, int Vectors);
}
