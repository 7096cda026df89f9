using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Windows;

/// <summary>The shape rule shared by everything that slides a window over an image.</summary>
internal static class WindowShape
{
    /// <summary>Reports that there is no image.</summary>
    public static void ReportVector(ShapedInput input, IShapeProblems problems) => problems.Report(
        RuleIds.ImageExpected, null, problems.LayerName, input.Producer, input.Shape,
        input.Producer == PortSpec.InputName
            ? "Declare the input as [Input(channels, height, width)]"
            : $"Move {problems.LayerName} to where there is an image: behind [Input(channels, height, width)] and before Flatten and Dense");

    /// <param name="input">What arrives.</param>
    /// <param name="window">How the window moves over it.</param>
    /// <param name="padding">The declared padding.</param>
    /// <param name="channels">Channels of the output.</param>
    /// <param name="problems">Receives what does not fit.</param>
    public static Shape Infer(
        ShapedInput input, Window window, int padding, int channels, IShapeProblems problems)
    {
        if (input.Shape.SpatialRank != 2)
        {
            ReportVector(input, problems);
            return Shape.Image(channels, 1, 1);
        }

        (WindowAxis vertical, WindowAxis horizontal) = window;
        if (!window.Fits)
        {
            long paddedHeight = vertical.Input + 2L * padding, paddedWidth = horizontal.Input + 2L * padding;
            long height = Math.Min(vertical.Kernel, paddedHeight), width = Math.Min(horizontal.Kernel, paddedWidth);
            // A square stays one, unless the image is a line: there it would see nothing around a position.
            if (vertical.Kernel == horizontal.Kernel && Math.Min(height, width) > 1)
                height = width = Math.Min(height, width);

            // A window of one position would build, and change nothing or see nothing around it: the image was made too small before.
            bool isEmpty = height == 1 && width == 1;
            string largest = Invariant($"{height}×{width}");
            problems.Report(
                RuleIds.KernelTooLarge, vertical.Output < 1 ? "KernelHeight" : "KernelWidth",
                problems.LayerName,
                Invariant($"{vertical.Kernel}×{horizontal.Kernel}"),
                Invariant($"{paddedHeight}×{paddedWidth}"),
                input.Producer, input.Shape,
                isEmpty ? "Remove it, pool less before it, or declare a larger input" : $"Use a kernel of at most {largest}, or more padding",
                isEmpty ? "" : DeclarationText.Window((int)height, (int)width));
        }

        return Shape.Image(channels, Math.Max(vertical.Output, 1), Math.Max(horizontal.Output, 1));
    }
}
