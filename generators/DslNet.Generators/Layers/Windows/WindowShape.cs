using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Windows;

/// <summary>The shape rule shared by everything that slides a window over a signal or an image.</summary>
internal static class WindowShape
{
    /// <param name="input">What arrives.</param>
    /// <param name="window">How the window moves over it.</param>
    /// <param name="padding">The declared padding.</param>
    /// <param name="channels">Channels of the output.</param>
    /// <param name="problems">Receives what does not fit.</param>
    /// <param name="sibling">The attribute of the same layer for a signal, where this one is for images, or the other way round; null if there is none.</param>
    public static Shape Infer(
        ShapedInput input, Window window, int padding, int channels, IShapeProblems problems, string? sibling = null)
    {
        ExpectedPositions expected = ExpectedPositions.OfRank(window.Axes.Count);
        if (!expected.Accept(input.Shape))
        {
            expected.Report(input, problems, sibling);
            return Shape.Of(channels, [.. window.Axes.Select(_ => 1)]);
        }

        if (!window.Fits)
            ReportTooLarge(input, window, padding, problems);
        return Shape.Of(channels, [.. window.Axes.Select(axis => Math.Max(axis.Output, 1))]);
    }

    private static void ReportTooLarge(ShapedInput input, Window window, int padding, IShapeProblems problems)
    {
        long[] padded = [.. window.Axes.Select(axis => axis.Input + 2L * padding)];
        long[] largest = [.. window.Axes.Select((axis, i) => Math.Min(axis.Kernel, padded[i]))];

        // A square stays one, unless the image is a line: there it would see nothing around a position.
        if (window.Axes.All(axis => axis.Kernel == window.Axes[0].Kernel) && largest.Min() > 1)
            largest = [.. largest.Select(_ => largest.Min())];

        // A window of one position would build, and change nothing or see nothing around it: the input was made too small before.
        bool isEmpty = largest.All(side => side == 1);
        problems.Report(
            RuleIds.KernelTooLarge, window.Axes.Count == 1 ? "Kernel" : window.Vertical.Output < 1 ? "KernelHeight" : "KernelWidth",
            problems.LayerName,
            Sides(window.Axes.Select(axis => (long)axis.Kernel)),
            Sides(padded),
            input.Producer, input.Shape,
            isEmpty ? "Remove it, pool less before it, or declare a larger input" : $"Use a kernel of at most {Sides(largest)}, or more padding",
            isEmpty ? "" : DeclarationText.Window([.. largest.Select(side => (int)side)]));
    }

    private static string Sides(IEnumerable<long> sides) => string.Join("×", sides.Select(side => Invariant($"{side}")));
}
