using DslNet.Generators.Operations;
using DslNet.Generators.Planning;
using DslNet.Generators.Tests.Harness;
using DslNet.Generators.Tests.Parsing;

namespace DslNet.Generators.Tests.Values;

/// <summary>Where nothing is trained, the loss alone is computed: the same bits, and no gradient.</summary>
public sealed class LossAloneTests
{
    private const int Samples = 5, Inputs = 7, Outputs = 11;

    [Theory]
    [InlineData("MeanSquaredError")]
    [InlineData("MeanAbsoluteError")]
    [InlineData("Huber(Delta = 0.25f)")]
    [InlineData("BinaryCrossEntropy")]
    [InlineData("BinaryCrossEntropy(PositiveWeight = 3)")]
    [InlineData("SmoothL1(Beta = 0.25f)")]
    [InlineData("Poisson")]
    [InlineData("KLDivergence")]
    [InlineData("CosineEmbedding")]
    [InlineData("SoftmaxCrossEntropy(LabelSmoothing = 0.1f)")]
    [InlineData("SoftmaxCrossEntropy")]
    public void Its_bits_are_those_of_the_loss_with_a_gradient(string loss)
    {
        INetwork network = NetworkAssembly.Compile($"[Network, Input({Inputs}), Dense({Outputs}), {loss}] internal partial class Net;").Create("Net", seed: 4);
        float[] inputs = [.. Enumerable.Range(0, Samples * Inputs).Select(i => ((i * 37 % 19) - 9) / 8f)];

        // Each sample's are probabilities, which every loss takes.
        float[] targets = [.. Enumerable.Range(0, Samples * Outputs).Select(i => i % Outputs == 3 ? 0.75f : i % Outputs == 8 ? 0.25f : 0)];
        Assert.Equal(BitConverter.SingleToInt32Bits(network.ComputeGradients(inputs, targets, 0)), BitConverter.SingleToInt32Bits(network.ComputeLoss(inputs, targets)));
        if (!loss.StartsWith("SoftmaxCrossEntropy", StringComparison.Ordinal))
            return;
        int[] labels = [0, 10, 3, 7, 3];
        Assert.Equal(BitConverter.SingleToInt32Bits(network.ComputeGradients(inputs, labels, 0)), BitConverter.SingleToInt32Bits(network.ComputeLoss(inputs, labels)));
    }

    [Theory]
    [InlineData("MeanSquaredError")]
    [InlineData("SoftmaxCrossEntropy")]
    public void No_gradient_is_computed_in_vain(string loss)
    {
        NetworkPlan plan = Planning.Compilation.Of(NetworkSource.Valid($"[Input({Inputs}), Dense({Outputs}), {loss}]"));
        Assert.All(Losses(plan.Evaluation), operation => Assert.False(Assert.IsType<ProgramFact.GradientScale>(Assert.Single(operation.Scalars)).IsWanted));
        Assert.All(Losses(plan.Gradients!), operation => Assert.True(Assert.IsType<ProgramFact.GradientScale>(Assert.Single(operation.Scalars)).IsWanted));

        static Operation[] Losses(ProgramPlan program)
        {
            Operation[] losses = [.. program.Operations.Where(operation => operation.IsLoss)];
            Assert.NotEmpty(losses);
            return losses;
        }
    }
}
