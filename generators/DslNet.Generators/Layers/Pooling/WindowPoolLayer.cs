using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Pooling;

/// <summary>A pooling whose window slides over each channel of a signal or an image.</summary>
/// <param name="Kernel">The window's length on each axis.</param>
/// <param name="Stride">Positions from one window to the next, on every axis; 0 for the window's own length.</param>
/// <param name="Padding">Positions on both sides of every axis, or <see cref="DeclarationText.SamePadding"/>.</param>
/// <param name="CeilMode">Whether a last window may reach beyond the padding.</param>
internal abstract record WindowPoolLayer(EquatableArray<int> Kernel, int Stride, int Padding, bool CeilMode) : PoolLayer
{
    public override string Attribute => AttributeOf(Kernel.Count);

    public override IEnumerable<LayerArgument> DeclaredArguments =>
        [.. LayerArgument.Window(Kernel), LayerArgument.Named("Stride", Stride, 0), LayerArgument.Padding(Padding), LayerArgument.Named("CeilMode", CeilMode, false)];

    /// <summary>From one window to the next, on each axis.</summary>
    protected IReadOnlyList<int> Strides => [.. Kernel.Select(length => Stride == 0 ? length : Stride)];

    /// <summary>How the window moves over a signal or an image.</summary>
    public Window Axes(Shape input) => Window.Over(input, Kernel, Strides, Padding, CeilMode);

    public override PoolWindows Windows(Shape image, Layout input, Layout output)
    {
        (WindowAxis vertical, WindowAxis horizontal) = Axes(image);
        return new(ForwardAxis.Of(vertical), ForwardAxis.Of(horizontal), input, output);
    }

    public override Shape InferShape(IReadOnlyList<ShapedInput> inputs, IShapeProblems problems)
    {
        Shape input = inputs[0].Shape;
        Window window = Axes(input);
        Shape output = WindowShape.Infer(inputs[0], window, Padding, input.Channels, problems, AttributeOf(3 - Kernel.Count));

        if (input.SpatialRank == Kernel.Count && window is { Fits: true, DropsBorder: true })
        {
            string dropped = Kernel.Count == 1
                ? Invariant($"positions: {window.Horizontal.Dropped}")
                : Invariant($"rows: {window.Vertical.Dropped}, columns: {window.Horizontal.Dropped}");
            problems.Report(RuleIds.BorderDropped, null, problems.LayerName, dropped, inputs[0].Producer, input, CoveringPadding(input));
        }

        return output;
    }

    private string AttributeOf(int axes) => Invariant($"{Kind}{axes}D");

    /// <summary>The padding with which no border is left out, as it is written; empty if there is none.</summary>
    private string CoveringPadding(Shape input)
    {
        Window window = (this with { Padding = DeclarationText.SamePadding }).Axes(input);
        return window.DropsBorder ? "" : "Padding.Same";
    }

    private protected static WindowArguments ReadWindow(IDeclaredArguments arguments, int axes) => WindowArguments.Read(
        arguments, axes, defaultStride: 0, largestPadding: kernel => kernel / 2,
        "a pooling window may extend past the border by at most half its size");

    private protected static bool ReadCeilMode(IDeclaredArguments arguments) => arguments.Boolean("CeilMode", otherwise: false);
}
