using Xunit;

namespace DslNet.Tests.Optimizers;

/// <summary>What docs/numerics.md says of gradients that are not finite: they show in their own parameter, and in no other.</summary>
public class NotFiniteTests
{
    // All widths of a sweep have some of them.
    private const int Length = 31;

    public static TheoryData<string> Names => ["SGD", "SGD with momentum", "SGD with Nesterov's", "RMSProp", "Adam", "NAdam", "Adagrad", "Adadelta", "Lion", "AdamW"];

    [Theory, MemberData(nameof(Names))]
    public void A_NaN_or_infinity_stays_where_it_is(string name)
    {
        for (int at = 0; at < Length; at++)
        {
            foreach (float broken in new[] { float.NaN, float.PositiveInfinity, float.NegativeInfinity })
            {
                Optimizer optimizer = Create(name);
                float[] parameters = Bits.Random(Length, 1), gradients = Bits.Random(Length, 2);
                gradients[at] = broken;
                optimizer.Step(parameters, gradients);
                if (float.IsNaN(broken))
                    Assert.Equal(float.NaN, parameters[at]);
                optimizer.Step(parameters, gradients);
                Assert.Equal(Enumerable.Range(0, Length).Select(i => i != at), parameters.Select(float.IsFinite));

                // Nor does a sound gradient mend it.
                gradients[at] = 1;
                optimizer.Step(parameters, gradients);
                Assert.Equal(Enumerable.Range(0, Length).Select(i => i != at), parameters.Select(float.IsFinite));
            }
        }
    }

    private static Optimizer Create(string name) => name switch
    {
        "SGD" => new SGD(0.1f),
        "SGD with momentum" => new SGD(0.1f) { Momentum = 0.9f, WeightDecay = 0.01f },
        "SGD with Nesterov's" => new SGD(0.1f) { Momentum = 0.9f, Nesterov = true },
        "RMSProp" => new RMSProp(0.01f),
        "Adam" => new Adam(0.01f),
        "NAdam" => new NAdam(0.01f),
        "Adagrad" => new Adagrad(0.01f),
        "Adadelta" => new Adadelta(),
        "Lion" => new Lion(0.01f),
        _ => new AdamW(0.01f),
    };
}
