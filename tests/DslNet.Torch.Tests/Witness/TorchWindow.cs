using TorchSharp;
using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness;

/// <summary>A window over an image. libtorch pads all sides alike; what <see cref="Padding.Same"/> pads, more at the end, is padded before.</summary>
/// <param name="Kernel">Its rows and columns.</param>
/// <param name="Stride">Rows and columns from one to the next.</param>
/// <param name="Padding">Rows and columns on every side.</param>
/// <param name="Borders">Those that are padded before: left, right, top, bottom.</param>
internal sealed record TorchWindow((long Rows, long Columns) Kernel, (long Rows, long Columns) Stride, (long Rows, long Columns) Padding, (long, long, long, long) Borders)
{
    public static TorchWindow Read(LayerCall call)
    {
        bool isSignal = call.Input.dim() == 3;
        (int rows, int columns) = isSignal ? (1, call.Arguments.Int32("Kernel")) : (call.Arguments.Int32("KernelHeight"), call.Arguments.Int32("KernelWidth"));
        int stride = call.Arguments.Int32("Stride"), padding = call.Arguments.Int32("Padding");
        (int Rows, int Columns) steps = stride == 0 ? (rows, columns) : (stride, stride);
        if (padding != DslNet.Padding.Same)
            return new((rows, columns), steps, (isSignal ? 0 : padding, padding), (0, 0, 0, 0));
        (long top, long bottom) = isSignal ? (0, 0) : Same(call.Input.shape[2], rows, steps.Rows);
        (long left, long right) = Same(call.Input.shape[^1], columns, steps.Columns);
        return new((rows, columns), steps, (0, 0), (left, right, top, bottom));
    }

    /// <summary>What a layer reads as an image; a signal is one row.</summary>
    public static Tensor Image(LayerCall call) => call.Input.dim() == 3 ? call.Input.unsqueeze(2) : call.Input;

    /// <summary>An image as what the layer produces.</summary>
    public static Tensor Result(LayerCall call, Tensor image) => call.Input.dim() == 3 ? image.squeeze(2) : image;

    /// <summary>The image with what is padded before.</summary>
    public Tensor Pad(Tensor image, double value) => Borders == (0, 0, 0, 0) ? image : nn.functional.pad(image, Borders, PaddingModes.Constant, value);

    /// <summary>ONNX's SAME_UPPER: as many windows as strides fit in, what is missing divided evenly, the odd one at the end.</summary>
    public static (long Before, long After) Same(long length, long kernel, long stride)
    {
        long windows = (length + stride - 1) / stride, missing = Math.Max(0, (windows - 1) * stride + kernel - length);
        return (missing / 2, missing - missing / 2);
    }
}
