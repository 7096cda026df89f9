using Xunit;

namespace DslNet.Tests.Optimizers;

/// <summary>What optimisers keep between steps, and what they refuse.</summary>
public class StateTests
{
    private static readonly Dictionary<string, Func<Optimizer>> All = new()
    {
        ["SGD"] = () => new SGD(0.1f),
        ["SGD with momentum"] = () => new SGD(0.1f) { Momentum = 0.9f },
        ["SGD with Nesterov momentum"] = () => new SGD(0.1f) { Momentum = 0.9f, Nesterov = true },
        ["RMSProp"] = () => new RMSProp(),
        ["RMSProp with momentum"] = () => new RMSProp { Momentum = 0.9f },
        ["Adam"] = () => new Adam(),
        ["AdamW"] = () => new AdamW(),
        ["NAdam"] = () => new NAdam(),
        ["Adagrad"] = () => new Adagrad { LearningRateDecay = 0.1f },
        ["Adadelta"] = () => new Adadelta(),
        ["Lion"] = () => new Lion { WeightDecay = 0.1f },
        ["SGD with clipping"] = () => new SGD(0.1f) { MaxGradientNorm = 1, MaxGradientValue = 0.5f },
    };

    public static TheoryData<string> Optimizers => [.. All.Keys];

    [Theory, MemberData(nameof(Optimizers))]
    public void Steps_allocate_nothing_after_Prepare(string name)
    {
        Optimizer optimizer = All[name]();
        float[] parameters = Bits.Random(37, 1), gradients = Bits.Random(37, 2);
        optimizer.Prepare(37);
        All[name]().Step(parameters, gradients); // Another one, so that everything is compiled.
        Assert.Equal(0, AllocatedBytes.Of(Step));

        void Step()
        {
            for (int i = 0; i < 100; i++)
                optimizer.Step(parameters, gradients);
        }
    }

    [Theory, MemberData(nameof(Optimizers))]
    public void Zeros_with_zero_gradients_stay_zero(string name)
    {
        Optimizer optimizer = All[name]();
        float[] parameters = new float[21];
        for (int i = 0; i < 10; i++)
            optimizer.Step(parameters, new float[21]);
        Assert.Equal(new uint[21], Bits.Of(parameters));
    }

    [Theory, MemberData(nameof(Optimizers))]
    public void Lengths_that_differ_are_refused_with_both(string name)
    {
        Optimizer optimizer = All[name]();
        var unequal = Assert.Throws<ArgumentException>(() => optimizer.Step(new float[3], new float[4]));
        Assert.Contains("3 parameters", unequal.Message);
        Assert.Contains("4 gradients", unequal.Message);

        optimizer.Step(new float[3], new float[3]);
        var other = Assert.Throws<ArgumentException>(() => optimizer.Step(new float[5], new float[5]));
        Assert.Contains("3 parameters", other.Message);
        Assert.Contains("5 were given", other.Message);
    }

    [Theory, MemberData(nameof(Optimizers))]
    public void Reset_starts_anew(string name)
    {
        Optimizer used = All[name](), fresh = All[name]();
        float[] gradients = Bits.Random(9, 2), first = Bits.Random(9, 1), second = Bits.Random(9, 1);
        for (int i = 0; i < 3; i++)
            used.Step(new float[5], new float[5]);
        used.Reset();
        for (int i = 0; i < 3; i++)
        {
            used.Step(first, gradients);
            fresh.Step(second, gradients);
        }

        Assert.Equal(Bits.Of(second), Bits.Of(first));
    }

    /// <summary>Small multiples of 2⁻¹²⁰ stay, and so does all that is large; what lies between becomes the nearest, and NaN stays.</summary>
    [Fact]
    public void Tiny_state_is_rounded_and_NaN_stays()
    {
        float grid = MathF.ScaleB(1, -120);
        float[] state = [1e-30f, MathF.ScaleB(1, -72), grid, 1.4f * grid, 0.4f * grid, -0.2f * grid, 1e-40f, -0f, 1, 1e-21f, -1e-21f, float.PositiveInfinity, float.NaN];
        uint[] expected = Bits.Of([MathF.Round(1e-30f / grid) * grid, MathF.ScaleB(1, -72), grid, grid, 0, 0, 0, 0, 1, 1e-21f, -1e-21f, float.PositiveInfinity, float.NaN]);
        Assert.Equal(expected, Rounded<Lanes1>(state));
        Assert.Equal(expected[..12], Rounded<Lanes128>(state.AsSpan(0, 12)));
        Assert.Equal(expected[..8], Rounded<Lanes256>(state.AsSpan(0, 8)));
        Assert.Equal(expected, Rounded<Lanes512>([.. state, 0, 0, 0])[..13]);
    }

    [Fact]
    public void State_never_becomes_denormal()
    {
        float[] parameters = Bits.Random(24, 1), means = Bits.Random(24, 2), squares = [.. means.Select(m => m * m)];
        for (int t = 0; t < 2000; t++)
        {
            Sweep.Over(new AdamSweep<NoDecay>
            {
                Parameters = parameters,
                Gradients = new float[24],
                Means = means,
                Squares = squares,
                Beta1 = 0.9f,
                Beta2 = 0.9f,
                StepLength = 1e-3f,
                Epsilon = 1e-8f,
                Decay = 0,
                Shrinkage = 1,
            });
            Assert.DoesNotContain(means, float.IsSubnormal);
            Assert.DoesNotContain(squares, float.IsSubnormal);
        }

        // It stays where a step is less than half of what two such numbers are apart.
        Assert.All(means, mean => Assert.InRange(mean, -5e-36f, 5e-36f));
        Assert.All(squares, square => Assert.InRange(square, 0, 5e-36f));
    }

    /// <summary>With factors of zero only the last gradient counts, however small it is beside the one before.</summary>
    [Fact]
    public void Adam_without_memory_takes_the_last_gradient()
    {
        Adam adam = new(1) { Beta1 = 0, Beta2 = 0 };
        float[] parameters = [0];
        adam.Step(parameters, [1000]);
        Assert.Equal(-1, parameters[0], 1e-6f);
        adam.Step(parameters, [1e-4f]);
        Assert.Equal(-2, parameters[0], 1e-3f);
    }

    /// <summary>Neither do roots become negative, nor is zero divided by zero.</summary>
    [Fact]
    public void The_least_epsilon_leaves_unused_parameters_alone()
    {
        Adam adam = new() { Epsilon = float.Epsilon };
        float[] parameters = [0, 1];
        for (int step = 0; step < 10; step++)
            adam.Step(parameters, [0, 0]);
        Assert.Equal([0, 1], parameters);
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SGD(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam(float.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam { Beta1 = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam { Beta2 = -0.1f });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam { Epsilon = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RMSProp { Alpha = float.PositiveInfinity });
        Assert.Throws<ArgumentOutOfRangeException>(() => new AdamW { WeightDecay = -1 });
        Assert.Equal("Momentum", Assert.Throws<ArgumentOutOfRangeException>(() => new SGD(1) { Momentum = -1 }).ParamName);
        Assert.Throws<InvalidOperationException>(() => new SGD(1) { Nesterov = true }.Prepare(1));
        Assert.Throws<InvalidOperationException>(() => new SGD(1) { Nesterov = true, Momentum = 0.9f, Dampening = 0.5f }.Prepare(1));
    }

    private static uint[] Rounded<TLanes>(ReadOnlySpan<float> state) where TLanes : struct, ILanes<TLanes>
    {
        float[] rounded = state.ToArray();
        for (int i = 0; i <= rounded.Length - TLanes.Count; i += TLanes.Count)
            TLanes.Store(TLanes.RoundTiny(TLanes.Load(ref rounded[0], i)), ref rounded[0], i);
        return Bits.Of(rounded);
    }
}
