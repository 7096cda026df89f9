using DslNet.Tests.Networks;
using Xunit;

namespace DslNet.Tests.Optimizers;

/// <summary>Steps of several batches.</summary>
public class GradientAccumulationTests
{
    /// <summary>Batches of one size: their mean is that of all samples.</summary>
    [Theory, InlineData(2), InlineData(3), InlineData(5)]
    public void A_step_is_one_along_the_mean_gradient(int batches)
    {
        LinearNetwork together = new(2, 2, Loss.MeanSquaredError), apart = new(2, 2, Loss.MeanSquaredError);
        Dataset data = DslNet.Tests.Training.Samples.Plane(60, 1);
        SGD one = new(0.1f) { Momentum = 0.9f }, other = new(0.1f) { Momentum = 0.9f, GradientAccumulation = batches };
        for (int step = 0; step < 4; step++)
        {
            one.Step(together, data.Inputs.Span[..(8 * batches)], data.Targets.Span[..(8 * batches)]);
            for (int batch = 0; batch < batches; batch++)
                other.Step(apart, data.Inputs.Span.Slice(8 * batch, 8), data.Targets.Span.Slice(8 * batch, 8));
        }

        Assert.Equal((4, 4, 4 * batches), (one.Steps, other.Steps, other.Batches));
        for (int i = 0; i < together.Parameters.Length; i++)
            Assert.Equal(together.Parameters[i], apart.Parameters[i], 1e-6f);
        Assert.Throws<ArgumentOutOfRangeException>(() => new SGD(1) { GradientAccumulation = 0 });
    }

    /// <summary>Before the first step an optimiser may be given to another network, which has nothing of the former.</summary>
    [Fact]
    public void Gradients_of_another_network_are_forgotten()
    {
        LinearNetwork former = new(2, 2, Loss.MeanSquaredError), network = new(2, 2, Loss.MeanSquaredError), expected = new(2, 2, Loss.MeanSquaredError);
        SGD used = new(0.1f) { GradientAccumulation = 2 }, fresh = new(0.1f) { GradientAccumulation = 2 };
        used.Step(former, [5, 6], (ReadOnlySpan<float>)[7, 8]);
        for (int batch = 0; batch < 2; batch++)
        {
            used.Step(network, [1, 2], (ReadOnlySpan<float>)[3, 4]);
            fresh.Step(expected, [1, 2], (ReadOnlySpan<float>)[3, 4]);
        }

        Assert.Equal((1, 2), (used.Steps, used.Batches));
        Assert.Equal(expected.Parameters.ToArray(), network.Parameters.ToArray());
    }
}
