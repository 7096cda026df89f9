namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>Cross-correlation of a signal.</summary>
internal sealed class Conv1D(int filters, int kernel, int stride = 1, int padding = 0, bool bias = true)
    : Convolution([kernel], stride, padding, dilation: 1, bias)
{
    public override string Kind => "Conv1D";

    public override IEnumerable<string> Arguments => base.Arguments.Prepend(Text(filters));

    protected override int Filters => filters;

    protected override int Groups => 1;
}
