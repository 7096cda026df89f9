namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>MaxPool of a signal.</summary>
internal sealed class MaxPool1D(int kernel, int? stride = null, int padding = 0, bool ceil = false)
    : MaxPool([kernel], stride, padding, ceil);
