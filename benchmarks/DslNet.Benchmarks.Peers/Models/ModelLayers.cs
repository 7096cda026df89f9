namespace DslNet.Benchmarks.Models;

/// <summary>Layers, written in one line each.</summary>
internal static class ModelLayers
{
    public static LayerModel ReLU { get; } = new(LayerKind.ReLU);

    public static LayerModel Tanh { get; } = new(LayerKind.Tanh);

    public static LayerModel Flatten { get; } = new(LayerKind.Flatten);

    public static LayerModel GlobalAvgPool { get; } = new(LayerKind.GlobalAvgPool);

    public static LayerModel MaxPool2D(int size) => new(LayerKind.MaxPool2D) { Kernel = [size, size], Stride = size };

    public static LayerModel Dense(int number, int outputs) => new(LayerKind.Dense, $"dense{number}") { Outputs = outputs };

    /// <summary>A convolution without padding, whose kernel is a square.</summary>
    public static LayerModel Conv2D(int number, int filters, int kernel) => Convolution($"conv{number}", filters, kernel, kernel) with { HasBias = true };

    /// <summary>A convolution without bias and, until it is said, without padding.</summary>
    public static LayerModel Convolution(string name, int filters, params int[] kernel) =>
        new(LayerKind.Conv, name) { Outputs = filters, Kernel = kernel, Padding = new int[2 * kernel.Length], HasBias = false };

    /// <summary>A convolution without bias, padded so that it keeps its image's sides where the stride is 1.</summary>
    public static LayerModel PaddedConvolution(string name, int filters, int[] kernel, int stride = 1, int dilation = 1)
    {
        int[] sides = [.. kernel.Select(length => length / 2 * dilation)];
        return Convolution(name, filters, kernel) with { Stride = stride, Dilation = dilation, Padding = [.. sides, .. sides] };
    }

    public static LayerModel BatchNorm(string name) => new(LayerKind.BatchNorm, name);
}
