using DslNet.CompilerServices;
using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Lowering;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Convolution.Sparse;

/// <summary>
/// The gradient of a convolution's kernel behind a max pooling, one sample: each window has one position per filter to which a gradient goes, and
/// what the kernel reads there is added, times the gradient. Vectorised over the <see cref="Im2RowRuns"/>, which are accumulated in registers
/// over all windows. Windows come in reading order.
/// </summary>
internal sealed record SparseWeightGradient(
    KernelParameter Input, Im2RowRuns Runs, int Filters, int Windows, KernelParameter? BiasGradient) : Kernel
{
    private int PaddedFilters => PanelWidth.RoundUp(Filters);

    protected override bool GainsFrom(Target target) => LoadsLess(target);

    public override IReadOnlyList<KernelParameter> Parameters =>
    [
        Input, new("values"), new("indices"), new("sums"), .. BiasGradient is null ? Array.Empty<KernelParameter>() : [BiasGradient],
    ];

    public override KernelCost? CostOn(Target target) => Cost(target, Runs, Windows, Filters);

    /// <summary>What such a kernel costs: for each tile, an index and a gradient are read besides the input.</summary>
    public static KernelCost Cost(Target target, Im2RowRuns runs, int windows, int filters)
    {
        Tiling tiling = Tiles(target, runs, filters);
        double positions = (double)windows * filters, multiplyAdds = positions * runs.FilterLength / target.Lanes;
        double tiles = (double)runs.Planes * runs.Rows / tiling.Rows * Math.Ceiling((double)runs.Length / target.Lanes / tiling.Vectors);
        return KernelCost.Of(multiplyAdds, multiplyAdds * (runs.AreAligned ? 1 : KernelCost.Unaligned(target.Lanes)) + 2 * positions * tiles);
    }

    // No weights are held, so there is room for one accumulator more than elsewhere. A run that is longer than there are registers is
    // accumulated in parts.
    private static Tiling Tiles(Target target, Im2RowRuns runs, int filters)
    {
        int most = target.Accumulators + 1, vectors = runs.Length / target.Lanes;
        int rows = Math.Max(1, Math.Min(runs.Rows, most / vectors));
        while (runs.Rows % rows != 0)
            rows--;
        int together = vectors * rows > most ? 1 : RowTile.Divide(filters, most / (vectors * rows));
        return new(together, rows, RowTile.Balance(vectors, Math.Max(1, most / (together * rows))));
    }

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        (int tile, int rows, int chunk) = Tiles(target, Runs, Filters);
        int vectors = Runs.Length / target.Lanes;
        int whole = Filters - Filters % tile;
        using (Method(writer, name, $"∂w += Σ x·∂y over the {Windows} positions that a gradient goes to, {tile} of {NumberText.Counted(Filters, "filter")} and {rows} of {NumberText.Counted(Runs.Rows, "kernel row")} at a time{(BiasGradient is null ? "" : "; ∂b += Σ ∂y")}.", CostOn(target)))
        {
            using (writer.Loop("filter", whole, out string filter, tile))
                WriteFilters(filter, tile);
            if (whole < Filters)
            {
                using (writer.Block())
                    WriteFilters(Literal.Of(whole), Filters - whole);
            }

            if (BiasGradient is not null)
                BiasSums.Write(writer, "values", Windows, PaddedFilters, BiasGradient.Name);
        }

        void WriteFilters(string filter, int count)
        {
            using (writer.Loop("channel", Runs.Planes, out string channel))
            using (writer.Loop("tapRow", Runs.Rows, out string tapRow, rows))
            {
                string tileSums = Offset.Declare(writer, "tileSums", "sums", Offset.Sum(
                    Offset.Times(filter, Runs.FilterLength), Offset.Times(channel, Runs.ChannelStride), Offset.Times(tapRow, Runs.Length)));
                string tileInput = Offset.Declare(writer, "tileInput", Input.Name, Offset.Sum(Offset.Times(channel, Runs.Strides.Channel), Offset.Times(tapRow, Runs.Strides.Row)));
                for (int first = 0; first < vectors; first += chunk)
                {
                    using (chunk < vectors ? writer.Block() : null)
                        WriteTile(filter, count, first, Math.Min(chunk, vectors - first), tileSums, tileInput);
                }
            }
        }

        void WriteTile(string filter, int filterCount, int first, int count, string tileSums, string tileInput)
        {
            (int Filter, int Row)[] runs = [.. from f in Enumerable.Range(0, filterCount) from row in Enumerable.Range(0, rows) select (f, row)];
            IReadOnlyList<int> offsets = RegisterTile.Neighbours(target, count, first * target.Lanes);
            RegisterTile sums = new(writer, target, [.. runs.Select(run => run.Filter * Runs.FilterLength + run.Row * Runs.Length)], offsets);
            sums.Load(tileSums);
            using (Walk walk = Walk.Over(
                writer, "window", "0", Literal.Of(Windows), 1, new("windowValues", "values", PaddedFilters, filter), new("windowIndices", "indices", PaddedFilters, filter)))
            {
                writer.Explain("each window: the input under the kernel at its maximum, times its gradient");
                for (int f = 0; f < filterCount; f++)
                    writer.Line($"ref float runs{f} = ref Place__.Add(ref {tileInput}, {IndexEncoding.Read(walk[1], Literal.Of(f))});");
                writer.Lines(target.Declare("g", [.. Enumerable.Range(0, filterCount).Select(f => target.Broadcast(walk[0], Literal.Of(f)))]));
                for (int f = 0; f < filterCount; f++)
                {
                    sums.AccumulateScaled($"g{f}", $"runs{f}", Enumerable.Range(0, rows).SelectMany(row =>
                        offsets.Select((offset, v) => (f * rows + row, v, row * Runs.Strides.Row + offset))));
                }
            }

            sums.Store(StoreMethod.Plain, tileSums);
        }
    }

    /// <summary>What is accumulated at once.</summary>
    /// <param name="Filters">Filters.</param>
    /// <param name="Rows">Kernel rows of each.</param>
    /// <param name="Vectors">Vectors of each row.</param>
    private readonly record struct Tiling(int Filters, int Rows, int Vectors);
}
