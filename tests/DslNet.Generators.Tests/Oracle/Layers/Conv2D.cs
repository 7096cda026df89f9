namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>Cross-correlation of an image.</summary>
internal sealed class Conv2D(int filters, int kernelHeight, int kernelWidth, int stride = 1, int padding = 0, bool bias = true, int dilation = 1, int groups = 1)
    : Convolution([kernelHeight, kernelWidth], stride, padding, dilation, bias)
{
    public override string Kind => "Conv2D";

    public override IEnumerable<string> Arguments => [Text(filters), .. base.Arguments, .. groups == 1 ? Array.Empty<string>() : ["Groups = " + Text(groups)]];

    protected override int Filters => filters;

    protected override int Groups => groups;
}
