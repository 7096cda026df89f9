namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>Cross-correlation of a signal.</summary>
internal sealed class Conv1D(int filters, int kernel, int stride = 1, int padding = 0, bool bias = true, int dilation = 1, int groups = 1)
    : Convolution([kernel], stride, padding, dilation, bias)
{
    public override string Kind => "Conv1D";

    public override IEnumerable<string> Arguments => [Text(filters), .. base.Arguments, .. groups == 1 ? Array.Empty<string>() : ["Groups = " + Text(groups)]];

    protected override int Filters => filters;

    protected override int Groups => groups;
}
