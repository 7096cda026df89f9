using DslNet.CompilerServices;
using Xunit;

namespace DslNet.Tests.Optimizers;

/// <summary>A sweep in pieces, as kernels ask for it, does what a sweep over everything does.</summary>
public class SweepUpdateTests
{
    private const int Length = 83, Groups = 3;

    [Theory, InlineData(false), InlineData(true)]
    public void Pieces_in_any_order_are_one_sweep(bool hasGroups)
    {
        float[] whole = Bits.Random(Length, 1), pieces = Bits.Random(Length, 1);
        float[] first = Bits.Random(Length, 2), sums = Bits.Random(Length, 2), others = Bits.Random(Length * (Groups - 1), 3);
        float[][] state = [.. Enumerable.Range(0, 4).Select(i => Bits.Random(Length, 4 + i / 2, 1e-3f).Select(MathF.Abs).ToArray())];

        if (hasGroups)
            Sweep.Over(new GroupSum { Gradients = first, Others = others });
        Sweep.Over(Of(whole, first, state[0], state[2]));

        var update = new SweepUpdate<AdamSweep<NoDecay>, AdamUpdate<Lanes512, NoDecay>>(Of(pieces, sums, state[1], state[3]));
        if (hasGroups)
            update.UseGroupSums(sums, others);
        update.UpdateSixteen(48, 0);
        update.UpdateRange(64, 19);
        update.UpdateSixteen(16, 67);
        update.UpdateRange(0, 16);
        update.UpdateSixteen(32, 32);

        Assert.Equal(Bits.Of(whole), Bits.Of(pieces));
        Assert.Equal(Bits.Of(first), Bits.Of(sums));
        Assert.Equal(Bits.Of(state[0]), Bits.Of(state[1]));
        Assert.Equal(Bits.Of(state[2]), Bits.Of(state[3]));
    }

    [Theory, InlineData(Length), InlineData(3 * 4096 + 7)]
    public void All_at_once_is_one_sweep_too(int length)
    {
        float[] whole = Bits.Random(length, 1), grouped = Bits.Random(length, 1);
        float[] first = Bits.Random(length, 2), sums = Bits.Random(length, 2), others = Bits.Random(length * (Groups - 1), 3);
        Sweep.Over(new GroupSum { Gradients = first, Others = others });
        Sweep.Over(Of(whole, first, new float[length], new float[length]));
        var update = new SweepUpdate<AdamSweep<NoDecay>, AdamUpdate<Lanes512, NoDecay>>(Of(grouped, sums, new float[length], new float[length]));
        update.UseGroupSums(sums, others);
        update.UpdateAll();
        Assert.Equal(Bits.Of(whole), Bits.Of(grouped));
        Assert.Equal(Bits.Of(first), Bits.Of(sums));
    }

    private static AdamSweep<NoDecay> Of(float[] parameters, float[] gradients, float[] means, float[] squares) => new()
    {
        Parameters = parameters,
        Gradients = gradients,
        Means = means,
        Squares = squares,
        Beta1 = 0.9f,
        Beta2 = 0.999f,
        StepLength = 0.01f,
        Epsilon = 1e-8f,
        Decay = 0,
        Shrinkage = 1,
    };
}
