using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Pooling;

/// <summary>The largest value in each window. Padding is never the largest.</summary>
internal sealed partial record MaxPoolLayer(EquatableArray<int> Kernel, int Stride, int Padding, bool CeilMode)
    : WindowPoolLayer(Kernel, Stride, Padding, CeilMode)
{
    /// <param name="axes">One over signals, two over images.</param>
    public static Func<IDeclaredArguments, LayerSpec> Reader(int axes) => arguments =>
    {
        WindowArguments window = ReadWindow(arguments, axes);
        return new MaxPoolLayer(window.Kernel, window.Stride, window.Padding, ReadCeilMode(arguments));
    };

    public override string Kind => "MaxPool";
}
