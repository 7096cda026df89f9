using DslNet.Generators.Diagnostics;
using DslNet.Generators.Model;

namespace DslNet.Generators.Layers;

/// <summary>The shape rule shared by everything that slides a window over an image.</summary>
internal static class WindowShape
{
    /// <param name="input">What arrives.</param>
    /// <param name="vertical">How the window moves down.</param>
    /// <param name="horizontal">How it moves across.</param>
    /// <param name="padding">The declared padding.</param>
    /// <param name="channels">Channels of the output.</param>
    /// <param name="problems">Receives what does not fit.</param>
    public static Shape Infer(
        ShapedInput input, WindowAxis vertical, WindowAxis horizontal, int padding, int channels, IShapeProblems problems)
    {
        if (!input.Shape.IsImage)
        {
            problems.Report(RuleIds.ImageExpected, null, problems.LayerName, input.Producer, input.Shape);
            return Shape.Image(channels, 1, 1);
        }

        if (vertical.Output < 1 || horizontal.Output < 1)
        {
            long paddedHeight = vertical.Input + 2L * padding, paddedWidth = horizontal.Input + 2L * padding;
            long height = Math.Min(vertical.Kernel, paddedHeight), width = Math.Min(horizontal.Kernel, paddedWidth);
            if (vertical.Kernel == horizontal.Kernel)
                height = width = Math.Min(height, width);

            problems.Report(
                RuleIds.KernelTooLarge, vertical.Output < 1 ? "KernelHeight" : "KernelWidth",
                problems.LayerName,
                Invariant($"{vertical.Kernel}×{horizontal.Kernel}"),
                Invariant($"{paddedHeight}×{paddedWidth}"),
                input.Producer, input.Shape,
                Invariant($"{height}×{width}"),
                DeclarationText.Window((int)height, (int)width));
        }

        return Shape.Image(channels, Math.Max(vertical.Output, 1), Math.Max(horizontal.Output, 1));
    }
}
