using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Pooling;

/// <summary>The largest value in each window. Padding is never the largest.</summary>
internal sealed partial record MaxPool2DLayer(int KernelHeight, int KernelWidth, int Stride, int Padding, bool CeilMode)
    : Pool2DLayer(KernelHeight, KernelWidth, Stride, Padding, CeilMode)
{
    public static LayerSpec Read(IDeclaredArguments arguments)
    {
        WindowArguments window = ReadWindow(arguments);
        return new MaxPool2DLayer(window.KernelHeight, window.KernelWidth, window.Stride, window.Padding, arguments.Boolean("CeilMode", otherwise: false));
    }

    public override string Kind => "MaxPool";
}
