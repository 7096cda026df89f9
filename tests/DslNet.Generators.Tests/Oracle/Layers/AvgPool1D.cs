namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>AvgPool of a signal.</summary>
internal sealed class AvgPool1D(int kernel, int? stride = null, int padding = 0, bool ceil = false, bool countIncludePad = true)
    : AvgPool([kernel], stride, padding, ceil, countIncludePad);
