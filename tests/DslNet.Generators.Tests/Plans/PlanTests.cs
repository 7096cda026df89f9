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
        NetworkPlan plan = Compilation.Of(NetworkSource.Valid("[Input(1, 1024, 1024), Conv2D(8, 3), ReLU, GlobalAvgPool2D, Dense(4), MeanSquaredError]"));
        const long image = 1022L * 1022 * 8;
        Assert.Equal(1, plan.Gradients!.BlockSamples);
        Assert.InRange(plan.Gradients.ScratchLength, image, 3 * image);
        Assert.InRange(plan.Evaluation.ScratchLength, image, 2 * image);
    }

    [Fact]
    public void A_tile_of_samples_may_run_over_a_short_block()
    {
        NetworkPlan plan = Compilation.Of(NetworkSource.Valid("[Input(1, 512, 512), Conv2D(8, 3), ReLU, GlobalAvgPool2D, Dense(40), ReLU, Dense(4), MeanSquaredError]"));
        Assert.True(plan.Gradients!.BlockSamples < Summation.TileSamples);
        Operation product = plan.Gradients.Operations.Single(operation => operation.Name == "Dense2InputGradient");
        Assert.Equal(Summation.TileSamples, product.SampleTile);
        Buffer[] buffers = [.. product.Operands.Select(operand => operand.Buffer).Where(buffer => buffer.Lifetime == Lifetime.Block)];
        Assert.NotEmpty(buffers);
        Assert.All(buffers, buffer => Assert.True(buffer.Offset + (long)buffer.Length * Summation.TileSamples <= plan.Gradients.ScratchLength));
    }

    /// <summary>What one operation alone needs lies where another's was, and apart from all that lasts.</summary>
    [Fact]
    public void Scratch_memory_of_one_operation_is_shared()
    {
        NetworkPlan plan = Compilation.Of(NetworkSource.Valid("[Input(3), Dense(368), ReLU, Dense(368), ReLU, Dense(368), MeanSquaredError]"));
        Operation[] turned = [.. plan.Gradients!.Operations.Where(operation => operation.Kernel is DenseInputGradient)];
        Assert.Equal(2, turned.Length);
        Buffer[][] own = [.. turned.Select(operation => operation.Operands.Select(operand => operand.Buffer).Where(buffer => buffer.Lifetime == Lifetime.Operation).ToArray())];
        Assert.All(own, buffers => Assert.Equal(3, buffers.Length));
        Assert.Equal(own[0].Select(buffer => buffer.Offset).Order(), own[1].Select(buffer => buffer.Offset).Order());
        Buffer[] others = [.. Buffer.ScratchOf(plan.Gradients.Operations).Where(buffer => buffer.Lifetime is Lifetime.Block or Lifetime.Step)];
        foreach (Operation operation in turned)
        {
            foreach (Buffer buffer in operation.Operands.Select(operand => operand.Buffer).Where(buffer => buffer.Lifetime == Lifetime.Operation))
                Assert.All(turned.SelectMany(each => each.Operands).Select(operand => operand.Buffer).Where(others.Contains), other => Assert.True(Apart(buffer, other)));
        }

        static bool Apart(Buffer one, Buffer other) => one.Offset + one.Reserved <= other.Offset || other.Offset + other.Reserved <= one.Offset;
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
