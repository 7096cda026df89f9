using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Pooling;

/// <summary>The mean of each window. Padding counts as zeros, and is counted.</summary>
internal sealed partial record AvgPool2DLayer(int KernelHeight, int KernelWidth, int Stride, int Padding)
    : Pool2DLayer(KernelHeight, KernelWidth, Stride, Padding)
{
    public static LayerSpec Read(IDeclaredArguments arguments)
    {
        WindowArguments window = ReadWindow(arguments);
        return new AvgPool2DLayer(window.KernelHeight, window.KernelWidth, window.Stride, window.Padding);
    }

    public override string Kind => "AvgPool";
}
