using DslNet.Generators.Model;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Windows;

/// <summary>The arguments shared by everything that slides a window over a signal or an image.</summary>
/// <param name="Kernel">The window's length on each axis.</param>
/// <param name="Stride">From one window to the next, on every axis.</param>
/// <param name="Padding">On every side, or <see cref="DeclarationText.SamePadding"/>.</param>
internal readonly record struct WindowArguments(EquatableArray<int> Kernel, int Stride, int Padding)
{
    public int KernelHeight => Kernel[0];

    public int KernelWidth => Kernel[Kernel.Count - 1];

    /// <param name="arguments">The attribute's arguments.</param>
    /// <param name="axes">One over a signal, two over an image.</param>
    /// <param name="defaultStride">The stride of an attribute that names none.</param>
    /// <param name="largestPadding">The largest padding that makes sense for the smallest side of the window.</param>
    /// <param name="paddingReason">Why no larger one does, for the message.</param>
    public static WindowArguments Read(
        IDeclaredArguments arguments, int axes, int defaultStride, Func<int, int> largestPadding, string paddingReason)
    {
        bool sound = TryKernel(arguments, axes, out int[] kernel);
        int stride = defaultStride;
        if (arguments.Int32("Stride", defaultStride) != defaultStride)
            arguments.TrySize("Stride", defaultStride, out stride);

        int padding = arguments.Int32("Padding", 0);
        int largest = sound ? largestPadding(kernel.Min()) : Limits.TensorLength;
        if (padding != DeclarationText.SamePadding && (padding < 0 || padding > largest))
        {
            arguments.Report(
                RuleIds.PaddingOutOfRange, "Padding", padding,
                padding < 0 ? "padding cannot be negative" : paddingReason,
                !sound ? "Write 0 or a positive number, or Padding.Same"
                    : kernel.All(side => side == 1) ? $"Leave Padding out: a window of one {(axes == 1 ? "position" : "row and column")} needs none"
                    : largest == 0 ? "Write Padding.Same, or leave Padding out"
                    : $"Write 0 to {NumberText.Of(largest)}, or Padding.Same");
            arguments.DoubtSize();
            padding = 0;
        }

        return new WindowArguments(new EquatableArray<int>(kernel), stride, padding);
    }

    private static bool TryKernel(IDeclaredArguments arguments, int axes, out int[] kernel)
    {
        if (axes == 1 || arguments.Has("Kernel"))
        {
            bool isSound = arguments.TrySize("Kernel", 1, out int side);
            kernel = [.. Enumerable.Repeat(side, axes)];
            return isSound;
        }

        // Both are read, so that two mistakes are two messages.
        bool areSound = arguments.TrySize("KernelHeight", 1, out int height) & arguments.TrySize("KernelWidth", 1, out int width);
        kernel = [height, width];
        return areSound;
    }
}
