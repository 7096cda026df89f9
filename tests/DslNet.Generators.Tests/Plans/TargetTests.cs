using DslNet.Generators.Emission;
using DslNet.Generators.Layers.Dense;
using DslNet.Generators.Operations;
using DslNet.Generators.Planning;
using DslNet.Generators.Simd;
using DslNet.Generators.Tests.Harness;
using DslNet.Generators.Tests.Parsing;

namespace DslNet.Generators.Tests.Plans;

/// <summary>Which instruction sets kernels are written for, and which of them have kernels of their own.</summary>
public sealed class TargetTests
{
    [Theory]
    [InlineData("", "avx512 avx512narrow avx2 neon portable")]
    [InlineData("Portable", "portable")]
    [InlineData("Avx2", "avx2 portable")]
    [InlineData("avx512", "avx512 avx512narrow avx2 portable")]
    [InlineData(" Portable ; AVX512 ", "avx512 avx512narrow avx2 portable")]
    [InlineData("Avx512Narrow", "portable")]
    [InlineData("neon", "neon portable")]
    [InlineData("Avx2,Neon", "avx2 neon portable")]
    [InlineData("sve", "portable")]
    public void A_target_brings_those_whose_kernels_it_calls(string names, string expected) =>
        Assert.Equal(expected, string.Join(' ', Target.Choose(names).Select(target => target.Name)));

    /// <summary>Vectors of sixteen lanes run along whole panels; where there are others, AVX2's kernels are called.</summary>
    [Theory]
    [InlineData("[Input(64), Dense(32), Dense(10), MeanSquaredError]", true, "Dense1Forward Dense1WeightGradient Dense2Forward Dense2InputGradient Dense2WeightGradient")]
    [InlineData("[Input(64), Dense(24), Dense(8), MeanSquaredError]", false, "Dense1Forward Dense1WeightGradient Dense2Forward Dense2InputGradient Dense2WeightGradient")]
    [InlineData("[Input(16, 9, 9), Conv2D(16, 3), Conv2D(64, 3, Padding = 1), MeanSquaredError]", true, "Conv1Forward Conv1WeightGradient Conv2Forward Conv2InputGradient Conv2WeightGradient")]
    [InlineData("[Input(8, 10, 10), Conv2D(8, 3), MaxPool2D(2), Conv2D(20, 3), MeanSquaredError]", false, "Conv1Forward Conv1WeightGradient MaxPool1Forward Conv2Forward Conv2InputGradient Conv2WeightGradient")]
    public void Wide_kernels_are_written_where_panels_fill_them(string attributes, bool wide, string kernels)
    {
        Target target = Target.All.Single(each => each.Name == "avx512");
        var plan = Compilation.Of(NetworkSource.Valid(attributes));
        Assert.All(kernels.Split(' '), name => Assert.Equal(wide ? "avx512" : "avx2", RunsOn(plan, name, target)));
        Assert.Equal("avx2", RunsOn(plan, "MeanSquaredError", target));
        Assert.Equal(wide, plan.GainsFrom(target));
    }

    /// <summary>Behind a max pooling a multiply-add loads a vector: tiles of more registers load less besides, if smaller ones divide a patch.</summary>
    [Theory]
    [InlineData(
        "[Input(1, 28, 28), Conv2D(6, 5), ReLU, MaxPool2D(2), Conv2D(16, 5), ReLU, MaxPool2D(2), Flatten, Dense(10), MeanSquaredError]",
        "Conv2InputGradient Conv2WeightGradient", "Conv1Forward Conv1WeightGradient MeanSquaredError")]
    [InlineData("[Input(1, 14, 14), Conv2D(6, 3), ReLU, Conv2D(5, 5), ReLU, MaxPool2D(2), MeanSquaredError]", "Conv2InputGradient Conv2WeightGradient", "Conv1Forward MeanSquaredError")]
    [InlineData(
        "[Input(8, 14, 14), Conv2D(8, 3), MaxPool2D(2), Conv2D(8, 3), MaxPool2D(2), Flatten, Dense(8), MeanSquaredError]",
        "Conv2InputGradient", "Conv1Forward Conv1WeightGradient Conv2WeightGradient MeanSquaredError")]
    [InlineData("[Input(1, 28, 28), Conv2D(6, 5), ReLU, MaxPool2D(2), Flatten, Dense(8), MeanSquaredError]", "", "Conv1Forward Conv1WeightGradient MeanSquaredError")]
    public void Narrow_kernels_are_written_where_larger_tiles_load_less(string attributes, string narrow, string others)
    {
        var plan = Compilation.Of(NetworkSource.Valid(attributes));
        Target wide = Target.All.Single(each => each.Name == "avx512"), target = wide.Fallback!;
        string[] names = narrow.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(names.Order(), plan.KernelsOf(target).Select(kernel => kernel.Name).Order());
        Assert.All(names, name => Assert.Equal("avx512narrow", RunsOn(plan, name, wide)));
        Assert.All(others.Split(' '), name => Assert.Equal("avx2", RunsOn(plan, name, wide)));
        Assert.Equal(names.Length > 0, plan.GainsFrom(target));
        Assert.Equal(plan.Kernels.All.Any(kernel => kernel.Kernel.RunsOn(wide).Name.StartsWith("avx512", StringComparison.Ordinal)), plan.GainsFrom(wide));
    }

    /// <summary>One sample of a small dense layer is AVX2's, its block and larger layers are AVX-512's own.</summary>
    [Theory]
    [InlineData("[Input(64), Dense(32), MeanSquaredError]", true)]
    [InlineData("[Input(65), Dense(32), MeanSquaredError]", false)]
    public void One_sample_of_a_small_layer_has_no_wide_kernel(string attributes, bool isSmall)
    {
        GeneratedFile kernels = KernelsOf(Compilation.Of(NetworkSource.Valid(attributes)), Target.All.Single(each => each.Name == "avx512"));
        Assert.Equal(isSmall, kernels.CallsOf("Dense1ForwardSingle") is ["Avx2Kernels.Dense1ForwardSingle"]);
        Assert.True(kernels.HasBody("Dense1Forward"));
    }

    /// <summary>In the program for one sample an activation of many instructions follows in registers, where eight lanes are all that there is.</summary>
    [Theory]
    [InlineData("[Input(64), Dense(32), Tanh, Dense(1), MeanSquaredError]", true)]
    [InlineData("[Input(65), Dense(32), Tanh, Dense(1), MeanSquaredError]", false)]
    [InlineData("[Input(4), Dense(33), Tanh, Dense(1), MeanSquaredError]", false)]
    [InlineData("[Input(9), Dense(32), GELU, Dense(1), MeanSquaredError]", false)]
    public void One_sample_has_activations_in_registers(string attributes, bool fused)
    {
        var plan = Compilation.Of(NetworkSource.Valid(attributes));
        foreach (Target target in Target.All.Where(target => target.HasPrograms && plan.GainsFrom(target)))
        {
            GeneratedFile kernels = KernelsOf(plan, target);
            Assert.Equal(fused, kernels.Methods.Any(method => method.StartsWith("Dense1ForwardWith", StringComparison.Ordinal)));
            Assert.True(target.Lanes <= 8 || !kernels.Calls.Any(call => call.EndsWith("SimdMath.Tanh", StringComparison.Ordinal)));
        }
    }

    /// <summary>A tile of a gradient that is larger than the nearest cache is asked for, inputs × outputs of it, also the one that is left over.</summary>
    [Theory]
    [InlineData("avx2", "[Input(512), Dense(16), MeanSquaredError]", "")]
    [InlineData("avx2", "[Input(514), Dense(16), MeanSquaredError]", "96 64")]
    [InlineData("avx512", "[Input(512), Dense(16), MeanSquaredError]", "")]
    [InlineData("avx512", "[Input(521), Dense(16), MeanSquaredError]", "256 144")]
    [InlineData("neon", "[Input(514), Dense(16), MeanSquaredError]", "")]
    [InlineData("portable", "[Input(514), Dense(16), MeanSquaredError]", "")]
    public void Far_gradients_are_asked_for(string name, string attributes, string floats)
    {
        GeneratedFile kernels = KernelsOf(Compilation.Of(NetworkSource.Valid(attributes)), Target.All.Single(each => each.Name == name));
        Assert.Equal(floats, string.Join(' ', kernels.ArgumentsOf("global::DslNet.CompilerServices.CacheLines.Prefetch")
            .Where(arguments => arguments[0].ToString() == "ref tileWeights").Select(arguments => arguments[1].ToString())));
    }

    /// <summary>Many weights are not turned round, where a block has samples enough to fill vectors; which the estimate must know.</summary>
    [Theory]
    [InlineData("[Input(784), Dense(512), ReLU, Dense(512), ReLU, Dense(10), SoftmaxCrossEntropy]", true)]
    [InlineData("[Input(64), Dense(256), ReLU, Dense(256), ReLU, Dense(10), SoftmaxCrossEntropy]", false)]
    [InlineData("[Input(64), Dense(2048), ReLU, Dense(512), ReLU, Dense(10), SoftmaxCrossEntropy]", false)]
    [InlineData("[Input(16400, Gradient = true), Dense(8), MeanSquaredError]", false)]
    [InlineData("[Input(8, 20, 20), Conv2D(32, 3), ReLU, GlobalAvgPool, Dense(512), ReLU, Dense(512), MeanSquaredError]", false)]
    public void Samples_are_turned_round_instead_of_many_weights(string attributes, bool turned)
    {
        ProgramPlan plan = Compilation.Of(NetworkSource.Valid(attributes)).Gradients!;
        Operation gradient = plan.Operations.Last(operation => operation.Name.EndsWith("InputGradient", StringComparison.Ordinal));
        Assert.Equal(turned, gradient.Kernel is DenseInputGradient);
        Assert.Equal(!turned, plan.Operations.Any(operation => operation.Name == gradient.Name.Replace("InputGradient", "Transpose")));
        Assert.True(!turned || plan.BlockSamples >= 32);
    }

    /// <summary>What the choice between instruction sets names has programs.</summary>
    [Fact]
    public void No_program_is_made_for_narrow_kernels() =>
        Assert.Equal(["avx512", "avx2", "neon", "portable"], Target.All.Where(target => target.HasPrograms).Select(target => target.Name));

    /// <summary>What sums products in tiles is NEON's own; small layers, single samples and all else are the portable kernels'.</summary>
    [Theory]
    [InlineData(
        "[Input(64), Dense(24), ReLU, Dense(8), MeanSquaredError]",
        "Dense1Forward Dense1WeightGradient", "Dense2Forward Dense2InputGradient Dense2WeightGradient MeanSquaredError")]
    [InlineData(
        "[Input(16, 10, 10), Conv2D(16, 3), AvgPool2D(2), Conv2D(8, 3, Padding = 1), MeanSquaredError]",
        "Conv1Forward Conv1WeightGradient Conv2Forward Conv2InputGradient Conv2WeightGradient", "AvgPool1Forward MeanSquaredError")]
    [InlineData(
        "[Input(1, 28, 28), Conv2D(6, 5), ReLU, MaxPool2D(2), Conv2D(16, 5), ReLU, MaxPool2D(2), Flatten, Dense(10), MeanSquaredError]",
        "Conv1Forward Conv2Forward Dense1Forward Dense1InputGradient Dense1WeightGradient", "Conv1WeightGradient Conv2InputGradient Conv2WeightGradient")]
    public void Neon_kernels_are_written_for_sums_of_products(string attributes, string own, string called)
    {
        Target target = Target.All.Single(each => each.Name == "neon");
        var plan = Compilation.Of(NetworkSource.Valid(attributes));
        Assert.All(own.Split(' '), name => Assert.Equal("neon", RunsOn(plan, name, target)));
        Assert.All(called.Split(' '), name => Assert.Equal("portable", RunsOn(plan, name, target)));

        // The portable target calls what NEON has, and has the rest.
        Target portable = Target.All.Single(each => each.Name == "portable");
        Assert.All(own.Split(' '), name => Assert.Equal("neon", RunsOn(plan, name, portable)));
        Assert.All(called.Split(' '), name => Assert.Equal("portable", RunsOn(plan, name, portable)));

        // Alone it has everything.
        Target alone = Target.Choose("Portable").Single();
        Assert.All(plan.Kernels.All, kernel => Assert.Same(alone, kernel.Kernel.RunsOn(alone)));
    }

    [Theory]
    [InlineData("[Input(2), Dense(8), Tanh, Dense(1)]", false)]
    [InlineData("[Input(16), Dense(16)]", false)]
    [InlineData("[Input(17), Dense(16)]", true)]
    public void A_network_of_small_layers_has_none(string attributes, bool has) =>
        Assert.Equal(has, Compilation.Of(NetworkSource.Valid(attributes)).GainsFrom(Target.All.Single(each => each.Name == "neon")));

    /// <summary>The text of a network is compiled with every edit of it.</summary>
    [Fact]
    public void The_text_of_a_LeNet_stays_small()
    {
        var plan = Compilation.Of(NetworkSource.Valid(
            "[Input(1, 28, 28), Conv2D(6, 5), ReLU, MaxPool2D(2), Conv2D(16, 5), ReLU, MaxPool2D(2), Flatten, Dense(120), ReLU, Dense(84), ReLU, Dense(10), SoftmaxCrossEntropy]"));
        Assert.All(Target.All.Where(target => target.HasPrograms), target => Assert.InRange(KernelFile.Write(plan, target).Length, 20_000, 72_000));
    }

    /// <summary>The target whose kernel a target calls.</summary>
    private static GeneratedFile KernelsOf(NetworkPlan plan, Target target) => new(KernelFile.Write(plan, target).ToString());

    private static string RunsOn(NetworkPlan plan, string kernel, Target target) => plan.Kernels.All.Single(each => each.Name == kernel).Kernel.RunsOn(target).Name;
}
