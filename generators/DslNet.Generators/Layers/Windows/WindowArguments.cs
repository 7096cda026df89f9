using DslNet.Generators.Model;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Windows;

/// <summary>The arguments shared by everything that slides a window over an image.</summary>
internal readonly record struct WindowArguments(int KernelHeight, int KernelWidth, int Stride, int Padding)
{
    /// <param name="arguments">The attribute's arguments.</param>
    /// <param name="defaultStride">The stride of an attribute that names none.</param>
    /// <param name="largestPadding">The largest padding that makes sense for the smaller side of the window.</param>
    /// <param name="paddingReason">Why no larger one does, for the message.</param>
    public static WindowArguments Read(
        IDeclaredArguments arguments, int defaultStride, Func<int, int> largestPadding, string paddingReason)
    {
        int height, width;
        bool sound;
        if (arguments.Has("Kernel"))
        {
            sound = arguments.TrySize("Kernel", 1, out height);
            width = height;
        }
        else
        {
            // Both are read, so that two mistakes are two messages.
            sound = arguments.TrySize("KernelHeight", 1, out height) & arguments.TrySize("KernelWidth", 1, out width);
        }

        int stride = defaultStride;
        if (arguments.Int32("Stride", defaultStride) != defaultStride)
            arguments.TrySize("Stride", defaultStride, out stride);

        int padding = arguments.Int32("Padding", 0);
        int largest = sound ? largestPadding(Math.Min(height, width)) : Limits.TensorLength;
        if (padding != DeclarationText.SamePadding && (padding < 0 || padding > largest))
        {
            arguments.Report(
                RuleIds.PaddingOutOfRange, "Padding", padding,
                padding < 0 ? "padding cannot be negative" : paddingReason,
                !sound ? "Write 0 or a positive number, or Padding.Same"
                    : height == 1 && width == 1 ? "Leave Padding out: a window of one row and column needs none"
                    : largest == 0 ? "Write Padding.Same, or leave Padding out"
                    : $"Write 0 to {NumberText.Of(largest)}, or Padding.Same");
            arguments.DoubtSize();
            padding = 0;
        }

        return new WindowArguments(height, width, stride, padding);
    }
}
