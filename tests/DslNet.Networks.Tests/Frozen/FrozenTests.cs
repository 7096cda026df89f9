namespace DslNet.Networks.Tests.Frozen;

/// <summary>Parameters that stay what they are: declared so, or for a while.</summary>
public sealed class FrozenTests
{
    private static readonly (string Name, Func<Optimizer> Create)[] s_optimizers =
    [
        ("SGD", () => new SGD(0.1f) { WeightDecay = 0.1f }),
        ("SGD with momentum", () => new SGD(0.1f) { Momentum = 0.9f, WeightDecay = 0.1f }),
        ("RMSProp", () => new RMSProp(0.01f) { WeightDecay = 0.1f }),
        ("Adam", () => new Adam(0.01f) { WeightDecay = 0.1f }),
        ("AdamW", () => new AdamW(0.01f) { WeightDecay = 0.1f }),
        ("one's own", () => new Decay()),
    ];

    public static TheoryData<string> Optimizers => [.. s_optimizers.Select(optimizer => optimizer.Name)];

    /// <summary>One sample, and several groups of samples.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(300)]
    public void Gradients_are_those_of_what_learns(int count)
    {
        (FrozenBody frozen, LearningBody learning, float[] inputs, float[] targets) = Same(count);
        float[] ofFrozen = new float[inputs.Length], ofLearning = new float[inputs.Length];
        frozen.Gradients.Fill(float.NaN);
        Assert.Equal(learning.ComputeGradients(inputs, targets, ofLearning), frozen.ComputeGradients(inputs, targets, ofFrozen));
        Assert.Equal(ofLearning, ofFrozen);
        Assert.Equal(learning.Dense3.Weight.Gradient.ToArray(), frozen.Dense3.Weight.Gradient.ToArray());
        Assert.Equal(learning.Dense3.Bias.Gradient.ToArray(), frozen.Dense3.Bias.Gradient.ToArray());
        int learned = frozen.Dense3.Weight.Description.Offset;
        Assert.All(frozen.Gradients[..learned].ToArray(), gradient => Assert.Equal(0, gradient));
        Assert.Contains(learning.Gradients[..learned].ToArray(), gradient => gradient != 0);
    }

    [Theory, MemberData(nameof(Optimizers))]
    public void Optimizers_leave_it_alone(string optimizer)
    {
        (FrozenBody frozen, LearningBody learning, float[] inputs, float[] targets) = Same(20);
        float[] before = frozen.Parameters.ToArray();
        learning.Dense1.Frozen = learning.LayerNorm1.Frozen = learning.Dense2.Frozen = learning.PReLU1.Frozen = true;
        Optimizer one = Create(optimizer), other = Create(optimizer), third = Create(optimizer);
        LearningBody bySpans = new();
        learning.Parameters.CopyTo(bySpans.Parameters);
        bySpans.Dense1.Frozen = bySpans.LayerNorm1.Frozen = bySpans.Dense2.Frozen = bySpans.PReLU1.Frozen = true;
        for (int step = 0; step < 4; step++)
        {
            one.Step(frozen, inputs, targets);
            other.Step(learning, inputs, targets);
            bySpans.ComputeGradients(inputs, targets, step);
            third.Step(bySpans.Parameters, bySpans.Gradients);
        }

        // For a while or for good: what learns, learns the same.
        Assert.Equal(frozen.Parameters.ToArray(), learning.Parameters.ToArray());
        Assert.Equal(frozen.Parameters.ToArray(), bySpans.Parameters.ToArray());
        int learned = frozen.Dense3.Weight.Description.Offset;
        Assert.Equal(before[..learned], frozen.Parameters[..learned].ToArray());
        Assert.NotEqual(before, frozen.Parameters.ToArray());

        // Gradients are computed all the same where only optimisers know of it.
        Assert.Contains(learning.Dense1.Weight.Gradient.ToArray(), gradient => gradient != 0);
    }

    [Fact]
    public void A_layer_that_was_frozen_for_a_while_learns_as_before()
    {
        (_, LearningBody frozen, float[] inputs, float[] targets) = Same(20);
        (_, LearningBody never, _, _) = Same(20);
        SGD one = new(0.1f) { Momentum = 0.9f }, other = new(0.1f) { Momentum = 0.9f };

        // Of a rate of zero nothing moves but state; of what is frozen not even that.
        frozen.Dense1.Frozen = true;
        one.LearningRate = other.LearningRate = 0;
        one.Step(frozen, inputs, targets);
        one.LearningRate = 0.1f;
        frozen.Dense1.Frozen = false;
        Assert.False(frozen.Dense1.Frozen);
        one.Step(frozen, inputs, targets);
        other.LearningRate = 0.1f;
        other.Step(never, inputs, targets);
        Assert.Equal(never.Dense1.Weight.ToArray(), frozen.Dense1.Weight.ToArray());
        Assert.NotEqual(never.Dense3.Weight.ToArray(), frozen.Dense3.Weight.ToArray());
    }

    [Fact]
    public void It_can_be_asked()
    {
        FrozenBody frozen = new();
        Assert.True(frozen.Dense1.Frozen);
        Assert.False(frozen.Dense3.Frozen);
        Assert.Equal(["Dense1", "LayerNorm1", "Dense2", "PReLU1"], FrozenBody.Declaration.Layers.Where(layer => layer.IsFrozen).Select(layer => layer.Name));
        Assert.Equal("Dense1: Dense(24, Frozen = true) to 24", FrozenBody.Declaration.Layers[0].ToString());
        Assert.StartsWith(
            "Dense1 was declared with Frozen = true, so that no gradient of it is computed. Remove Frozen from its declaration, and set it here.",
            Assert.Throws<InvalidOperationException>(() => frozen.Dense1.Frozen = false).Message);
        frozen.Dense1.Frozen = true;
    }

    [Fact]
    public void Fit_leaves_it_alone_and_allocates_nothing_in_its_steps()
    {
        (FrozenBody frozen, _, float[] inputs, float[] targets) = Same(40);
        float[] before = frozen.Parameters.ToArray();
        AdamW optimizer = new() { WeightDecay = 0.1f };
        frozen.Fit(Dataset.FromTargets(inputs, targets, 6, 3), new FitOptions { Epochs = 2, Optimizer = optimizer });
        int learned = frozen.Dense3.Weight.Description.Offset;
        Assert.Equal(before[..learned], frozen.Parameters[..learned].ToArray());
        Assert.Equal(0, AllocatedBytes.Of(() => optimizer.Step(frozen, inputs, targets)));
    }

    private static Optimizer Create(string name) => s_optimizers.Single(optimizer => optimizer.Name == name).Create();

    private static (FrozenBody Frozen, LearningBody Learning, float[] Inputs, float[] Targets) Same(int count)
    {
        FrozenBody frozen = new(seed: 3);
        LearningBody learning = new();
        frozen.Parameters.CopyTo(learning.Parameters);
        Random random = new(count);
        return (frozen, learning, Draw(count * 6), Draw(count * 3));

        float[] Draw(int length) => [.. Enumerable.Range(0, length).Select(_ => 2 * random.NextSingle() - 1)];
    }

    /// <summary>An optimiser that knows nothing of frozen parameters.</summary>
    private sealed class Decay() : Optimizer(0.1f)
    {
        protected override void Allocate(int length)
        {
        }

        protected override void Update(Span<float> parameters, ReadOnlySpan<float> gradients)
        {
            for (int i = 0; i < parameters.Length; i++)
                parameters[i] = parameters[i] * 0.9f - LearningRate * gradients[i];
        }
    }
}
