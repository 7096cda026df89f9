namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>AvgPool of an image.</summary>
internal sealed class AvgPool2D(int height, int width, int? stride = null, int padding = 0, bool ceil = false, bool countIncludePad = true)
    : AvgPool([height, width], stride, padding, ceil, countIncludePad);
