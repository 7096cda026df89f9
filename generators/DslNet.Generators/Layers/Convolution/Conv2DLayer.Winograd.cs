using DslNet.Generators.Layers.Convolution.Winograd;
using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Convolution;

/// <summary>The forward direction by minimal filtering, two rows from three products instead of four; see <see cref="WinogradRows"/>.</summary>
internal sealed partial record Conv2DLayer
{
    // Image, differences, output and common product, in floats: beyond L2 the way to memory costs more than is won. 8 filters of 7×7 over 8×64×64
    // took 0.81 of the time, 8 of 3×3 over 8×128×128, four times as much, 1.26.
    private const long MostFloats = 128 * 1024;

    private bool PaysByWinograd(ForwardConvolution sums, ForwardAxis vertical)
    {
        bool isPossible = vertical.Stride == 1 && vertical.Kernel > 1 && vertical.Outputs > 1 && vertical.PadBefore < vertical.Kernel;
        if (!isPossible)
            return false;
        DifferenceProductAxis difference = new(vertical);
        CommonProductAxis common = new(vertical);
        Layout image = sums.Input.Layout;

        // Differences have the distances of the image's rows, also where it is channels-first.
        if (sums.IsChannelsFirst && sums.Input.Shape.Channels > 1 && difference.DifferenceRows > vertical.Inputs)
            return false;
        double differences = (double)difference.DifferenceRows * image.SampleLength / vertical.Inputs;
        double pairs = (double)common.Outputs * sums.Horizontal.Outputs * sums.FiltersStored;
        double rowSums = (double)common.Kernel * KernelWidth * sums.Input.Shape.Channels * PaddedFilters;

        // The input transform loads rows and stores differences; the common product is stored once and loaded twice; the filter transform loads rows of
        // weights and stores their sums, once per call, but a single sample shall gain too.
        KernelCost rest = KernelCost.Of(0, (2 * differences + 3 * pairs + 3 * rowSums) / Target.Typical.Lanes);
        return image.SampleLength + differences + 3 * pairs <= MostFloats
            && (sums.Cost(common) + sums.Cost(difference) + rest).Cycles < sums.Cost(vertical).Cycles;
    }

    private void LowerWinograd(ForwardContext context, ForwardConvolution sums, ForwardAxis vertical, Operand weights, Operand? bias, Sink sink)
    {
        DifferenceProductAxis difference = new(vertical);
        CommonProductAxis common = new(vertical);
        Shape image = sums.Input.Shape;
        int planes = sums.IsChannelsFirst ? image.Channels : 1, rowLength = sums.Strides.Row, planeStride = sums.IsChannelsFirst ? sums.Strides.Channel : 0;
        string name = ParameterTable.FileName(context.Name);

        Operand rowSums = new("w", Buffer.OfCall(name + "RowSums", PaddedFilters * common.Kernel * KernelWidth * image.Channels));
        context.Add(Role.Prepare, LibraryCall.Of(
            context.Name + "RowSums", Granularity.Step, "KernelRowSums.Add", [weights, new("sums", rowSums.Buffer)],
            ("filters", Filters), ("height", KernelHeight), ("rowLength", KernelWidth * image.Channels)));

        Operand differences = new("differences", Buffer.OfSample(name + "Differences", (planes - 1) * planeStride + difference.DifferenceRows * rowLength));
        context.Add(LibraryCall.Of(
            context.Name + "Differences", Granularity.Sample, "RowDifferences.Subtract", [new("image", sums.Input.Buffer), differences],
            ("planes", planes), ("planeStride", planeStride), ("rows", vertical.Inputs), ("rowLength", rowLength), ("padding", vertical.PadBefore),
            ("differences", difference.DifferenceRows)) with
        {
            Remark = "By Winograd, F(2, 2) over rows: 3 products for each 2 output rows instead of 4",
        });

        Shape pairs = Shape.Image(Filters, common.Outputs, sums.Horizontal.Outputs);
        Layout layout = sums.OverWidth ? Layout.Planar(pairs) : Layout.Interleaved(pairs);
        Operand shared = new("shared", Buffer.OfSample(name + "Shared", layout.SampleLength));
        context.Add((sums with { Layout = layout }).Of(
            context.Name + "ForwardShared", $"Winograd F(2, 2) over rows, the common product of each two rows: s = {(bias is null ? "" : "b + ")}Σ x·(w + next row's w){sums.Over(common)}",
            common, rowSums, bias, Sink.Store(shared)));
        context.Add(sums.Of(
            context.Name + "Forward", $"Winograd F(2, 2) over rows: y = s + Σ (differences of x)·w{(difference.Single is null ? "" : ", x·w in the last row,")}{sums.Over(difference)}", difference, weights, null, sink,
            (new WinogradRows(shared.Parameter, common.Outputs, differences.Parameter, ReadsImage: difference.Single is not null), shared, differences)));
    }
}
