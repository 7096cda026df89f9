using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Pooling;

/// <summary>The means of as many windows as are wanted, which divide each axis evenly.</summary>
/// <param name="Size">Windows on each axis.</param>
internal sealed record AdaptiveAvgPoolLayer(EquatableArray<int> Size) : PoolLayer
{
    /// <param name="axes">One over signals, two over images.</param>
    public static Func<IDeclaredArguments, LayerSpec> Reader(int axes) => arguments =>
    {
        int[] size = axes == 1 ? [arguments.Size("Length")]
            : arguments.Has("Size") ? [.. Enumerable.Repeat(arguments.Size("Size"), axes)]
            : [arguments.Size("Height"), arguments.Size("Width")];
        return new AdaptiveAvgPoolLayer(new EquatableArray<int>(size));
    };

    public override string Kind => "AdaptiveAvgPool";

    public override string Attribute => AttributeOf(Size.Count);

    public override IEnumerable<LayerArgument> DeclaredArguments => LayerArgument.Sides(Size.Count == 1 ? ["Length"] : ["Height", "Width"], Size);

    public override PoolWindows Windows(Shape image, Layout input, Layout output)
    {
        (TapAxis vertical, TapAxis horizontal) = Axes(image);
        return new(vertical, horizontal, input, output);
    }

    public override Shape InferShape(IReadOnlyList<ShapedInput> inputs, IShapeProblems problems)
    {
        ExpectedPositions expected = ExpectedPositions.OfRank(Size.Count);
        if (!expected.Accept(inputs[0].Shape))
            expected.Report(inputs[0], problems, AttributeOf(3 - Size.Count));
        return Shape.Of(inputs[0].Shape.Channels, Size);
    }

    public override ShapeCertainty OutputCertainty(ShapeCertainty input) => input;

    protected override IEnumerable<Operand> SavedOperands(Tensor input, Tensor output) => [];

    protected override Kernel Forward(PoolWindows windows, Shape image) => new AvgPoolForward(windows, PoolDivisor.Of(windows.Vertical, windows.Horizontal));

    protected override Kernel Backward(PoolWindows windows, Shape image, Epilogue epilogue, bool clears) =>
        new AvgPoolBackward(windows, PoolDivisor.Of(windows.Vertical, windows.Horizontal), epilogue, clears);

    private static string AttributeOf(int axes) => Invariant($"AdaptiveAvgPool{axes}D");

    private (TapAxis Vertical, TapAxis Horizontal) Axes(Shape image) =>
        (Size.Count == 1 ? ForwardAxis.Whole(1) : AdaptiveAxis.Of(Size[0], image.Axes[1].Length), AdaptiveAxis.Of(Size[Size.Count - 1], image.RowLength));
}
