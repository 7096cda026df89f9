using DslNet.Generators.Layers.Convolution.Geometry;
using DslNet.Generators.Layers.Convolution.Winograd;
using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Convolution;

/// <summary>The forward direction by minimal filtering, two rows from three products instead of four; see <see cref="WinogradRows"/>.</summary>
internal abstract partial record ConvolutionLayer
{
    // Image, differences, output and common product, in floats: beyond L2 the way to memory costs more than is won. 8 filters of 7×7 over 8×64×64
    // took 0.81 of the time, 8 of 3×3 over 8×128×128, four times as much, 1.26.
    private const long MostFloats = 128 * 1024;

    /// <summary>Minimal filtering in both directions of the forward sums; null where another kernel costs less.</summary>
    private static WinogradTiles? TilesOf(ForwardConvolution convolution) =>
        !convolution.OverWidth && WinogradTiles.Of(convolution.Sum) is { } tiles
        && tiles.Cost(Target.Typical).Cycles < Math.Min(convolution.Cost(convolution.Sum).Cycles, CyclesByRows(convolution) ?? double.PositiveInfinity)
            ? tiles
            : null;

    /// <summary>The same of the gradient of an image.</summary>
    private static WinogradTiles? TilesOf(ConvolutionSum gradient) =>
        WinogradTiles.Of(gradient) is { } tiles && tiles.Cost(Target.Typical).Cycles < ConvolutionOverChannels.Cost(Target.Typical, gradient).Cycles ? tiles : null;

    /// <summary>Whether two rows from three products cost less than each from its own.</summary>
    private static bool PaysByRows(ForwardConvolution convolution) => CyclesByRows(convolution) < convolution.Cost(convolution.Sum).Cycles;

    /// <summary>What two rows from three products cost; null where that cannot be.</summary>
    private static double? CyclesByRows(ForwardConvolution convolution)
    {
        ConvolutionGeometry geometry = convolution.Geometry;
        ForwardAxis vertical = geometry.Vertical;
        bool isPossible = vertical.Stride == 1 && vertical.Dilation == 1 && vertical.Kernel > 1 && vertical.Outputs > 1 && vertical.PadBefore < vertical.Kernel;
        if (!isPossible)
            return null;
        DifferenceProductAxis difference = new(vertical);
        CommonProductAxis common = new(vertical);
        int imageLength = convolution.Input.Layout.SampleLength;

        // Differences have the distances of the image's rows, also where it is channels-first.
        if (convolution.IsChannelsFirst && geometry.Channels > 1 && difference.DifferenceRows > vertical.Inputs)
            return null;
        double differences = (double)difference.DifferenceRows * imageLength / vertical.Inputs;
        double pairs = (double)common.Outputs * geometry.Horizontal.Outputs * convolution.FiltersStored;
        double rowSums = (double)common.Kernel * geometry.Horizontal.Kernel * geometry.Channels * geometry.PaddedFilters;

        // The input transform loads rows and stores differences; the common product is stored once and loaded twice; the filter transform loads rows of
        // weights and stores their sums, once per call, but a single sample shall gain too.
        KernelCost rest = KernelCost.Of(0, (2 * differences + 3 * pairs + 3 * rowSums) / Target.Typical.Lanes);
        return imageLength + differences + 3 * pairs <= MostFloats ? (Cost(common) + Cost(difference) + rest).Cycles : null;

        KernelCost Cost(TapAxis rows) => convolution.Cost(geometry.Forward with { Vertical = rows });
    }

    private void LowerWinograd(ForwardContext context, ForwardConvolution convolution, Operand weights, Operand? bias, Sink sink)
    {
        ConvolutionGeometry geometry = convolution.Geometry;
        ForwardAxis vertical = geometry.Vertical;
        DifferenceProductAxis difference = new(vertical);
        CommonProductAxis common = new(vertical);
        (int channels, int rowLength) = (geometry.Channels, geometry.Image.Row);
        (int planes, int planeStride) = convolution.IsChannelsFirst ? (channels, geometry.Image.Channel) : (1, 0);
        string name = ParameterTable.FileName(context.Name);

        Operand rowSums = new("w", Buffer.OfCall(name + "RowSums", geometry.PaddedFilters * common.Kernel * geometry.Horizontal.Kernel * channels));
        context.Add(Role.Prepare, LibraryCall.Of(
            context.Name + "RowSums", When.Entering(Level.Call), "KernelRowSums.Add", [weights, new("sums", rowSums.Buffer)],
            ("filters", geometry.Filters), ("height", vertical.Kernel), ("rowLength", geometry.Horizontal.Kernel * channels)));

        Operand differences = new("differences", Buffer.OfSample(name + "Differences", (planes - 1) * planeStride + difference.DifferenceRows * rowLength));
        context.Add(LibraryCall.Of(
            context.Name + "Differences", When.In(Level.Sample), "RowDifferences.Subtract", [new("image", convolution.Input.Buffer), differences],
            ("planes", planes), ("planeStride", planeStride), ("rows", vertical.Inputs), ("rowLength", rowLength), ("padding", vertical.PadBefore),
            ("differences", difference.DifferenceRows)) with
        {
            Remark = "By Winograd, F(2, 2) over rows: 3 products for each 2 output rows instead of 4",
        });

        Shape pairs = Shape.Image(geometry.Filters, common.Outputs, geometry.Horizontal.Outputs);
        Layout layout = convolution.OverWidth ? Layout.ChannelsFirst(pairs) : Layout.ChannelsLast(pairs);
        ConvolutionSum first = convolution.Sum with { Vertical = common, Results = ImageStrides.Of(pairs, layout) };
        ConvolutionSum second = convolution.Sum with { Vertical = difference };
        Operand shared = new("shared", Buffer.OfSample(name + "Shared", layout.SampleLength));
        context.Add(convolution.Of(
            context.Name + "ForwardShared",
            $"Winograd F(2, 2) over rows, the common product of each two rows: s = {(bias is null ? "" : "b + ")}Σ x·(w + next row's w){ForwardConvolution.Over(first)}",
            first, rowSums, bias, Sink.Store(shared)));
        context.Add(convolution.Of(
            context.Name + "Forward" + context.ScaledSuffix,
            $"Winograd F(2, 2) over rows: y = s + Σ (differences of x)·w{(difference.Single is null ? "" : ", x·w in the last row,")}{ForwardConvolution.Over(second)}",
            second, weights, null, sink,
            (new WinogradRows(shared.Parameter, common.Outputs, differences.Parameter, ReadsImage: difference.Single is not null), shared, differences)));
    }
}
