using DslNet.Generators.Layers.BatchNorm;
using DslNet.Generators.Layers.Convolution;
using DslNet.Generators.Layers.Dense;
using DslNet.Generators.Operations;
using DslNet.Generators.Planning;
using DslNet.Generators.Tests.Parsing;

namespace DslNet.Generators.Tests.Plans;

/// <summary>What a network with batch normalization does, and when.</summary>
public sealed class PhaseTests
{
    /// <summary>Each layer waits once forward for its statistics and once backward for what its gradient needs of all samples.</summary>
    [Theory]
    [InlineData("[Input(4), Dense(3), MeanSquaredError]", 1)]
    [InlineData("[Input(4), Dense(3), BatchNorm, MeanSquaredError]", 3)]
    [InlineData("[Input(4), Dense(3), BatchNorm, ReLU, Dense(3), BatchNorm, MeanSquaredError]", 5)]
    [InlineData("[Input(4), BatchNorm, Dense(3), MeanSquaredError]", 2)]
    public void A_layer_divides_training_into_phases(string network, int phases)
    {
        NetworkPlan plan = Of(network);
        Assert.Equal(phases, plan.Gradients!.Phases.Count);
        Assert.Equal(phases > 1, plan.Gradients.HasPhases);
        Assert.All([plan.Evaluation, plan.OneSample], program => Assert.False(program.HasPhases));
    }

    /// <summary>Running statistics are the last thing that is done, so that a call that fails leaves them.</summary>
    [Fact]
    public void Running_statistics_follow_when_everything_is_done()
    {
        ProgramPlan program = Of("[Input(4), Dense(3), BatchNorm, ReLU, Dense(3), BatchNorm, MeanSquaredError]").Gradients!;
        Assert.Equal(["BatchNorm1Running", "BatchNorm2Running"], program.Phases[^1].After.Select(operation => operation.Name));
        Assert.All(program.Phases.SkipLast(1), phase => Assert.All(phase.After, operation => Assert.DoesNotContain(operation.Operands, operand => operand.Buffer.Kind == BufferKind.State)));
    }

    /// <summary>In prediction the layer before scales its output, and applies the activation behind.</summary>
    [Fact]
    public void In_prediction_the_layer_before_does_the_work()
    {
        NetworkPlan plan = Of("[Input(1, 8, 9), Conv2D(4, 3), BatchNorm, ReLU, Conv2D(12, 3), BatchNorm, Flatten, Dense(30), BatchNorm, Tanh, Dense(3), BatchNorm, MeanSquaredError]");
        foreach (ProgramPlan program in new[] { plan.Evaluation, plan.OneSample })
        {
            Assert.DoesNotContain(program.Operations, operation => operation.Kernel is BatchNormForward);
            Operation[] forward = [.. program.Operations.Where(operation => operation.Kernel is ConvolutionOverChannels or ConvolutionOverWidth or DenseGemm or DenseGemv && operation.Name.Contains("Scaled", StringComparison.Ordinal))];
            Assert.Equal(4, forward.Length);
            Assert.All(forward, operation => Assert.Contains(operation.Operands, operand => operand.Name == "shift"));
        }

        Assert.Equal(4, plan.Gradients!.Operations.Where(operation => operation.Kernel is BatchNormForward).Select(operation => operation.Layer).Distinct().Count());
    }

    /// <summary>A normalized image is computed again where a later phase reads it: forward, where a sum has it beside a layer that waits, and backward.</summary>
    [Fact]
    public void Normalized_images_are_not_kept_between_phases()
    {
        ProgramPlan program = Of(
            "[Input(2, 6, 7), Conv2D(9, 3, Padding = 1), BatchNorm, ReLU(Name = \"Stem\"), Conv2D(9, 3, Padding = 1), BatchNorm, Add(\"Stem\"), GELU, Conv2D(4, 3), BatchNorm, GELU, Flatten, Dense(3), MeanSquaredError]").Gradients!;
        Operation[] normalizations = [.. program.Operations.Where(operation => operation.Kernel is BatchNormForward)];
        Assert.Equal(
            ["BatchNorm1Forward", "BatchNorm2Forward", "BatchNorm1ForwardInPhase3", "BatchNorm3Forward", "BatchNorm1ForwardInPhase6"],
            normalizations.Select(operation => operation.Name));
        Assert.All(normalizations, operation => Assert.NotEqual(MemoryArea.OfSamples, program.Memory[operation.Operands.Single(operand => operand.Name == "y").Buffer].Area));
    }

    /// <summary>Of a vector there is one value per channel: nothing to be saved.</summary>
    [Fact]
    public void Normalized_vectors_are_kept() =>
        Assert.Single(Of("[Input(4), Dense(8), BatchNorm, ReLU, Dense(3), BatchNorm, Dense(2), MeanSquaredError]").Gradients!.Operations, operation => operation.Name.StartsWith("BatchNorm1Forward", StringComparison.Ordinal));

    /// <summary>What reads more than one value, and what others read besides, cannot be done before it is stored.</summary>
    [Theory]
    [InlineData("[Input(1, 8, 8), Conv2D(4, 3), MaxPool2D(2), BatchNorm, Flatten, Dense(3), MeanSquaredError]")]
    [InlineData("[Input(4), Dense(4), ReLU, BatchNorm, Dense(3), MeanSquaredError]")]
    [InlineData("[Input(4), Dense(4, Name = \"Stem\"), BatchNorm, Add(\"Stem\"), MeanSquaredError]")]
    public void Elsewhere_it_has_a_kernel_of_its_own(string network) =>
        Assert.Single(Of(network).Evaluation.Operations, operation => operation.Kernel is BatchNormForward);

    /// <summary>A tile of samples that runs over the end of a group must not write where another thread works.</summary>
    [Fact]
    public void Between_groups_there_is_room_for_a_tile()
    {
        ProgramPlan tiled = Of("[Input(4), Dense(8), BatchNorm, Dense(3), MeanSquaredError]").Gradients!;
        int tile = tiled.Operations.Max(operation => operation.SampleTile);
        Assert.True(tile > 1);
        Assert.Equal(tile, tiled.Memory.Slack);
        Assert.True(tiled.BlockSamples >= tile);
        Assert.Equal(0, Of("[Input(1, 4, 4), BatchNorm, Flatten, MeanSquaredError]").Gradients!.Memory.Slack);
    }

    /// <summary>Kernels that update parameters while they sum gradients would change what a later phase reads.</summary>
    [Fact]
    public void No_update_is_fused()
    {
        Assert.True(Of("[Input(64), Dense(64), MeanSquaredError]").Updates);
        Assert.False(Of("[Input(64), Dense(64), BatchNorm, MeanSquaredError]").Updates);
    }

    private static NetworkPlan Of(string network) => Compilation.Of(NetworkSource.Valid(network));
}
