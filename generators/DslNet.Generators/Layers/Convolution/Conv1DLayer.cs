using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Convolution;

/// <summary>A cross-correlation of a signal.</summary>
internal sealed record Conv1DLayer(int Filters, EquatableArray<int> Kernel, int Stride, int Padding, WeightOptions Weights)
    : ConvolutionLayer(Filters, Kernel, Stride, Padding, Weights)
{
    public static LayerSpec Read(IDeclaredArguments arguments)
    {
        int filters = arguments.Size("Filters");
        WindowArguments window = ReadWindow(arguments, axes: 1);
        return new Conv1DLayer(filters, window.Kernel, window.Stride, window.Padding, arguments.Weights());
    }

    public override string Attribute => "Conv1D";

    protected override string Sibling => "Conv2D";
}
