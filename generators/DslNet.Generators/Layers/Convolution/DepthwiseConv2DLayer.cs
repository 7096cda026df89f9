using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Convolution;

/// <summary>A cross-correlation of each channel of an image by itself.</summary>
internal sealed record DepthwiseConv2DLayer(int Multiplier, EquatableArray<int> Kernel, int Stride, int Dilation, int Padding, WeightOptions Weights)
    : DepthwiseConvolutionLayer(Multiplier, Kernel, Stride, Dilation, Padding, Weights)
{
    public static LayerSpec Read(IDeclaredArguments arguments)
    {
        WindowArguments window = ReadWindow(arguments, axes: 2);
        return new DepthwiseConv2DLayer(ReadMultiplier(arguments), window.Kernel, window.Stride, window.Dilation, window.Padding, arguments.Weights());
    }

    public override string Attribute => "DepthwiseConv2D";

    protected override string Sibling => "DepthwiseConv1D";
}
