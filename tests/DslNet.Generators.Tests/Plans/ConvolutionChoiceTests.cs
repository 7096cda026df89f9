using DslNet.Generators.Layers.Convolution;
using DslNet.Generators.Layers.Convolution.Sparse;
using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Planning;
using DslNet.Generators.Tests.Parsing;

namespace DslNet.Generators.Tests.Plans;

/// <summary>Which of their kernels convolutions get: values are right with any of them, so only this tells.</summary>
public sealed class ConvolutionChoiceTests
{
    /// <summary>The gradient behind a max pooling is sparse, where that pays and nobody else reads the image.</summary>
    [Theory]
    [InlineData("[Input(1, 28, 28), Conv2D(6, 5), ReLU, MaxPool2D(2)]", true)]
    [InlineData("[Input(3, 10, 10), Conv2D(4, 3), MaxPool2D(2), Flatten, Dense(2)]", true)]
    [InlineData("[Input(3, 11, 11), Conv2D(6, 5), Tanh, MaxPool2D(3, Stride = 4), Dropout(0.5), Flatten, Dense(2)]", true)]
    [InlineData("[Input(1, 28, 28), Conv2D(6, 5, Padding = 2), ReLU, MaxPool2D(2)]", false)]
    [InlineData("[Input(1, 28, 28), Conv2D(6, 5), GELU, MaxPool2D(2)]", false)]
    [InlineData("[Input(1, 28, 28), Conv2D(6, 5), ReLU, AvgPool2D(2)]", false)]
    [InlineData("[Input(1, 28, 28), Conv2D(6, 5), ReLU, MaxPool2D(2, Stride = 1)]", false)]
    [InlineData("[Input(1, 28, 28), Conv2D(6, 5), ReLU, MaxPool2D(2, Padding = 1)]", false)]
    [InlineData("[Input(3, 32, 32), Conv2D(32, 1), ReLU, MaxPool2D(2)]", false)]
    [InlineData("[Input(1, 10, 10), Conv2D(4, 3, Name = \"A\"), MaxPool2D(2), Flatten, Dense(4), Flatten(From = \"A\"), Dense(4), Add(\"Dense1\")]", false)]
    public void Gradient_behind_a_max_pooling(string attributes, bool isSparse)
    {
        Operation[] operations = Gradients(attributes);
        Assert.Equal(isSparse, operations.Any(operation => operation.Kernel is SparseWeightGradient));
        Assert.Equal(isSparse, operations.Any(operation => operation.Name is "MaxPool1Indices" or "MaxPool1ForwardAndIndices"));
        Assert.Equal(!isSparse, operations.Any(operation => operation.Kernel is ConvolutionWeightGradient));
    }

    [Theory]
    [InlineData("[Input(8, 20, 20), Conv2D(6, 3), ReLU, MaxPool2D(2)]", false)]
    [InlineData("[Input(8, 20, 20), Conv2D(8, 3), ReLU, Conv2D(6, 3), ReLU, MaxPool2D(2)]", true)]
    public void The_gradient_of_the_input_only_where_it_is_wanted(string attributes, bool isWanted) =>
        Assert.Equal(isWanted, Gradients(attributes).Any(operation => operation.Kernel is SparseInputGradient));

    /// <summary>Few filters over the caller's image are vectorised over width.</summary>
    [Theory]
    [InlineData("[Input(1, 28, 28), Conv2D(6, 5)]", true)]
    [InlineData("[Input(3, 18, 18), Conv2D(5, 3)]", true)]
    [InlineData("[Input(3, 10, 12), Conv2D(5, 3)]", false)]
    [InlineData("[Input(3, 10, 11), Conv2D(5, 3)]", false)]
    [InlineData("[Input(1, 28, 28), Conv2D(9, 5)]", false)]
    [InlineData("[Input(1, 28, 28), Conv2D(6, 5, Stride = 2)]", false)]
    [InlineData("[Input(1, 28, 28), Conv2D(6, 5, Padding = 2)]", false)]
    [InlineData("[Input(1, 9, 9), Conv2D(6, 3)]", false)]
    [InlineData("[Input(1, 28, 28, Gradient = true), Conv2D(6, 5)]", false)]
    public void Vectorised_over_width(string attributes, bool pays) =>
        Assert.Equal(pays, ProgramLowering.Evaluation(Compilation.Analyze(NetworkSource.Valid(attributes))).Any(operation => operation.Kernel is ConvolutionOverWidth));

    /// <summary>There a pooling of 2×2 that alone reads the image pools it along the columns too, in training as in prediction.</summary>
    [Theory]
    [InlineData("[Input(1, 28, 28), Conv2D(6, 5), ReLU, MaxPool2D(2)]", true)]
    [InlineData("[Input(2, 12, 34), Conv2D(4, 3), Tanh, MaxPool2D(2), Flatten, Dense(2)]", true)]
    [InlineData("[Input(1, 28, 28), Conv2D(6, 5), ReLU, MaxPool2D(3)]", false)]
    [InlineData("[Input(1, 28, 28), Conv2D(6, 5), ReLU, MaxPool2D(2, Stride = 1)]", false)]
    [InlineData("[Input(1, 28, 28), Conv2D(6, 5), ReLU, MaxPool2D(2, Padding = 1)]", false)]
    [InlineData("[Input(1, 28, 28), Conv2D(6, 5), ReLU, AvgPool2D(2)]", false)]
    [InlineData("[Input(1, 28, 18), Conv2D(6, 5), ReLU, MaxPool2D(2)]", false)]
    [InlineData("[Input(1, 12, 20), Conv2D(6, 3, Name = \"A\"), MaxPool2D(2), Flatten, Dense(4), Flatten(From = \"A\"), Dense(4), Add(\"Dense1\")]", false)]
    public void Pooling_along_columns(string attributes, bool isSo)
    {
        Assert.Equal(isSo, Gradients(attributes).Any(operation => operation is { Kernel: null, Name: "MaxPool1ForwardAndIndices" }));
        Assert.Equal(isSo, ProgramLowering.Evaluation(Compilation.Analyze(NetworkSource.Valid(attributes))).Any(operation => operation is { Kernel: null, Name: "MaxPool1Forward" }));
    }

    /// <summary>Rows are computed in pairs where that saves more than differences cost, and all of it stays in the second-level cache.</summary>
    [Theory]
    [InlineData("[Input(1, 28, 28), Conv2D(6, 5)]", true)]
    [InlineData("[Input(6, 12, 12), Conv2D(16, 5)]", true)]
    [InlineData("[Input(1, 7, 9), Conv2D(16, 2)]", false)]
    [InlineData("[Input(1, 28, 28), Conv2D(6, 3)]", false)]
    [InlineData("[Input(8, 9, 9, Gradient = true), Conv2D(16, 3, Padding = 1)]", true)]
    [InlineData("[Input(8, 9, 9, Gradient = true), Conv2D(16, 3, Padding = 2)]", true)]
    [InlineData("[Input(8, 9, 9, Gradient = true), Conv2D(16, 4, Padding = 1)]", true)]
    [InlineData("[Input(8, 8, 9, Gradient = true), Conv2D(16, 4, Padding = 2)]", true)]
    [InlineData("[Input(8, 14, 8, Gradient = true), Conv2D(16, 4, Padding = 3)]", true)]
    [InlineData("[Input(8, 9, 9, Gradient = true), Conv2D(16, 2, Padding = 1)]", true)]
    [InlineData("[Input(8, 12, 9, Gradient = true), Conv2D(17, 5, Padding = 4)]", true)]
    [InlineData("[Input(8, 6, 40, Gradient = true), Conv2D(16, 9, 3, Padding = 2)]", true)]
    [InlineData("[Input(3, 9, 9), Conv2D(16, 3, Padding = 1)]", true)]
    [InlineData("[Input(3, 9, 9), Conv2D(16, 4, Padding = 1)]", false)]
    [InlineData("[Input(1, 9, 17), Conv2D(6, 5)]", true)]
    [InlineData("[Input(8, 9, 9, Gradient = true), Conv2D(16, 3, Stride = 2)]", false)]
    [InlineData("[Input(8, 9, 9, Gradient = true), Conv2D(16, 1, 3)]", false)]
    [InlineData("[Input(8, 3, 9, Gradient = true), Conv2D(16, 3)]", false)]
    [InlineData("[Input(8, 64, 64, Gradient = true), Conv2D(8, 3)]", true)]
    [InlineData("[Input(8, 128, 128, Gradient = true), Conv2D(8, 3)]", false)]
    public void Rows_in_pairs(string attributes, bool pays)
    {
        string[] operations = [.. ProgramLowering.Evaluation(Compilation.Analyze(NetworkSource.Valid(attributes))).Select(operation => operation.Name)];
        Assert.Equal(pays, operations.Contains("Conv1Differences"));
        Assert.Equal(pays, operations.Contains("Conv1ForwardShared"));
    }

    /// <summary>Tiles of 4 × 4 outputs from 36 products, where that saves more than the transforms cost, of enough channels, in strips that stay in the second-level cache.</summary>
    [Theory]
    [InlineData("[Input(2, 32, 32), Conv2D(16, 1), Conv2D(16, 3, Padding = 1)]", 1)]
    [InlineData("[Input(2, 8, 8), Conv2D(64, 1), Conv2D(64, 3, Padding = 1)]", 1)]
    [InlineData("[Input(2, 9, 11), Conv2D(24, 1), Conv2D(40, 3)]", 1)]
    [InlineData("[Input(2, 64, 64), Conv2D(32, 1), Conv2D(32, 3, Padding = 1)]", 8)]
    [InlineData("[Input(2, 32, 32), Conv2D(15, 1), Conv2D(16, 3, Padding = 1)]", 0)]
    [InlineData("[Input(16, 32, 32), Conv2D(16, 3, Padding = 1)]", 0)]
    [InlineData("[Input(2, 32, 32), Conv2D(16, 1), Conv2D(16, 3, Padding = 1, Stride = 2)]", 0)]
    [InlineData("[Input(2, 32, 32), Conv2D(16, 1), Conv2D(16, 3, Padding = 2, Dilation = 2)]", 0)]
    [InlineData("[Input(2, 32, 32), Conv2D(16, 1), Conv2D(16, 5, Padding = 2)]", 0)]
    [InlineData("[Input(2, 4, 4), Conv2D(256, 1), Conv2D(256, 3)]", 0)]
    public void Tiles_by_Winograd(string attributes, int strips)
    {
        string[] operations = [.. ProgramLowering.Evaluation(Compilation.Analyze(NetworkSource.Valid(attributes))).Select(operation => operation.Name)];
        string second = operations.Any(operation => operation.StartsWith("Conv2", StringComparison.Ordinal)) ? "Conv2" : "Conv1";
        Assert.Equal(strips, operations.Count(operation => operation.StartsWith(second + "ForwardProducts", StringComparison.Ordinal)));
        Assert.Equal(strips, operations.Count(operation => operation.StartsWith(second + "ForwardTiles", StringComparison.Ordinal)));
    }

    /// <summary>The gradient of an image is one of rotated filters; whether it has tiles depends on how many there are.</summary>
    [Theory]
    [InlineData("[Input(2, 16, 16), Conv2D(16, 1), Conv2D(16, 3, Padding = 1)]", true)]
    [InlineData("[Input(2, 16, 16), Conv2D(8, 1), Conv2D(32, 3)]", true)]
    [InlineData("[Input(2, 16, 16), Conv2D(32, 1), Conv2D(8, 3)]", false)]
    public void Gradients_by_Winograd(string attributes, bool pays) =>
        Assert.Equal(pays, Gradients(attributes).Any(operation => operation.Name == "Conv2InputGradientProducts"));

    /// <summary>A network may ask for sums of products.</summary>
    [Theory]
    [InlineData("[Input(2, 16, 16), Conv2D(16, 1), Conv2D(16, 3, Padding = 1)]")]
    [InlineData("[Input(1, 28, 28), Conv2D(6, 5)]")]
    public void Winograd_can_be_switched_off(string attributes)
    {
        NetworkSpec network = NetworkSource.Valid(attributes.Replace("]", ", MeanSquaredError]", StringComparison.Ordinal), "Winograd = false");
        Assert.False(network.AllowsWinograd);
        Assert.All(ProgramLowering.Gradients(Compilation.Analyze(network)), operation => Assert.DoesNotMatch("Differences|Shared|Products|Tiles", operation.Name));
    }

    private static Operation[] Gradients(string attributes)
    {
        NetworkSpec network = NetworkSource.Valid(attributes.Replace("]", ", MeanSquaredError]", StringComparison.Ordinal));
        return [.. ProgramLowering.Gradients(Compilation.Analyze(network))];
    }
}
