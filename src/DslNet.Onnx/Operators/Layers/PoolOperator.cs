using DslNet.Onnx.Graphs;
using DslNet.Onnx.Writing;

namespace DslNet.Onnx.Operators.Layers;

/// <summary>MaxPool and AveragePool. All versions count alike: what runtimes do, not what some versions of the text say.</summary>
/// <param name="kind">The layer without its axes.</param>
internal sealed class PoolOperator(string kind) : Operator
{
    public override Value Infer(NodeUse use)
    {
        Value input = use.Input(0);
        return Windows.Of(use, use.Integers("kernel_shape")) is { } windows && windows.Axes.All(axis => axis.Output(Ceil(use)) > 0)
            ? new(input.Type, [Extent.Batch, input.Shape![1], .. windows.Axes.Select(axis => (Extent)axis.Output(Ceil(use)))])
            : new(input.Type, null);
    }

    public override void Translate(NodeUse use, LayerList layers)
    {
        IReadOnlyList<int> sample = use.Sample(0);
        if (Windows.Of(use, use.Integers("kernel_shape")) is not { } windows || use.Result.Sample is not { } output)
            throw use.Refuse($"its attributes do not fit samples of [{string.Join(", ", sample)}]", "Poolings of signals [channels, length] and images [channels, height, width] are imported");
        if (windows.Dilation(use) != 1)
            throw use.Refuse("its windows are dilated", "Export the model without dilation");
        string reads = use.Name(0), writes = use.Output;
        IReadOnlyList<int> pooled = output;
        bool isOfRows = windows.Axes is [{ Kernel: 1, Stride: 1, Before: 0, After: 0 }, { Stride: > 1 }];
        if (isOfRows)
        {
            // Rows by themselves are signals.
            int rows = sample[0] * sample[1];
            windows = new([windows.Axes[1]]);
            pooled = [rows, output[2]];
            (reads, writes) = (layers.Between(), layers.Between());
            layers.Add(LayerList.Shaped(use.Name(0), reads, [rows, sample[2]]));
        }

        IReadOnlyList<string> padding = windows.Padding(windows.Axes.Min(axis => axis.Kernel) / 2)
            ?? throw use.Refuse($"it pads {string.Join(", ", windows.Axes.Select(axis => $"{axis.Before} before and {axis.After} behind"))}", "Poolings pad all sides alike, and at most half a window: export the model so");
        int stride = windows.Stride(use);
        bool isSquare = windows.Axes.All(axis => axis.Kernel == stride), isPadded = windows.Axes.Any(axis => axis.Before + axis.After > 0);
        layers.Add(new(
            kind, kind + windows.Suffix,
            [
                .. windows.Kernel, .. isSquare ? [] : new[] { $"Stride = {Argument.Of(stride)}" }, .. padding, .. Argument.Named("CeilMode", Ceil(use), false),
                .. kind == "AvgPool" && isPadded ? Argument.Named("CountIncludePad", use.Integer("count_include_pad", 0) != 0, true) : [],
            ],
            [reads], writes, pooled));
        if (isOfRows)
            layers.Add(LayerList.Shaped(writes, use.Output, output));
    }

    private static bool Ceil(NodeUse use) => use.Integer("ceil_mode", 0) != 0 && use.Text("auto_pad", "NOTSET") == "NOTSET";
}
