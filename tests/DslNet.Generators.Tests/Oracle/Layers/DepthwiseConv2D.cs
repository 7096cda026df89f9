namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>Cross-correlation of each channel of an image by itself.</summary>
internal sealed class DepthwiseConv2D(int kernelHeight, int kernelWidth, int multiplier = 1, int stride = 1, int padding = 0, bool bias = true, int dilation = 1)
    : Convolution([kernelHeight, kernelWidth], stride, padding, dilation, bias)
{
    public override string Kind => "DepthwiseConv2D";

    public override IEnumerable<string> Arguments => [.. base.Arguments, .. multiplier == 1 ? Array.Empty<string>() : ["Multiplier = " + Text(multiplier)]];

    protected override int Filters => multiplier * Input.Channels;

    protected override int Groups => Input.Channels;
}
