using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Convolution;

/// <summary>A cross-correlation of an image.</summary>
internal sealed record Conv2DLayer(int Filters, EquatableArray<int> Kernel, int Stride, int Padding, WeightOptions Weights)
    : ConvolutionLayer(Filters, Kernel, Stride, Padding, Weights)
{
    public static LayerSpec Read(IDeclaredArguments arguments)
    {
        int filters = arguments.Size("Filters");
        WindowArguments window = ReadWindow(arguments, axes: 2);
        return new Conv2DLayer(filters, window.Kernel, window.Stride, window.Padding, arguments.Weights());
    }

    public override string Attribute => "Conv2D";

    protected override string Sibling => "Conv1D";
}
