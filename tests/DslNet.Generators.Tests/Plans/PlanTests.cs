using DslNet.CompilerServices;
using DslNet.Generators.Layers.Dense;
using DslNet.Generators.Operations;
using DslNet.Generators.Planning;
using DslNet.Generators.Simd;
using DslNet.Generators.Tests.Oracle;
using DslNet.Generators.Tests.Parsing;
using DslNet.Generators.Tests.Values;
using DslNet.Generators.Tiling;
using Buffer = DslNet.Generators.Operations.Buffer;

namespace DslNet.Generators.Tests.Plans;

/// <summary>How much memory a network asks for.</summary>
public sealed class PlanTests
{
    /// <summary>Only what a dense layer works on in tiles of samples is longer than the block, not a large image beside it.</summary>
    [Fact]
    public void A_large_image_is_kept_once()
    {
        NetworkPlan plan = Compilation.Of(NetworkSource.Valid("[Input(1, 1024, 1024), Conv2D(8, 3), ReLU, GlobalAvgPool, Dense(4), MeanSquaredError]"));
        const long image = 1022L * 1022 * 8;
        Assert.Equal(1, plan.Gradients!.BlockSamples);
        Assert.InRange(plan.Gradients.ScratchLength, image, 3 * image);
        Assert.InRange(plan.Evaluation.ScratchLength, image, 2 * image);
    }

    [Fact]
    public void A_tile_of_samples_may_run_over_a_short_block()
    {
        NetworkPlan plan = Compilation.Of(NetworkSource.Valid("[Input(1, 512, 512), Conv2D(8, 3), ReLU, GlobalAvgPool, Dense(40), ReLU, Dense(4), MeanSquaredError]"));
        Assert.True(plan.Gradients!.BlockSamples < Summation.TileSamples);
        Operation product = plan.Gradients.Operations.Single(operation => operation.Name == "Dense2InputGradient");
        Assert.Equal(Summation.TileSamples, product.SampleTile);
        MemoryPlan memory = plan.Gradients.Memory;
        Buffer[] buffers = [.. Buffer.ScratchOf([product]).Where(memory.HasCopyPerSampleOfBlock)];
        Assert.NotEmpty(buffers);
        Assert.All(buffers, buffer => Assert.True(memory[buffer].Offset + (long)buffer.Length * Summation.TileSamples <= memory.ScratchLength));
    }

    /// <summary>What one operation alone needs shares the memory of another's, and is apart from all that is kept longer.</summary>
    [Fact]
    public void Scratch_memory_of_one_operation_is_shared()
    {
        NetworkPlan plan = Compilation.Of(NetworkSource.Valid("[Input(3), Dense(368), ReLU, Dense(368), ReLU, Dense(368), MeanSquaredError]"));
        Operation[] turned = [.. plan.Gradients!.Operations.Where(operation => operation.Kernel is DenseInputGradient)];
        Assert.Equal(2, turned.Length);
        MemoryPlan memory = plan.Gradients.Memory;
        Buffer[][] own = [.. turned.Select(operation => Buffer.ScratchOf([operation]).Where(buffer => buffer.Per == Level.Block).ToArray())];
        Assert.All(own, buffers => Assert.Equal(3, buffers.Length));
        Assert.Equal(own[0].Select(buffer => memory[buffer].Offset).Order(), own[1].Select(buffer => memory[buffer].Offset).Order());
        Buffer[] others = [.. Buffer.ScratchOf(turned).Where(buffer => memory[buffer].KeptBy == Level.Call || memory.HasCopyPerSampleOfBlock(buffer))];
        Assert.NotEmpty(others);
        Assert.All(own.SelectMany(buffers => buffers), buffer => Assert.DoesNotContain(others, other => memory.Share(buffer, other)));
    }

    /// <summary>Prediction and training share the kernels of one name: whatever they decide, they must decide alike.</summary>
    [Fact]
    public void Operations_of_one_name_have_one_kernel()
    {
        foreach ((string name, ValueCase value) in ValueCases.All)
        {
            NetworkPlan plan = Compilation.Of(NetworkSource.Parse(NetworkSource.Class(NetworkText.Attributes(value.Network))).Spec);
            foreach (IGrouping<string, Operation> same in new[] { plan.Evaluation, plan.OneSample, plan.Gradients }.OfType<ProgramPlan>()
                .SelectMany(program => program.Operations).GroupBy(operation => operation.Name))
            {
                Kernel?[] kernels = [.. same.Select(operation => operation.Kernel).Distinct()];
                Assert.True(kernels.Length == 1, $"{name}: {same.Key} is {string.Join(" and ", kernels.Select(kernel => $"{kernel}"))}");
            }
        }
    }

    /// <summary>The library and the generator have the rule each for itself; one of them goes where the other cannot.</summary>
    [Fact]
    public void Library_and_generator_round_outputs_alike() =>
        Assert.All(Enumerable.Range(1, 300), outputs => Assert.Equal(new PanelLayout(outputs, 1, 1).PaddedOutputs, PanelWidth.RoundUp(outputs)));
}
