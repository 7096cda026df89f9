using DslNet.Generators.Emission;
using DslNet.Generators.Planning;
using DslNet.Generators.Simd;
using DslNet.Generators.Tests.Parsing;

namespace DslNet.Generators.Tests.Plans;

/// <summary>Which instruction sets kernels are written for, and which of them have kernels of their own.</summary>
public sealed class TargetTests
{
    [Theory]
    [InlineData("", "avx512 avx2 portable")]
    [InlineData("Portable", "portable")]
    [InlineData("Avx2", "avx2 portable")]
    [InlineData("avx512", "avx512 avx2 portable")]
    [InlineData(" Portable ; AVX512 ", "avx512 avx2 portable")]
    [InlineData("neon", "portable")]
    public void A_target_brings_those_whose_kernels_it_calls(string names, string expected) =>
        Assert.Equal(expected, string.Join(' ', Target.Choose(names).Select(target => target.Name)));

    /// <summary>Vectors of sixteen lanes run along whole panels; where there are others, AVX2's kernels are called.</summary>
    [Theory]
    [InlineData("[Input(64), Dense(32), Dense(10), MeanSquaredError]", true, "Dense1Forward Dense1WeightGradient Dense2Forward Dense2InputGradient Dense2WeightGradient")]
    [InlineData("[Input(64), Dense(24), Dense(8), MeanSquaredError]", false, "Dense1Forward Dense1WeightGradient Dense2Forward Dense2InputGradient Dense2WeightGradient")]
    [InlineData("[Input(16, 9, 9), Conv2D(16, 3), Conv2D(64, 3, Padding = 1), MeanSquaredError]", true, "Conv1Forward Conv1WeightGradient Conv2Forward Conv2InputGradient Conv2WeightGradient")]
    [InlineData("[Input(16, 10, 10), Conv2D(8, 3), MaxPool2D(2), Conv2D(20, 3), MeanSquaredError]", false, "Conv1Forward Conv1WeightGradient MaxPool1Forward Conv2Forward Conv2InputGradient Conv2WeightGradient")]
    public void Wide_kernels_are_written_where_panels_fill_them(string attributes, bool wide, string kernels)
    {
        Target target = Target.All.Single(each => each.Name == "avx512");
        var plan = NetworkPlan.Of(NetworkSource.Valid(attributes));
        string text = KernelFile.Write(plan, target);
        Assert.All(kernels.Split(' '), name => Assert.Equal(!wide, text.Contains($"=> Avx2Kernels.{name}(", StringComparison.Ordinal)));
        Assert.Contains("=> Avx2Kernels.MeanSquaredError", text);
        Assert.Equal(wide, plan.GainsFrom(target));
    }

    /// <summary>The text of a network is compiled with every edit of it.</summary>
    [Fact]
    public void The_text_of_a_LeNet_stays_small()
    {
        var plan = NetworkPlan.Of(NetworkSource.Valid(
            "[Input(1, 28, 28), Conv2D(6, 5), ReLU, MaxPool2D(2), Conv2D(16, 5), ReLU, MaxPool2D(2), Flatten, Dense(120), ReLU, Dense(84), ReLU, Dense(10), SoftmaxCrossEntropy]"));
        Assert.All(Target.All, target => Assert.InRange(KernelFile.Write(plan, target).Length, 20_000, 65_000));
    }
}
