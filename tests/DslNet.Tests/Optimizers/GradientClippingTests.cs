using Xunit;

namespace DslNet.Tests.Optimizers;

/// <summary>Gradients that are made smaller, against PyTorch's formulas in double.</summary>
public class GradientClippingTests
{
    [Theory, InlineData(0), InlineData(1), InlineData(3), InlineData(7), InlineData(17), InlineData(33), InlineData(1003)]
    public void Norms_are_those_of_all_values(int length)
    {
        float[] gradients = Bits.Random(length, seed: 1);
        Assert.Equal(Math.Sqrt(gradients.Sum(value => (double)value * value)), GradientClipping.Norm(gradients), 1e-5);
    }

    [Theory, InlineData(1), InlineData(3), InlineData(17), InlineData(33)]
    public void A_norm_that_is_too_large_becomes_the_maximum(int length)
    {
        float[] gradients = [.. Enumerable.Repeat(4f, length)], small = [.. gradients];
        double norm = 4 * Math.Sqrt(length), factor = 0.5 / (norm + 1e-6);
        Assert.Equal(norm, GradientClipping.ByNorm(gradients, 0.5f), 1e-4);
        Assert.All(gradients, value => Assert.Equal(4 * factor, value, 1e-6));
        GradientClipping.ByNorm(small, 1000);
        Assert.All(small, value => Assert.Equal(4, value));
    }

    /// <summary>A training that diverges must show.</summary>
    [Fact]
    public void A_norm_that_is_not_finite_changes_nothing()
    {
        float[] gradients = [1, float.PositiveInfinity, -2], unknown = [1, float.NaN];
        Assert.Equal(float.PositiveInfinity, GradientClipping.ByNorm(gradients, 1));
        Assert.Equal([1, float.PositiveInfinity, -2], gradients);
        Assert.Equal(float.NaN, GradientClipping.ByNorm(unknown, 1));
        Assert.Equal([1, float.NaN], unknown);
    }

    /// <summary>The square of a large float is no float.</summary>
    [Fact]
    public void Squares_do_not_overflow() => Assert.Equal(Math.Sqrt(2) * 1e30, GradientClipping.Norm([1e30f, -1e30f]), 1e24);

    [Fact]
    public void Values_are_limited()
    {
        float[] gradients = [.. Enumerable.Range(-20, 41).Select(i => (float)i), float.NaN, float.NegativeInfinity];
        GradientClipping.ByValue(gradients, 2.5f);
        Assert.Equal([.. Enumerable.Range(-20, 41).Select(i => Math.Clamp(i, -2.5f, 2.5f)), float.NaN, -2.5f], gradients);
    }

    [Fact]
    public void An_optimiser_clips_before_its_step_and_leaves_the_caller_s_gradients()
    {
        SGD optimizer = new(1) { MaxGradientNorm = 1, MaxGradientValue = 3 };
        float[] parameters = [0, 0], gradients = [30, -4];
        Assert.Equal(float.NaN, optimizer.GradientNorm);
        optimizer.Step(parameters, gradients);
        Assert.Equal(Math.Sqrt(18), optimizer.GradientNorm, 1e-6);
        Assert.Equal(-Math.Sqrt(0.5), parameters[0], 1e-6);
        Assert.Equal(Math.Sqrt(0.5), parameters[1], 1e-6);
        Assert.Equal([30, -4], gradients);
        optimizer.Reset();
        Assert.Equal(float.NaN, optimizer.GradientNorm);
    }

    [Fact]
    public void Maxima_are_positive()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => GradientClipping.ByNorm([1], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => GradientClipping.ByValue([1], -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam { MaxGradientNorm = float.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam { MaxGradientValue = 0 });
    }

    [Fact]
    public void Groups_need_a_network()
    {
        Adam optimizer = new() { Groups = [new("*bias") { WeightDecay = 0 }] };
        Assert.Contains("Prepare(network)", Assert.Throws<InvalidOperationException>(() => optimizer.Step(new float[2], new float[2])).Message);
        AdamW weights = new() { Decays = Decays.Weights };
        Assert.Contains("Optimizer.Decays", Assert.Throws<InvalidOperationException>(() => weights.Step(new float[2], new float[2])).Message);
        Assert.Throws<ArgumentException>(() => new Adam { Groups = default });
        Assert.Throws<ArgumentException>(() => new Adam { Groups = [null!] });
    }
}
