using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Conv2D.Pooled;

/// <summary>
/// The gradient of a convolution's input behind a max pooling, one sample: for each window, rows of the patch that it sees stay
/// in registers while every filter adds its kernel, shifted to where the filter's maximum is, times its gradient. The channels
/// lie across the lanes. Windows come in reading order, and in each the filters in theirs. The border's zeros are multiplied
/// too, so that a gradient that is not finite reaches the whole patch.
/// </summary>
/// <param name="Patch">What a window sees.</param>
/// <param name="Strides">How the input's gradient lies.</param>
/// <param name="Filters">Filters.</param>
/// <param name="Stride">Of the convolution.</param>
/// <param name="Window">How the pooling's window moves over the output.</param>
/// <param name="PooledStride">From one window's values to the next.</param>
/// <param name="Cleared">Floats of the result that become zero before; null to add to what is there.</param>
internal sealed record PooledInputGradient(
    KernelPatch Patch, ImageStrides Strides, int Filters, int Stride, Window Window, int PooledStride, int? Cleared) : Kernel
{
    // Each multiply-add loads weights of its own: only wider vectors help, and tiles that share a place and a gradient more.
    protected override bool GainsFrom(Target target) =>
        LoadsLess(target) || (target.Lanes > target.Fallback?.Lanes && PanelRun.Gains(target, Strides.Column, Filters * Patch.BorderedLength));

    public override IReadOnlyList<KernelParameter> Parameters =>
        [new("values"), new("corners"), new("kernels"), new("dx")];

    public override KernelCost? CostOn(Target target) =>
        Cost(target, Patch, Window.Count, Filters, Strides.Column);

    /// <summary>What such a kernel costs: for each tile of a patch and filter, a place and a gradient are read besides the kernel.</summary>
    public static KernelCost Cost(Target target, KernelPatch patch, int windows, int filters, int paddedChannels) => PanelRun.Cost(paddedChannels, run =>
    {
        (int rows, int columns) = Tile(target, patch, run.Vectors(target));
        double kernels = (double)windows * filters, multiplyAdds = kernels * patch.Height * patch.Width * run.AllVectors(target);
        double tiles = (double)patch.Height / rows * Math.Ceiling((double)patch.Width / columns) * run.AllVectors(target) / run.Vectors(target);
        return KernelCost.Of(multiplyAdds, multiplyAdds + 2 * kernels * tiles);
    });

    /// <summary>Rows and columns of a patch that stay in registers at once: as many rows as fit, or a part of one.</summary>
    private static (int Rows, int Columns) Tile(Target target, KernelPatch patch, int vectors)
    {
        // As in the kernel's gradient no weights are held, so there is room for one sum more.
        int most = Math.Max(1, (target.Accumulators + 1) / vectors), rows = Math.Max(1, most / patch.Width);
        while (patch.Height % rows != 0)
            rows--;
        return (rows, RowTile.Balance(patch.Width, most));
    }

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        using (Method(writer, name, $"∂x += w·∂y, for each window the patch of {Patch.Height}×{Patch.Width} positions that it sees, and for each filter where its maximum is.", CostOn(target)))
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

    private void WritePanels(SourceWriter writer, Target target, PanelRun run) => run.Write(writer, target, Filters * Patch.BorderedLength, (panel, kernelPanel) =>
    {
        string panelKernels = Offset.Declare(writer, "panelKernels", "kernels", kernelPanel);
        string panelGradient = Offset.Declare(writer, "panelGradient", "dx", panel);
        using (writer.Loop("row", Window.Vertical.Output, out string row))
        using (writer.Loop("column", Window.Horizontal.Output, out string column))
        {
            string pooled = Offset.Times(Offset.Sum(Offset.Times(row, Window.Horizontal.Output), column), PooledStride);
            string windowValues = Offset.Declare(writer, "windowValues", "values", pooled);
            string windowCorners = Offset.Declare(writer, "windowCorners", "corners", pooled);
            string patchGradient = Offset.Declare(writer, "patch", panelGradient, Offset.Sum(
                Offset.Times(row, Window.Vertical.Stride * Stride * Strides.Row), Offset.Times(column, Window.Horizontal.Stride * Stride * Strides.Column)));
            WriteRows(writer, target, run.Vectors(target), run.Width, (windowValues, windowCorners, panelKernels, patchGradient));
        }
    });

    private void WriteRows(SourceWriter writer, Target target, int vectors, int width, (string Values, string Corners, string Kernels, string Gradient) memory)
    {
        (int rows, int columns) = Tile(target, Patch, vectors);
        using (writer.Loop("patchRow", Patch.Height, out string patchRow, rows))
        {
            string tileGradient = Offset.Declare(writer, "tileGradient", memory.Gradient, Offset.Times(patchRow, Strides.Row));
            string tileKernels = Offset.Declare(writer, "tileKernels", memory.Kernels, Offset.Times(patchRow, Patch.BorderedWidth * width));
            for (int first = 0; first < Patch.Width; first += columns)
            {
                using (columns < Patch.Width ? writer.Block() : null)
                    WriteTile(first, Math.Min(columns, Patch.Width - first), tileGradient, tileKernels);
            }
        }

        void WriteTile(int first, int count, string tileGradient, string tileKernels)
        {
            (int Row, int Column)[] positions = [.. from row in Enumerable.Range(0, rows) from column in Enumerable.Range(first, count) select (row, column)];
            IReadOnlyList<int> offsets = RegisterTile.Neighbours(target, vectors);
            RegisterTile sums = new(writer, target, [.. positions.Select(at => at.Row * Strides.Row + at.Column * Strides.Column)], offsets);
            sums.Load(tileGradient);
            using (writer.Loop("filter", Filters, out string filter))
            {
                writer.Explain("each filter: its kernel, shifted to where its maximum is, times its gradient");
                writer.Line($"ref float kernel = ref Place__.Add(ref {tileKernels}, {Offset.Sum(Offset.Times(filter, Patch.BorderedLength * width), Offset.Times(IndexEncoding.Read(memory.Corners, filter), width))});");
                writer.Line($"Float__ g = {target.Broadcast(memory.Values, filter)};");
                sums.AccumulateScaled("g", "kernel", positions.SelectMany((at, i) => offsets.Select((offset, v) => (i, v, (at.Row * Patch.BorderedWidth + at.Column) * width + offset))));
            }

            sums.Store(StoreMethod.Plain, tileGradient);
        }
    }
}
