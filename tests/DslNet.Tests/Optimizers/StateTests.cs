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
    };

    public static TheoryData<string> Optimizers => [.. All.Keys];

    [Theory, MemberData(nameof(Optimizers))]
    public void Steps_allocate_nothing_after_Prepare(string name)
    {
        Optimizer optimizer = All[name]();
        float[] parameters = Bits.Random(37, 1), gradients = Bits.Random(37, 2);
        optimizer.Prepare(37);
        All[name]().Step(parameters, gradients); // Another one, so that everything is compiled.
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
            optimizer.Step(parameters, gradients);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
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

    [Fact]
    public void State_below_the_threshold_becomes_zero_and_NaN_stays()
    {
        float[] state = [1e-30f, 0.9e-30f, -0.9e-30f, -1e-30f, 1e-40f, float.NaN, -0f, 1, float.PositiveInfinity];
        uint[] expected = Bits.Of([1e-30f, 0, 0, -1e-30f, 0, float.NaN, 0, 1, float.PositiveInfinity]);
        Assert.Equal(expected, Flush<Lanes1>(state));
        Assert.Equal(expected[..8], Flush<Lanes128>(state.AsSpan(0, 8)));
        Assert.Equal(expected[..8], Flush<Lanes256>(state.AsSpan(0, 8)));
    }

    [Fact]
    public void State_never_becomes_denormal()
    {
        float[] parameters = Bits.Random(24, 1), means = Bits.Random(24, 2), squares = [.. means.Select(m => m * m)];
        for (int t = 0; t < 2000; t++)
        {
            var sweep = new AdamSweep
            {
                Parameters = parameters,
                Gradients = new float[24],
                Means = means,
                Squares = squares,
                StepLength = 1e-3f,
                RootScale = 1,
                Beta1 = 0.9f,
                Beta2 = 0.9f,
                Epsilon = 1e-8f,
                Decay = 0,
                Shrinkage = 1,
            };
            Sweep.Over(sweep);
            Assert.DoesNotContain(means, float.IsSubnormal);
            Assert.DoesNotContain(squares, float.IsSubnormal);
        }

        Assert.Equal(new float[24], means);
        Assert.Equal(new float[24], squares);
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

    private static uint[] Flush<TLanes>(ReadOnlySpan<float> state) where TLanes : struct, ILanes<TLanes>
    {
        float[] flushed = state.ToArray();
        for (int i = 0; i <= flushed.Length - TLanes.Count; i += TLanes.Count)
            TLanes.Store(TLanes.Flush(TLanes.Load(ref flushed[0], i)), ref flushed[0], i);
        return Bits.Of(flushed);
    }
}
