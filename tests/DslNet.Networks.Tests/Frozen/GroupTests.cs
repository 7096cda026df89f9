namespace DslNet.Networks.Tests.Frozen;

/// <summary>Parameters with a learning rate or a weight decay of their own.</summary>
public sealed class GroupTests
{
    private static readonly (string Name, Func<Optimizer> Create)[] s_optimizers =
    [
        ("SGD with momentum", () => new SGD(0.1f) { Momentum = 0.9f, Dampening = 0.5f, WeightDecay = 0.1f }),
        ("RMSProp", () => new RMSProp(0.01f) { WeightDecay = 0.1f }),
        ("Adam", () => new Adam(0.01f) { WeightDecay = 0.1f }),
        ("AdamW", () => new AdamW(0.01f) { WeightDecay = 0.1f }),
        ("NAdam", () => new NAdam(0.01f) { WeightDecay = 0.1f }),
        ("Adagrad", () => new Adagrad(0.01f) { WeightDecay = 0.1f, LearningRateDecay = 0.1f }),
        ("Adadelta", () => new Adadelta { WeightDecay = 0.1f }),
        ("Lion", () => new Lion(0.01f) { WeightDecay = 0.1f }),
    ];

    public static TheoryData<string> Optimizers => [.. s_optimizers.Select(optimizer => optimizer.Name)];

    /// <summary>Each tensor moves as that of an optimiser which has all parameters the tensor's way.</summary>
    [Theory, MemberData(nameof(Optimizers))]
    public void Each_parameter_moves_as_its_group_says(string name)
    {
        Optimizer grouped = Create(name), usual = Create(name), slow = Create(name), bare = Create(name);
        (grouped.Decays, grouped.Groups) = (Decays.Weights, [new("dense1.*") { LearningRateFactor = 0.25f, WeightDecay = 0.5f }, new("dense?.weight") { LearningRateFactor = 1 }]);
        (slow.LearningRate, slow.WeightDecay, bare.WeightDecay) = (0.25f * slow.LearningRate, 0.5f, 0);
        LearningBody net = Same(), ofUsual = Same(), ofSlow = Same(), ofBare = Same();
        Random random = new(3);
        grouped.Prepare(net);
        for (int step = 0; step < 4; step++)
        {
            float[] gradients = Draw(random, net.Parameters.Length);
            grouped.Step(net.Parameters, gradients);
            usual.Step(ofUsual.Parameters, gradients);
            slow.Step(ofSlow.Parameters, gradients);
            bare.Step(ofBare.Parameters, gradients);
        }

        foreach (ParameterDescription parameter in net.Description.Parameters)
        {
            LearningBody expected = parameter.Name.StartsWith("dense1.", StringComparison.Ordinal) ? ofSlow : parameter.Shape.Rank > 1 ? ofUsual : ofBare;
            Assert.Equal(new ParameterTensor(expected, parameter).ToArray(), new ParameterTensor(net, parameter).ToArray());
        }
    }

    [Fact]
    public void Frozen_layers_stay_frozen()
    {
        LearningBody net = Same();
        float[] before = net.Dense2.Weight.ToArray(), inputs = Draw(new(1), 5 * net.Description.InputLength), targets = Draw(new(2), 5 * net.Description.OutputLength);
        AdamW optimizer = new(0.1f) { Decays = Decays.Weights };
        optimizer.Step(net, inputs, targets);
        float[] moved = net.Dense2.Weight.ToArray();
        Assert.NotEqual(before, moved);
        net.Dense2.Frozen = true;
        optimizer.Step(net, inputs, targets);
        Assert.Equal(moved, net.Dense2.Weight.ToArray());
        net.Dense2.Frozen = false;
        optimizer.Step(net, inputs, targets);
        Assert.NotEqual(moved, net.Dense2.Weight.ToArray());
    }

    /// <summary>The norm is one of what learns.</summary>
    [Fact]
    public void Norms_leave_out_what_is_frozen()
    {
        LearningBody net = Same();
        float[] inputs = Draw(new(1), 5 * net.Description.InputLength), targets = Draw(new(2), 5 * net.Description.OutputLength);
        net.Dense1.Frozen = true;
        SGD optimizer = new(0) { MaxGradientNorm = 1e-3f };
        net.ComputeGradients(inputs, targets);
        double expected = Math.Sqrt(net.Description.Parameters.Where(parameter => !parameter.Name.StartsWith("dense1.", StringComparison.Ordinal))
            .Sum(parameter => new ParameterTensor(net, parameter).Gradient.ToArray().Sum(value => (double)value * value)));
        optimizer.Step(net, inputs, targets);
        Assert.Equal(expected, optimizer.GradientNorm, 1e-5 * expected);
        Assert.Equal(1e-3, GradientClipping.ByNorm(net.Gradients, 1) / Math.Max(1, optimizer.GradientNorm / expected), 1e-3);
    }

    [Fact]
    public void A_group_without_parameters_is_a_mistake()
    {
        Adam optimizer = new() { Groups = [new("dense9.*")] };
        string message = Assert.Throws<InvalidOperationException>(() => optimizer.Prepare(Same())).Message;
        Assert.Contains("\"dense9.*\"", message);
        Assert.Contains("dense1.weight", message);
    }

    [Fact]
    public void Steps_of_groups_allocate_nothing()
    {
        LearningBody net = Same();
        AdamW optimizer = new() { Decays = Decays.Weights, MaxGradientNorm = 1, Groups = [new("dense1.*") { LearningRateFactor = 0.1f }] };
        float[] inputs = Draw(new(1), 5 * net.Description.InputLength), targets = Draw(new(2), 5 * net.Description.OutputLength);
        Assert.Equal(0, AllocatedBytes.Of(() => optimizer.Step(net, inputs, targets)));
    }

    private static Optimizer Create(string name) => s_optimizers.Single(optimizer => optimizer.Name == name).Create();

    private static LearningBody Same()
    {
        LearningBody net = new();
        net.Initialize(7);
        return net;
    }

    private static float[] Draw(Random random, int length) => [.. Enumerable.Range(0, length).Select(_ => 2 * random.NextSingle() - 1)];
}
