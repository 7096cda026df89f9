using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Pooling;

/// <summary>The mean of each window. Padding counts as zeros.</summary>
internal sealed partial record AvgPoolLayer(EquatableArray<int> Kernel, int Stride, int Padding, bool CeilMode, bool CountIncludePad)
    : WindowPoolLayer(Kernel, Stride, Padding, CeilMode)
{
    /// <param name="axes">One over signals, two over images.</param>
    public static Func<IDeclaredArguments, LayerSpec> Reader(int axes) => arguments =>
    {
        WindowArguments window = ReadWindow(arguments, axes);
        return new AvgPoolLayer(
            window.Kernel, window.Stride, window.Padding, ReadCeilMode(arguments), arguments.Boolean("CountIncludePad", otherwise: true));
    };

    public override string Kind => "AvgPool";

    public override IEnumerable<LayerArgument> DeclaredArguments => [.. base.DeclaredArguments, LayerArgument.Named("CountIncludePad", CountIncludePad, true)];
}
