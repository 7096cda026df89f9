using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Pooling;

/// <summary>The mean of each window. Padding counts as zeros.</summary>
internal sealed partial record AvgPool2DLayer(int KernelHeight, int KernelWidth, int Stride, int Padding, bool CeilMode, bool CountIncludePad)
    : Pool2DLayer(KernelHeight, KernelWidth, Stride, Padding, CeilMode)
{
    public static LayerSpec Read(IDeclaredArguments arguments)
    {
        WindowArguments window = ReadWindow(arguments);
        return new AvgPool2DLayer(
            window.KernelHeight, window.KernelWidth, window.Stride, window.Padding, arguments.Boolean("CeilMode", otherwise: false),
            arguments.Boolean("CountIncludePad", otherwise: true));
    }

    public override string Kind => "AvgPool";

    public override IEnumerable<LayerArgument> DeclaredArguments => [.. base.DeclaredArguments, LayerArgument.Named("CountIncludePad", CountIncludePad, true)];
}
