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
        (int rows, int columns) = (call.Arguments.Int32("KernelHeight"), call.Arguments.Int32("KernelWidth"));
        int stride = call.Arguments.Int32("Stride"), padding = call.Arguments.Int32("Padding");
        (int Rows, int Columns) steps = stride == 0 ? (rows, columns) : (stride, stride);
        if (padding != DslNet.Padding.Same)
            return new((rows, columns), steps, (padding, padding), (0, 0, 0, 0));
        (long top, long bottom) = Same(call.Input.shape[2], rows, steps.Rows);
        (long left, long right) = Same(call.Input.shape[3], columns, steps.Columns);
        return new((rows, columns), steps, (0, 0), (left, right, top, bottom));
    }

    /// <summary>The image with what is padded before.</summary>
    public Tensor Pad(Tensor image, double value) => Borders == (0, 0, 0, 0) ? image : nn.functional.pad(image, Borders, PaddingModes.Constant, value);

    /// <summary>ONNX's SAME_UPPER: as many windows as strides fit in, what is missing divided evenly, the odd one at the end.</summary>
    public static (long Before, long After) Same(long length, long kernel, long stride)
    {
        long windows = (length + stride - 1) / stride, missing = Math.Max(0, (windows - 1) * stride + kernel - length);
        return (missing / 2, missing - missing / 2);
    }
}
