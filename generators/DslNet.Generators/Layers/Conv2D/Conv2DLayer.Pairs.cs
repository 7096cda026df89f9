using DslNet.Generators.Layers.Conv2D.Paired;
using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Conv2D;

/// <summary>The forward direction two rows at a time, from three products instead of four; see <see cref="RowPairs"/>.</summary>
internal sealed partial record Conv2DLayer
{
    // Image, differences, output and what is shared, in floats: beyond the second-level cache the way to memory costs more than is
    // won. 8 filters of 7×7 over 8×64×64 took 0.81 of the time, 8 of 3×3 over 8×128×128, four times as much, 1.26.
    private const long MostFloats = 128 * 1024;

    private bool PaysInPairs(ForwardSums sums, ForwardAxis vertical)
    {
        bool isPossible = vertical.Stride == 1 && vertical.Kernel > 1 && vertical.Outputs > 1 && vertical.PadBefore < vertical.Kernel;
        if (!isPossible)
            return false;
        PairedAxis paired = new(vertical);
        SharedAxis shared = new(vertical);
        Layout image = sums.Input.Layout;

        // Differences lie as far apart as the image's rows do, also where one channel lies behind the other.
        if (sums.IsPlanar && sums.Input.Shape.Channels > 1 && paired.DifferenceRows > vertical.Inputs)
            return false;
        double differences = (double)paired.DifferenceRows * image.SampleLength / vertical.Inputs;
        double pairs = (double)shared.Outputs * sums.Horizontal.Outputs * sums.FiltersStored;
        double rowSums = (double)shared.Kernel * KernelWidth * sums.Input.Shape.Channels * PaddedFilters;

        // Rows are loaded and differences stored; what is shared is stored once and loaded twice; rows of weights are loaded and their
        // sums stored, once a call, but a single sample shall gain too.
        KernelCost rest = KernelCost.Of(0, (2 * differences + 3 * pairs + 3 * rowSums) / Target.Typical.Lanes);
        return image.SampleLength + differences + 3 * pairs <= MostFloats
            && (sums.Cost(shared) + sums.Cost(paired) + rest).Cycles < sums.Cost(vertical).Cycles;
    }

    private void LowerPairs(ForwardContext context, ForwardSums sums, ForwardAxis vertical, Operand weights, Operand? bias, Sink sink)
    {
        PairedAxis paired = new(vertical);
        SharedAxis shared = new(vertical);
        Shape image = sums.Input.Shape;
        int planes = sums.IsPlanar ? image.Channels : 1, rowLength = sums.Strides.Row, planeStride = sums.IsPlanar ? sums.Strides.Channel : 0;
        string name = ParameterTable.FileName(context.Name);

        Operand rowSums = new("w", Buffer.OfCall(name + "RowSums", PaddedFilters * shared.Kernel * KernelWidth * image.Channels));
        context.Add(Role.Prepare, LibraryCall.Of(
            context.Name + "RowSums", When.Entering(Level.Call), "KernelRowSums.Add", [weights, new("sums", rowSums.Buffer)],
            ("filters", Filters), ("height", KernelHeight), ("rowLength", KernelWidth * image.Channels)));

        Operand differences = new("differences", Buffer.OfSample(name + "Differences", (planes - 1) * planeStride + paired.DifferenceRows * rowLength));
        context.Add(LibraryCall.Of(
            context.Name + "Differences", When.In(Level.Sample), "RowDifferences.Subtract", [new("image", sums.Input.Buffer), differences],
            ("planes", planes), ("planeStride", planeStride), ("rows", vertical.Inputs), ("rowLength", rowLength), ("padding", vertical.PadBefore),
            ("differences", paired.DifferenceRows)) with
        {
            Remark = "By Winograd, F(2, 2) over rows: 3 products for each 2 output rows instead of 4",
        });

        Shape pairs = Shape.Image(Filters, shared.Outputs, sums.Horizontal.Outputs);
        Layout layout = sums.AlongColumns ? Layout.ChannelsFirst(pairs) : Layout.ChannelsLast(pairs);
        Operand both = new("shared", Buffer.OfSample(name + "Shared", layout.SampleLength));
        context.Add((sums with { Layout = layout }).Of(
            context.Name + "ForwardShared", $"Winograd F(2, 2) over rows, the common product of each two rows: s = {(bias is null ? "" : "b + ")}Σ x·(w + next row's w){sums.Over(shared)}",
            shared, rowSums, bias, Sink.Store(both)));
        context.Add(sums.Of(
            context.Name + "Forward", $"Winograd F(2, 2) over rows: y = s + Σ (differences of x)·w{(paired.Single is null ? "" : ", x·w in the last row,")}{sums.Over(paired)}", paired, weights, null, sink,
            (new RowPairs(both.Parameter, shared.Outputs, differences.Parameter, ReadsImage: paired.Single is not null), both, differences)));
    }
}
