using DslNet.Generators.Model;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Frames;

/// <summary>A convolution over the frames of a sequence, none of which it reads before its time: y[t] = b + Σₖ W[k]·x[t − (kernel − 1 − k)·dilation].</summary>
/// <param name="Filters">Values of an output frame.</param>
/// <param name="Kernel">Taps.</param>
/// <param name="Dilation">Frames from one tap to the next.</param>
/// <param name="Weights">How the weights start.</param>
internal sealed partial record CausalConvLayer(int Filters, int Kernel, int Dilation, WeightOptions Weights) : LayerSpec
{
    public static LayerSpec Read(IDeclaredArguments arguments)
    {
        int filters = arguments.Size("Filters"), kernel = arguments.Size("Kernel");
        arguments.TrySize("Dilation", otherwise: 1, out int dilation);
        return new CausalConvLayer(filters, kernel, dilation, arguments.Weights());
    }

    public override string Kind => "CausalConv";

    public override string Attribute => "CausalConv1D";

    public override IEnumerable<LayerArgument> DeclaredArguments =>
    [
        LayerArgument.Positional("Filters", Filters),
        LayerArgument.Positional("Kernel", Kernel),
        LayerArgument.Named("Dilation", Dilation, 1),
        .. LayerArgument.Weights(Weights),
    ];

    public override string View => WeightOptions.View;

    public override bool CrossesTime => true;

    public override int FramesBefore(Shape input) => Limits.Clamp(Limits.Multiply(Kernel - 1, Dilation));

    public override Shape InferShape(IReadOnlyList<ShapedInput> inputs, IShapeProblems problems)
    {
        FrameShape.Check(inputs[0], Limits.Multiply(Kernel - 1, Dilation), problems);
        return Shape.Vector(Filters);
    }

    public override ShapeCertainty OutputCertainty(ShapeCertainty input) => ShapeCertainty.Known;

    public override IReadOnlyList<ParameterSpec> Parameters(Shape input)
    {
        int channels = Limits.Clamp(input.Length);
        ParameterSpec weight = new("weight", new EquatableArray<int>([Filters, channels, Kernel]), channels, Kernel, Weights.Initializer, Weights.InitialValue);
        return Weights.Bias ? [weight, ParameterSpec.Bias(Filters, Weights.InitialBias)] : [weight];
    }

    public override long MultiplyAdds(Shape input, Shape output) => Limits.Multiply(Limits.Multiply(input.Length, Kernel), Filters);
}
