using Xunit;

namespace DslNet.Tests.Optimizers;

/// <summary>Every optimiser against its published formula, written here in double as in PyTorch's documentation.</summary>
public class FormulaTests
{
    private const int Steps = 20;

    public static TheoryData<int> Lengths => [0, 1, 3, 7, 8, 17, 33];

    /// <summary>One parameter's next value, from its value and gradient in step t (counted from one).</summary>
    private delegate double Formula(double parameter, double gradient, int t);

    [Theory, MemberData(nameof(Lengths))]
    public void SGD_is_plain_descent(int length) =>
        Compare(new SGD(0.1f), () => (p, g, t) => p - (double)0.1f * g, length);

    [Theory, MemberData(nameof(Lengths))]
    public void SGD_has_momentum_dampening_and_decay(int length) =>
        Compare(
            new SGD(0.05f) { Momentum = 0.9f, Dampening = 0.25f, WeightDecay = 0.01f },
            () =>
            {
                double b = 0;
                return (p, g, t) =>
                {
                    g += (double)0.01f * p;
                    b = t == 1 ? g : (double)0.9f * b + (1 - 0.25) * g;
                    return p - (double)0.05f * b;
                };
            },
            length);

    [Theory, MemberData(nameof(Lengths))]
    public void SGD_has_Nesterov_momentum(int length) =>
        Compare(
            new SGD(0.05f) { Momentum = 0.9f, Nesterov = true },
            () =>
            {
                double b = 0;
                return (p, g, t) =>
                {
                    b = t == 1 ? g : (double)0.9f * b + g;
                    return p - (double)0.05f * (g + (double)0.9f * b);
                };
            },
            length);

    [Theory, MemberData(nameof(Lengths))]
    public void RMSProp_divides_by_the_root_mean_square(int length) =>
        Compare(
            new RMSProp { WeightDecay = 0.02f },
            () =>
            {
                double v = 0;
                return (p, g, t) =>
                {
                    g += (double)0.02f * p;
                    v = (double)0.99f * v + (1 - (double)0.99f) * g * g;
                    return p - (double)1e-2f * g / (Math.Sqrt(v) + 1e-8);
                };
            },
            length);

    [Theory, MemberData(nameof(Lengths))]
    public void RMSProp_has_momentum(int length) =>
        Compare(
            new RMSProp(1e-3f) { Alpha = 0.9f, Epsilon = 1e-3f, Momentum = 0.8f },
            () =>
            {
                double v = 0, b = 0;
                return (p, g, t) =>
                {
                    v = (double)0.9f * v + (1 - (double)0.9f) * g * g;
                    b = (double)0.8f * b + g / (Math.Sqrt(v) + (double)1e-3f);
                    return p - (double)1e-3f * b;
                };
            },
            length);

    [Theory, MemberData(nameof(Lengths))]
    public void Adam_corrects_its_means(int length) =>
        Compare(new Adam { WeightDecay = 0.03f }, () => AdamFormula(1e-3f, 0.9f, 0.999f, 1e-8f, decay: 0.03f, decoupled: 0), length);

    [Theory, MemberData(nameof(Lengths))]
    public void Adam_takes_other_settings(int length) =>
        Compare(
            new Adam(0.02f) { Beta1 = 0.8f, Beta2 = 0.95f, Epsilon = 1e-2f },
            () => AdamFormula(0.02f, 0.8f, 0.95f, 1e-2f, decay: 0, decoupled: 0),
            length);

    [Theory, MemberData(nameof(Lengths))]
    public void AdamW_decays_the_parameters_themselves(int length)
    {
        Assert.Equal(0.01f, new AdamW().WeightDecay);
        Compare(new AdamW(), () => AdamFormula(1e-3f, 0.9f, 0.999f, 1e-8f, decay: 0, decoupled: 0.01f), length);
        Compare(new AdamW(0.1f) { WeightDecay = 0.5f }, () => AdamFormula(0.1f, 0.9f, 0.999f, 1e-8f, decay: 0, decoupled: 0.5f), length);
    }

    [Theory, MemberData(nameof(Lengths))]
    public void Adagrad_divides_by_the_root_of_all_squares(int length) =>
        Compare(
            new Adagrad(0.05f) { LearningRateDecay = 0.25f, InitialAccumulator = 0.5f, Epsilon = 1e-3f, WeightDecay = 0.02f },
            () =>
            {
                double s = 0.5;
                return (p, g, t) =>
                {
                    g += (double)0.02f * p;
                    s += g * g;
                    return p - (double)0.05f / (1 + (t - 1) * 0.25) * g / (Math.Sqrt(s) + (double)1e-3f);
                };
            },
            length);

    [Theory, MemberData(nameof(Lengths))]
    public void Adadelta_moves_by_the_root_mean_square_of_its_moves(int length) =>
        Compare(
            new Adadelta(0.5f) { Rho = 0.75f, Epsilon = 1e-4f, WeightDecay = 0.02f },
            () =>
            {
                double v = 0, u = 0;
                return (p, g, t) =>
                {
                    g += (double)0.02f * p;
                    v = 0.75 * v + 0.25 * g * g;
                    double d = Math.Sqrt(u + (double)1e-4f) / Math.Sqrt(v + (double)1e-4f) * g;
                    u = 0.75 * u + 0.25 * d * d;
                    return p - 0.5 * d;
                };
            },
            length);

    [Theory, MemberData(nameof(Lengths))]
    public void NAdam_looks_ahead(int length) =>
        Compare(
            new NAdam { WeightDecay = 0.03f },
            () =>
            {
                double m = 0, v = 0, product = 1;
                return (p, g, t) =>
                {
                    const double beta1 = 0.9f, beta2 = 0.999f, decay = 4e-3f;
                    g += (double)0.03f * p;
                    double momentum = beta1 * (1 - 0.5 * Math.Pow(0.96, t * decay)), next = beta1 * (1 - 0.5 * Math.Pow(0.96, (t + 1) * decay));
                    product *= momentum;
                    m = beta1 * m + (1 - beta1) * g;
                    v = beta2 * v + (1 - beta2) * g * g;
                    double root = Math.Sqrt(v / (1 - Math.Pow(beta2, t))) + 1e-8;
                    return p - (double)2e-3f * ((1 - momentum) / (1 - product) * g / root + next / (1 - product * next) * m / root);
                };
            },
            length);

    [Theory, MemberData(nameof(Lengths))]
    public void Lion_goes_by_the_sign(int length) =>
        Compare(
            new Lion(0.01f) { Beta1 = 0.75f, Beta2 = 0.875f, WeightDecay = 0.5f },
            () =>
            {
                double m = 0;
                return (p, g, t) =>
                {
                    double c = 0.75 * m + 0.25 * g;
                    m = 0.875 * m + 0.125 * g;
                    return p * (1 - (double)0.01f * 0.5) - (double)0.01f * Math.Sign(c);
                };
            },
            length);

    [Fact]
    public void The_learning_rate_may_change_between_steps()
    {
        var optimizer = new SGD(1);
        float[] parameters = [0];
        optimizer.Step(parameters, [1]);
        optimizer.LearningRate = 0.5f;
        optimizer.Step(parameters, [1]);
        Assert.Equal(-1.5f, parameters[0]);
    }

    private static Formula AdamFormula(double rate, double beta1, double beta2, double epsilon, double decay, double decoupled)
    {
        double m = 0, v = 0;
        return (p, g, t) =>
        {
            p *= 1 - rate * decoupled;
            g += decay * p;
            m = beta1 * m + (1 - beta1) * g;
            v = beta2 * v + (1 - beta2) * g * g;
            double meanHat = m / (1 - Math.Pow(beta1, t)), squareHat = v / (1 - Math.Pow(beta2, t));
            return p - rate * meanHat / (Math.Sqrt(squareHat) + epsilon);
        };
    }

    private static void Compare(Optimizer optimizer, Func<Formula> formula, int length)
    {
        float[] parameters = Bits.Random(length, seed: 1);
        double[] expected = [.. parameters.Select(p => (double)p)];
        Formula[] formulas = [.. parameters.Select(_ => formula())];
        for (int t = 1; t <= Steps; t++)
        {
            float[] gradients = Bits.Random(length, seed: 100 + t);
            optimizer.Step(parameters, gradients);
            for (int i = 0; i < length; i++)
            {
                expected[i] = formulas[i](expected[i], gradients[i], t);
                Assert.Equal(expected[i], parameters[i], 4e-6 * t);
            }
        }
    }
}
