using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Convolution;

/// <summary>A cross-correlation of each channel of a signal by itself.</summary>
internal sealed record DepthwiseConv1DLayer(int Multiplier, EquatableArray<int> Kernel, int Stride, int Dilation, int Padding, WeightOptions Weights)
    : DepthwiseConvolutionLayer(Multiplier, Kernel, Stride, Dilation, Padding, Weights)
{
    public static LayerSpec Read(IDeclaredArguments arguments)
    {
        WindowArguments window = ReadWindow(arguments, axes: 1);
        return new DepthwiseConv1DLayer(ReadMultiplier(arguments), window.Kernel, window.Stride, window.Dilation, window.Padding, arguments.Weights());
    }

    public override string Attribute => "DepthwiseConv1D";

    protected override string Sibling => "DepthwiseConv2D";
}
