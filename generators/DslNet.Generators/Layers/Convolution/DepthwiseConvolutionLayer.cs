using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Convolution;

/// <summary>A convolution of each channel by itself.</summary>
/// <param name="Multiplier">Filters of each channel.</param>
internal abstract record DepthwiseConvolutionLayer(int Multiplier, EquatableArray<int> Kernel, int Stride, int Dilation, int Padding, WeightOptions Weights)
    : ConvolutionLayer(Kernel, Stride, Dilation, Padding, Weights)
{
    public override string Kind => "DepthwiseConv";

    public override IEnumerable<LayerArgument> DeclaredArguments =>
        [.. LayerArgument.Window(Kernel), LayerArgument.Named("Multiplier", Multiplier, 1), .. MovingArguments, .. LayerArgument.Weights(Weights)];

    protected override int FiltersOf(int channels) => Limits.Clamp(Limits.Multiply(channels, Multiplier));

    protected override int GroupsOf(int channels) => channels;

    private protected static int ReadMultiplier(IDeclaredArguments arguments)
    {
        arguments.TrySize("Multiplier", otherwise: 1, out int multiplier);
        return multiplier;
    }
}
