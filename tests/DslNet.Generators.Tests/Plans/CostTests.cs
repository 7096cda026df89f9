using DslNet.Generators.Emission;
using DslNet.Generators.Layers.Convolution.Winograd;
using DslNet.Generators.Lowering;
using DslNet.Generators.Operations;
using DslNet.Generators.Planning;
using DslNet.Generators.Simd;
using DslNet.Generators.Tests.Parsing;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Tests.Plans;

/// <summary>What kernels cost by the planner's count, beside a count by hand.</summary>
public sealed class CostTests
{
    private const string LeNet =
        "[Input(1, 28, 28), Conv2D(6, 5), ReLU, MaxPool2D(2), Conv2D(16, 5), ReLU, MaxPool2D(2), Flatten, Dense(120), ReLU, Dense(84), ReLU, Dense(10), MeanSquaredError]";

    /// <summary>LeNet-5 on AVX2: places × terms × vectors, and the loads that a tile shares.</summary>
    [Theory]
    [InlineData("Conv1ForwardShared", 12 * 3 * 6 * 10, (1.0 / 3) + (1.0 / 3))] // pairs of rows × vectors of columns × filters × taps, three by three
    [InlineData("Conv1Forward", 24 * 3 * 6 * 15, (1.0 / 3) + (1.0 / 3))]
    [InlineData("Conv2ForwardShared", 4 * 8 * 60 * 2, (1.0 / 4) + (1.0 / 2))] // places × terms × vectors, four columns by two
    [InlineData("Conv2Forward", 8 * 8 * 90 * 2, (1.0 / 4) + (1.0 / 2))]
    [InlineData("Dense1Forward", 256 * 16, (1.0 / 4) + (1.0 / 2))]
    [InlineData("Dense2InputGradient", 84 * 16, (1.0 / 4) + (1.0 / 2))]
    [InlineData("Dense2WeightGradient", 120 * 12, (1.0 / 6) + (1.0 / 2))]
    [InlineData("Conv1WeightGradient", 144 * 6 * 5, 1 + (7.0 / 16) + (2.0 / 5))] // windows × filters × a vector a kernel row; a place and a gradient for five
    [InlineData("Conv2WeightGradient", 16 * 16 * 5 * 5, 1 + (2.0 / 5))] // six channels of five columns are five vectors, which lie aligned; a row at a time
    [InlineData("Conv2InputGradient", 16 * 16 * 6 * 6, 1 + (2.0 / 12))] // windows × filters × patches of 6×6 places, two rows at a time
    public void Counts(string operation, int multiplyAdds, double loadsEach)
    {
        KernelCost cost = Operations(LeNet).Single(each => each.Name == operation).Kernel!.CostOn(Target.Typical)!.Value;
        Assert.Equal(multiplyAdds, cost.MultiplyAdds);
        Assert.Equal(multiplyAdds * loadsEach, cost.Loads, 1e-6);
        Assert.Equal(Math.Max(multiplyAdds, cost.Loads) / 2, cost.Cycles, 1e-6);
    }

    /// <summary>And on AVX2's vectors with twice the registers: a place and a gradient for all kernel rows, or for three rows of a patch.</summary>
    [Theory]
    [InlineData("Conv2WeightGradient", 16 * 16 * 5 * 5, 1 + (2.0 / 25))]
    [InlineData("Conv2InputGradient", 16 * 16 * 6 * 6, 1 + (2.0 / 18))]
    public void Counts_with_more_registers(string operation, int multiplyAdds, double loadsEach)
    {
        KernelCost cost = Operations(LeNet).Single(each => each.Name == operation).Kernel!.CostOn(Target.All.Single(target => target.GainsByRegisters))!.Value;
        Assert.Equal(multiplyAdds, cost.MultiplyAdds);
        Assert.Equal(multiplyAdds * loadsEach, cost.Loads, 1e-6);
    }

    /// <summary>
    /// Tiles of panels hardly ever wait for loads, whatever is left over: eight rows of one vector are the worst, and of Winograd's products, which have few tiles of
    /// an image at once, five.
    /// </summary>
    [Theory]
    [InlineData("[Input(9), Dense(16), ReLU, Dense(33), Tanh, Dense(17), MeanSquaredError]")]
    [InlineData("[Input(64), Dense(256), ReLU, Dense(100), ReLU, Dense(48), SoftmaxCrossEntropy]")]
    [InlineData("[Input(3, 12, 12), Conv2D(16, 3), GELU, Conv2D(32, 3, Padding = 1), ReLU, Flatten, Dense(16), MeanSquaredError]")]
    public void Wide_tiles_are_bound_by_multiplying(string attributes)
    {
        foreach (Operation operation in Operations(attributes).Where(operation => operation.Kernel is not null))
        {
            foreach (Target target in Target.All.Where(target => operation.Kernel!.RunsOn(target) == target))
            {
                if (operation.Kernel!.CostOn(target) is { } cost)
                    Assert.True(cost.Loads <= cost.MultiplyAdds * (operation.Kernel is WinogradProducts ? 1.21 : 1.13), $"{operation.Name} on {target.Name}: {cost}");
            }
        }
    }

    /// <summary>Each kernel that is counted says so, on each target that has one of its own.</summary>
    [Fact]
    public void Generated_code_says_what_it_costs()
    {
        NetworkPlan plan = Compilation.Of(NetworkSource.Valid(LeNet));
        foreach (Target target in Target.All)
        {
            string text = KernelFile.Write(plan, target).ToString();
            foreach (NamedKernel kernel in plan.KernelsOf(target).Where(each => each.Kernel.RunsOn(target) == target))
            {
                if (kernel.Kernel.CostOn(target) is { } cost)
                    Assert.Contains("// " + cost, text, StringComparison.Ordinal);
            }
        }

        Assert.Equal("Cost model: 1,080 cycles per sample (2,160 vector multiply-adds, 1,440 loads).", plan.Kernels.All[0].Kernel.CostOn(Target.Typical).ToString());
    }

    private static IReadOnlyList<Operation> Operations(string attributes) => ProgramLowering.Gradients(Compilation.Analyze(NetworkSource.Valid(attributes)));
}
