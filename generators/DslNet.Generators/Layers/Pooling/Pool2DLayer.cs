using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Pooling;

/// <summary>What the poolings have in common: a window that slides over each channel.</summary>
/// <param name="KernelHeight">Rows of the window.</param>
/// <param name="KernelWidth">Columns of the window.</param>
/// <param name="Stride">Rows and columns from one window to the next; 0 for the window's own height and width.</param>
/// <param name="Padding">Rows and columns on every side, or <see cref="DeclarationText.SamePadding"/>.</param>
internal abstract partial record Pool2DLayer(int KernelHeight, int KernelWidth, int Stride, int Padding) : LayerSpec
{
    public int StrideHeight => Stride == 0 ? KernelHeight : Stride;

    public int StrideWidth => Stride == 0 ? KernelWidth : Stride;

    public override string Attribute => Kind + "2D";

    public override IEnumerable<LayerArgument> DeclaredArguments =>
        [.. LayerArgument.Window([KernelHeight, KernelWidth]), LayerArgument.Named("Stride", Stride, 0), LayerArgument.Padding(Padding)];

    /// <summary>How the window moves over an image.</summary>
    public Window Axes(Shape input) =>
        Window.Over(input, [KernelHeight, KernelWidth], [StrideHeight, StrideWidth], Padding);

    public override Shape InferShape(IReadOnlyList<ShapedInput> inputs, IShapeProblems problems)
    {
        Shape input = inputs[0].Shape;
        Window window = Axes(input);
        Shape output = WindowShape.Infer(inputs[0], window, Padding, input.Channels, problems);

        if (input.SpatialRank == 2 && window is { Fits: true, DropsBorder: true })
        {
            problems.Report(
                RuleIds.BorderDropped, null,
                problems.LayerName, window.Vertical.Dropped, window.Horizontal.Dropped, inputs[0].Producer, input, CoveringPadding(input));
        }

        return output;
    }

    /// <summary>The padding with which no border is left out, as it is written; empty if there is none.</summary>
    private string CoveringPadding(Shape input)
    {
        Window window = (this with { Padding = DeclarationText.SamePadding }).Axes(input);
        return window.DropsBorder ? "" : "Padding.Same";
    }

    public override ShapeCertainty OutputCertainty(ShapeCertainty input) =>
        input == ShapeCertainty.Known ? ShapeCertainty.Known : ShapeCertainty.Rank;

    private protected static WindowArguments ReadWindow(IDeclaredArguments arguments) => WindowArguments.Read(
        arguments, axes: 2, defaultStride: 0, largestPadding: kernel => kernel / 2,
        "a pooling window may extend past the border by at most half its size");
}
