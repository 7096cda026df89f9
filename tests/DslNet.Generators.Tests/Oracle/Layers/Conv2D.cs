namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>Cross-correlation of an image.</summary>
internal sealed class Conv2D(int filters, int kernelHeight, int kernelWidth, int stride = 1, int padding = 0, bool bias = true)
    : Convolution([kernelHeight, kernelWidth], stride, padding, dilation: 1, bias)
{
    public override string Kind => "Conv2D";

    public override IEnumerable<string> Arguments => base.Arguments.Prepend(Text(filters));

    protected override int Filters => filters;

    protected override int Groups => 1;
}
