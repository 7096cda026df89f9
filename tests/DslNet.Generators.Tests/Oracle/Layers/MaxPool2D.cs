namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>MaxPool of an image.</summary>
internal sealed class MaxPool2D(int height, int width, int? stride = null, int padding = 0, bool ceil = false)
    : MaxPool([height, width], stride, padding, ceil);
