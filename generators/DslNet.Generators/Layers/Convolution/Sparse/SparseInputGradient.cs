using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Lowering;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Convolution.Sparse;

/// <summary>
/// The gradient of a convolution's input behind a max pooling, one sample: for each window, rows of its receptive field are accumulated in registers
/// while every filter adds its zero-padded kernel, shifted to where the filter's maximum is, times its gradient. Vectorised over the channels.
/// Windows come in reading order, and in each the filters in theirs. The zeros around the kernel are multiplied too, so that a gradient that is not
/// finite reaches the whole field.
/// </summary>
/// <param name="Field">What a window sees.</param>
/// <param name="Strides">How the input's gradient is stored.</param>
/// <param name="Filters">Filters.</param>
/// <param name="PooledStride">From one window's values to the next.</param>
/// <param name="Cleared">Floats of the result that become zero before; null to add to what is there.</param>
internal sealed record SparseInputGradient(
    ReceptiveField Field, ImageStrides Strides, int Filters, int PooledStride, int? Cleared) : Kernel
{
    // Each multiply-add loads weights of its own: only wider vectors help, and tiles that share an index and a gradient more.
    protected override bool GainsFrom(Target target) =>
        LoadsLess(target) || (target.Lanes > target.Fallback?.Lanes && PanelRun.Gains(target, Strides.Column, Filters * Field.PaddedLength));

    public override IReadOnlyList<KernelParameter> Parameters =>
        [new("values"), new("kernelOffsets"), new("kernels"), new("dx")];

    public override KernelCost? CostOn(Target target) =>
        Cost(target, Field, Filters, Strides.Column);

    /// <summary>What such a kernel costs: for each tile of a field and filter, an index and a gradient are read besides the kernel.</summary>
    public static KernelCost Cost(Target target, ReceptiveField field, int filters, int paddedChannels) => PanelRun.Cost(paddedChannels, run =>
    {
        (int rows, int columns) = Tile(target, field, run.Vectors(target));
        double kernels = (double)field.Window.Count * filters, multiplyAdds = kernels * field.Height * field.Width * run.AllVectors(target);
        double tiles = (double)field.Height / rows * Math.Ceiling((double)field.Width / columns) * run.AllVectors(target) / run.Vectors(target);
        return KernelCost.Of(multiplyAdds, multiplyAdds + 2 * kernels * tiles);
    });

    /// <summary>Rows and columns of a field that are accumulated at once: as many rows as fit, or a part of one.</summary>
    private static (int Rows, int Columns) Tile(Target target, ReceptiveField field, int vectors)
    {
        // As in the kernel's gradient no weights are held, so there is room for one accumulator more.
        int most = Math.Max(1, (target.Accumulators + 1) / vectors), rows = Math.Max(1, most / field.Width);
        while (field.Height % rows != 0)
            rows--;
        return (rows, RowTile.Balance(field.Width, most));
    }

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        using (Method(writer, name, $"∂x += w·∂y, for each window the receptive field of {Field.Height}×{Field.Width} positions, and for each filter where its maximum is.", CostOn(target)))
        {
            if (Cleared is { } length)
                writer.Line($"global::DslNet.CompilerServices.FloatMemory.Clear(ref dx, {length});");
            IReadOnlyList<PanelRun> runs = PanelRun.Of(Strides.Column);
            foreach (PanelRun run in runs)
            {
                using (runs.Count > 1 ? writer.Block() : null)
                    WritePanels(writer, target, run);
            }
        }
    }

    private void WritePanels(SourceWriter writer, Target target, PanelRun run) => run.Write(writer, target, Filters * Field.PaddedLength, (panel, kernelPanel) =>
    {
        string panelKernels = Offset.Declare(writer, "panelKernels", "kernels", kernelPanel);
        string panelGradient = Offset.Declare(writer, "panelGradient", "dx", panel);
        using (writer.Loop("row", Field.Window.Vertical.Output, out string row))
        using (writer.Loop("column", Field.Window.Horizontal.Output, out string column))
        {
            string pooled = Offset.Times(Offset.Sum(Offset.Times(row, Field.Window.Horizontal.Output), column), PooledStride);
            string windowValues = Offset.Declare(writer, "windowValues", "values", pooled);
            string windowOffsets = Offset.Declare(writer, "windowOffsets", "kernelOffsets", pooled);
            string fieldGradient = Offset.Declare(writer, "field", panelGradient, Offset.Sum(
                Offset.Times(row, Field.RowStep * Strides.Row), Offset.Times(column, Field.ColumnStep * Strides.Column)));
            WriteRows(writer, target, run.Vectors(target), run.Width, (windowValues, windowOffsets, panelKernels, fieldGradient));
        }
    });

    private void WriteRows(SourceWriter writer, Target target, int vectors, int width, (string Values, string Offsets, string Kernels, string Gradient) memory)
    {
        (int rows, int columns) = Tile(target, Field, vectors);
        using (writer.Loop("fieldRow", Field.Height, out string fieldRow, rows))
        {
            string tileGradient = Offset.Declare(writer, "tileGradient", memory.Gradient, Offset.Times(fieldRow, Strides.Row));
            string tileKernels = Offset.Declare(writer, "tileKernels", memory.Kernels, Offset.Times(fieldRow, Field.PaddedWidth * width));
            for (int first = 0; first < Field.Width; first += columns)
            {
                using (columns < Field.Width ? writer.Block() : null)
                    WriteTile(first, Math.Min(columns, Field.Width - first), tileGradient, tileKernels);
            }
        }

        void WriteTile(int first, int count, string tileGradient, string tileKernels)
        {
            (int Row, int Column)[] positions = [.. from row in Enumerable.Range(0, rows) from column in Enumerable.Range(first, count) select (row, column)];
            IReadOnlyList<int> offsets = RegisterTile.Neighbours(target, vectors);
            RegisterTile sums = new(writer, target, [.. positions.Select(at => Strides.Offset(at.Row, at.Column, 0))], offsets);
            sums.Load(tileGradient);
            using (writer.Loop("filter", Filters, out string filter))
            {
                writer.Explain("each filter: its kernel, shifted to where its maximum is, times its gradient");
                writer.Line($"ref float kernel = ref Place__.Add(ref {tileKernels}, {Offset.Sum(Offset.Times(filter, Field.PaddedLength * width), Offset.Times(IndexEncoding.Read(memory.Offsets, filter), width))});");
                writer.Line($"Float__ g = {target.Broadcast(memory.Values, filter)};");
                sums.AccumulateScaled("g", "kernel", positions.SelectMany((at, i) => offsets.Select((offset, v) => (i, v, (at.Row * Field.PaddedWidth + at.Column) * width + offset))));
            }

            sums.Store(StoreMethod.Plain, tileGradient);
        }
    }
}
