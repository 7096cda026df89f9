using CsCheck;
using Xunit;

namespace DslNet.Tests.Optimizers;

/// <summary>The same bits from eight lanes, four lanes, one lane, and any mixture.</summary>
public class WidthTests
{
    // Divided, cache lines of 128 parameters are taken at once: two whole pieces and a part of one.
    private const int Length = 304;

    private static readonly Gen<float[]> AnyNumbers = Gen.OneOf(Gen.UInt.Select(BitConverter.UInt32BitsToSingle).Where(float.IsFinite), Gen.Float[-2, 2], Gen.Const(0f), Gen.Float[-1e-29f, 1e-29f]).Array[Length];

    private static readonly Gen<float[]> AnySquares = AnyNumbers.Select(numbers => numbers.Select(MathF.Abs).ToArray());

    [Fact]
    public void SGD_has_the_same_bits_in_every_width() =>
        Gen.Select(AnyNumbers, AnyNumbers, AnyNumbers, Gen.Bool).Sample((parameters, gradients, velocity, nesterov) =>
            SameBits([parameters, velocity], (state, run) =>
            {
                run.Over<SGDSweep, SGDUpdate<Lanes512>>(new SGDSweep
                {
                    Parameters = state[0],
                    Gradients = gradients,
                    Velocity = state[1],
                    LearningRate = 0.1f,
                    WeightDecay = 0.01f,
                    Momentum = 0.9f,
                    Gain = 0.75f,
                    Nesterov = nesterov,
                });
            }), iter: 100);

    [Fact]
    public void RMSProp_has_the_same_bits_in_every_width() =>
        Gen.Select(AnyNumbers, AnyNumbers, AnySquares, AnyNumbers).Sample((parameters, gradients, squares, velocity) =>
            SameBits([parameters, squares, velocity], (state, run) =>
            {
                run.Over<RMSPropSweep, RMSPropUpdate<Lanes512>>(new RMSPropSweep
                {
                    Parameters = state[0],
                    Gradients = gradients,
                    Squares = state[1],
                    Velocity = state[2],
                    LearningRate = 0.1f,
                    WeightDecay = 0.01f,
                    Alpha = 0.99f,
                    Epsilon = 1e-8f,
                    Momentum = 0.9f,
                });
            }), iter: 100);

    [Fact]
    public void Adam_has_the_same_bits_in_every_width() => AdamHasTheSameBits<NoDecay>();

    [Fact]
    public void Adam_with_decay_has_the_same_bits_in_every_width() => AdamHasTheSameBits<GradientDecay>();

    [Fact]
    public void AdamW_has_the_same_bits_in_every_width() => AdamHasTheSameBits<ParameterDecay>();

    private static void AdamHasTheSameBits<TDecay>() where TDecay : struct, IDecay =>
        Gen.Select(AnyNumbers, AnyNumbers, AnyNumbers, AnySquares).Sample(
            (parameters, gradients, means, squares) => SameBits(
                [parameters, means, squares], (state, run) => run.Over<AdamSweep<TDecay>, AdamUpdate<Lanes512, TDecay>>(AdamOf<TDecay>(state, gradients))), iter: 100);

    [Fact]
    public void Adagrad_has_the_same_bits_in_every_width() =>
        Gen.Select(AnyNumbers, AnyNumbers, AnySquares).Sample((parameters, gradients, squares) =>
            SameBits([parameters, squares], (state, run) => run.Over<AdagradSweep, AdagradUpdate<Lanes512>>(new AdagradSweep
            {
                Parameters = state[0],
                Gradients = gradients,
                Squares = state[1],
                LearningRate = 0.1f,
                WeightDecay = 0.01f,
                Epsilon = 1e-10f,
            })), iter: 100);

    [Fact]
    public void Adadelta_has_the_same_bits_in_every_width() =>
        Gen.Select(AnyNumbers, AnyNumbers, AnySquares, AnySquares).Sample((parameters, gradients, squares, moves) =>
            SameBits([parameters, squares, moves], (state, run) => run.Over<AdadeltaSweep, AdadeltaUpdate<Lanes512>>(new AdadeltaSweep
            {
                Parameters = state[0],
                Gradients = gradients,
                Squares = state[1],
                Moves = state[2],
                LearningRate = 0.1f,
                WeightDecay = 0.01f,
                Rho = 0.9f,
                Epsilon = 1e-6f,
            })), iter: 100);

    [Fact]
    public void NAdam_has_the_same_bits_in_every_width() =>
        Gen.Select(AnyNumbers, AnyNumbers, AnyNumbers, AnySquares).Sample((parameters, gradients, means, squares) =>
            SameBits([parameters, means, squares], (state, run) => run.Over<NAdamSweep, NAdamUpdate<Lanes512>>(new NAdamSweep
            {
                Parameters = state[0],
                Gradients = gradients,
                Means = state[1],
                Squares = state[2],
                Beta1 = 0.9f,
                Beta2 = 0.999f,
                GradientStep = 0.01f,
                MeanStep = 0.02f,
                Epsilon = 1e-8f,
                WeightDecay = 0.01f,
            })), iter: 100);

    [Fact]
    public void Lion_has_the_same_bits_in_every_width() =>
        Gen.Select(AnyNumbers, AnyNumbers, AnyNumbers).Sample((parameters, gradients, means) =>
            SameBits([parameters, means], (state, run) => run.Over<LionSweep, LionUpdate<Lanes512>>(new LionSweep
            {
                Parameters = state[0],
                Gradients = gradients,
                Means = state[1],
                LearningRate = 0.01f,
                Beta1 = 0.9f,
                Beta2 = 0.99f,
                Shrinkage = 0.99f,
            })), iter: 100);

    [Fact]
    public void Signs_are_those_of_numbers_and_nothing_else()
    {
        float[] values = [3, -2, 0, float.PositiveInfinity, float.NegativeInfinity, float.Epsilon, -1e-40f, float.NaN];
        float[] expected = [1, -1, 0, 1, -1, 1, -1, float.NaN];
        Assert.Equal(expected, Signs<Lanes1>(values));
        Assert.Equal(expected, Signs<Lanes128>(values));
        Assert.Equal(expected, Signs<Lanes256>(values));
        Assert.Equal(expected, Signs<Lanes512>([.. values, .. values])[..8]);
    }

    private static float[] Signs<TLanes>(float[] values) where TLanes : struct, ILanes<TLanes>
    {
        float[] signs = [.. values];
        for (int i = 0; i < values.Length; i += TLanes.Count)
            TLanes.Store(TLanes.Sign(TLanes.Load(ref signs[0], i)), ref signs[0], i);
        return signs;
    }

    /// <summary>A range of a divided sweep begins and ends anywhere, and touches nothing beside it.</summary>
    [Fact]
    public void A_range_leaves_its_neighbours_alone() =>
        Gen.Select(AnyNumbers, AnyNumbers, AnyNumbers, AnySquares).Sample((parameters, gradients, means, squares) =>
        {
            const int start = 5, end = Length - 3;
            float[][] whole = [[.. parameters], [.. means], [.. squares]], part = [[.. parameters], [.. means], [.. squares]];
            AdamSweep<NoDecay> all = AdamOf<NoDecay>(whole, gradients), some = AdamOf<NoDecay>(part, gradients);
            Sweep.Over(in all, 0, Length, isDivided: false);
            Sweep.Over(in some, start, end, isDivided: true);
            float[][] before = [parameters, means, squares];
            for (int i = 0; i < before.Length; i++)
                Assert.Equal(Bits.Of([.. before[i][..start], .. whole[i][start..end], .. before[i][end..]]), Bits.Of(part[i]));
        }, iter: 100);

    private static AdamSweep<TDecay> AdamOf<TDecay>(float[][] state, float[] gradients) where TDecay : struct, IDecay => new()
    {
        Parameters = state[0],
        Gradients = gradients,
        Means = state[1],
        Squares = state[2],
        StepLength = 0.01f,
        Beta1 = 0.9f,
        Beta2 = 0.999f,
        Epsilon = 1e-8f,
        Decay = 0.01f,
        Shrinkage = 0.99f,
    };

    [Theory, InlineData(1), InlineData(3), InlineData(7), InlineData(17), InlineData(33)]
    public void The_tail_has_the_same_bits_as_the_middle_of_a_longer_vector(int length)
    {
        foreach (Func<Optimizer> create in (Func<Optimizer>[])[() => new SGD(0.1f) { Momentum = 0.9f }, () => new RMSProp(), () => new Adam(), () => new AdamW(), () => new NAdam(), () => new Adagrad(), () => new Adadelta(), () => new Lion()])
        {
            Optimizer whole = create(), part = create();
            float[] all = Bits.Random(Length, seed: 3), some = all[..length];
            for (int t = 0; t < 5; t++)
            {
                float[] gradients = Bits.Random(Length, seed: 50 + t);
                whole.Step(all, gradients);
                part.Step(some, gradients[..length]);
            }

            Assert.Equal(Bits.Of(all.AsSpan(0, length)), Bits.Of(some));
        }
    }

    private static void SameBits(float[][] state, Action<float[][], Runner> update)
    {
        float[][] expected = Copy(state);
        update(expected, new Runner(1, isDivided: false));
        foreach ((int lanes, bool isDivided) in ((int, bool)[])[(4, false), (8, false), (16, false), (1, true), (4, true), (8, true), (16, true)])
        {
            float[][] actual = Copy(state);
            update(actual, new Runner(lanes, isDivided));
            for (int i = 0; i < state.Length; i++)
                Assert.Equal(Bits.Of(expected[i]), Bits.Of(actual[i]));
        }
    }

    private static float[][] Copy(float[][] state) => [.. state.Select(vector => vector.ToArray())];

    /// <summary>Runs a sweep in one width, as a whole or as a part of it; in that of kernels as they do, sixteen elements at a time.</summary>
    private sealed class Runner(int lanes, bool isDivided)
    {
        public void Over<TSweep, TWide>(TSweep sweep)
            where TSweep : struct, ISweep<TWide>, allows ref struct
            where TWide : struct, IUpdate, allows ref struct
        {
            int done = lanes switch
            {
                1 => sweep.Run<Lanes1>(0, sweep.Length, isDivided),
                4 => sweep.Run<Lanes128>(0, sweep.Length, isDivided),
                8 => sweep.Run<Lanes256>(0, sweep.Length, isDivided),
                _ when isDivided => sweep.Run<Lanes1>(sweep.Run<Lanes512>(0, sweep.Length, isDivided), sweep.Length, isDivided),
                _ => Sixteen<TSweep, TWide>(sweep),
            };
            Assert.Equal(sweep.Length, done);
        }

        private static int Sixteen<TSweep, TWide>(TSweep sweep)
            where TSweep : struct, ISweep<TWide>, allows ref struct
            where TWide : struct, IUpdate, allows ref struct
        {
            TWide update = sweep.WideUpdate();
            int i = 0;
            for (; i + Lanes512.Count <= sweep.Length; i += Lanes512.Count)
            {
                update.Prefetch(i);
                update.At(i);
            }

            return sweep.Run<Lanes1>(i, sweep.Length, isDivided: false);
        }
    }
}
