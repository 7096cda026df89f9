using System.Runtime.Intrinsics;
using DslNet.Generators.Expressions;
using DslNet.Generators.Layers.Activations;
using DslNet.Generators.Layers.Losses;
using DslNet.Generators.Model;
using DslNet.Generators.Simd;
using static DslNet.Numerics.VectorMath;

namespace DslNet.Generators.Tests.Expressions;

/// <summary>Activations and losses of the tables, to the last bit and for all kinds of numbers, beside formulas that take care of digits and of NaN.</summary>
public sealed class ActivationBitsTests
{
    /// <summary>Of each activation, its arguments, its value at x, and the gradient of x for that of the output and what is saved.</summary>
    private static readonly (string Kind, float[] Arguments, Func<float, float> Value, Func<float, float, float> Gradient)[] s_activations =
    [
        ("ReLU", [], x => 0 > x ? 0 : x, (g, y) => y <= 0 ? 0 : g),
        ("LeakyReLU", [0.1f], x => x > 0 ? x : x * 0.1f, (g, y) => y > 0 ? g : g * 0.1f),
        ("ELU", [0.7f], x => One(Elu, x, 0.7f), (g, x) => g * One(EluDerivative, x, 0.7f)),
        ("GELU", [0], x => One(Gelu, x), (g, x) => g * One(GeluDerivative, x)),
        ("GELU", [1], x => (-13 > x ? -13 : x) * One(Sigmoid, GeluTanhArgument(-13 > x ? -13 : x)), (g, x) => g * GeluTanhSlope(Clamp(x, -13, 13))),
        ("Mish", [], x => One(Mish, x), (g, x) => g * One(MishDerivative, x)),
        ("ReLU6", [], x => Clamp(x, 0, 6), (g, y) => y <= 0 || y >= 6 ? 0 : g),
        ("HardTanh", [-0.5f, 2], x => Clamp(x, -0.5f, 2), (g, y) => y <= -0.5f || y >= 2 ? 0 : g),
        ("HardSigmoid", [], x => Clamp(x + 3, 0, 6) * (1f / 6), (g, y) => y <= 0 || y >= 1 ? 0 : g * (1f / 6)),
        ("HardSwish", [], x => (-3 > x ? -3 : x) * (Clamp(x + 3, 0, 6) * (1f / 6)), HardSwishGradient),
        ("HardShrink", [0.3f], x => MathF.Abs(x) <= 0.3f ? 0 : x, (g, y) => MathF.Abs(y) <= 0 ? 0 : g),
        ("Softshrink", [0.3f], x => x - Clamp(x, -0.3f, 0.3f), (g, y) => MathF.Abs(y) <= 0 ? 0 : g),
        ("Threshold", [-0.5f, 20], x => x <= -0.5f ? 20 : x, (g, x) => x <= -0.5f ? 0 : g),
        ("Softsign", [], x => Clamp(x, -1073741824, 1073741824) / (1 + MathF.Abs(Clamp(x, -1073741824, 1073741824))), (g, x) => g * (1 / (1 + MathF.Abs(x)) * (1 / (1 + MathF.Abs(x))))),
        ("LogSigmoid", [], x => -One(Softplus, -x), (g, x) => g * One(SoftplusDerivative, -x)),
        ("CELU", [0.7f], x => x <= 0 ? One(Elu, x / 0.7f, 0.7f) : x, (g, x) => g * One(EluDerivative, x / 0.7f, 1)),
        ("SELU", [], x => x <= 0 ? One(Elu, x, 1.7580993408473766f) : x * 1.0507009873554805f,
            (g, x) => x <= 0 ? g * One(EluDerivative, x, 1.7580993408473766f) : g * 1.0507009873554805f),
        ("SiLU", [], x => One(Silu, x), (g, x) => g * One(SiluDerivative, x)),
        ("Sigmoid", [], x => One(Sigmoid, x), (g, y) => g * One(SigmoidDerivativeFromOutput, y)),
        ("Softplus", [], x => One(Softplus, x), (g, x) => g * One(SoftplusDerivative, x)),
        ("Tanh", [], x => One(Tanh, x), (g, y) => g * One(TanhDerivativeFromOutput, y)),
    ];

    /// <summary>Of each loss, its arguments, and its value and slope of prediction and target.</summary>
    private static readonly (string Kind, float[] Arguments, Func<float, float, float> Value, Func<float, float, float> Slope)[] s_losses =
    [
        ("MeanSquaredError", [], (y, t) => (y - t) * (y - t), (y, t) => y - t + (y - t)),
        ("MeanAbsoluteError", [], (y, t) => MathF.Abs(y - t), (y, t) => y - t > 0 ? 1 : 0 > y - t ? -1 : 0),
        ("Huber", [0.3f], (y, t) => MathF.Abs(y - t) > 0.3f ? 0.3f * (MathF.Abs(y - t) - 0.15f) : 0.5f * (y - t) * (y - t),
            (y, t) => MathF.Abs(y - t) > 0.3f ? y - t > 0 ? 0.3f : -0.3f : y - t),
        ("SmoothL1", [0.3f], (y, t) => MathF.Abs(y - t) < 0.3f ? 0.5f / 0.3f * (y - t) * (y - t) : MathF.Abs(y - t) - 0.15f,
            (y, t) => MathF.Abs(y - t) < 0.3f ? (y - t) / 0.3f : y - t > 0 ? 1 : y - t < 0 ? -1 : y - t),
        ("Hinge", [], (y, t) => 1 - t * y <= 0 ? 0 : 1 - t * y, (y, t) => 1 - t * y <= 0 ? 0 : -t),
        ("KLDivergence", [], (y, t) => t > 0 ? t * (One(Log, t) - y) : 0, (_, t) => -t),
        ("Poisson", [], (y, t) => One(Exp, y) - t * y, (y, t) => One(Exp, y) - t),
        ("BinaryCrossEntropy", [2.5f], (y, t) => One(Softplus, -MathF.Abs(y)) * MathF.FusedMultiplyAdd(t, 2.5f, 1 - t) - -MathF.Abs(y) * (y > 0 ? 1 - t : 2.5f * t),
            (y, t) => (y > 0 ? -1 : 1) * (One(Sigmoid, -MathF.Abs(y)) * MathF.FusedMultiplyAdd(t, 2.5f, 1 - t) - (y > 0 ? 1 - t : 2.5f * t))),
        ("BinaryCrossEntropy", [1], (y, t) => One(Softplus, -MathF.Abs(y)) - -MathF.Abs(y) * (y > 0 ? 1 - t : t),
            (y, t) => y > 0 ? -(One(Sigmoid, -MathF.Abs(y)) - (1 - t)) : One(Sigmoid, -MathF.Abs(y)) - t),
    ];

    public static TheoryData<string> TargetNames => [.. WrittenExpressions.Targets.Select(target => target.Name)];

    [Theory, MemberData(nameof(TargetNames))]
    public void Activations(string target)
    {
        Elementwise[] all = [.. s_activations.Select(activation => Layers.Activations.Activations.Get(activation.Kind).Of(activation.Arguments.ToEquatableArray()))];
        WrittenExpressions written = new(Named(target), [.. all.Select(function => function.Value), .. all.Select(function => function.Gradient)]);
        (float[] x, float[] y) = Bits.Pairs;
        for (int i = 0; i < all.Length; i++)
        {
            var (kind, _, value, gradient) = s_activations[i];
            Bits.AssertSame(at => value(x[at]), written.Run(i, x, y), at => $"{kind} of {x[at]:R}");
            Bits.AssertSame(at => gradient(x[at], y[at]), written.Run(all.Length + i, x, y), at => $"The gradient of {kind} for {x[at]:R}, saved {y[at]:R}");
        }
    }

    [Theory, MemberData(nameof(TargetNames))]
    public void Losses(string target)
    {
        LossFunction[] all = [.. s_losses.Select(loss => ElementwiseLosses.Get(loss.Kind))];
        EquatableArray<float>[] arguments = [.. s_losses.Select(loss => loss.Arguments.ToEquatableArray())];
        Expr[] slopes = [.. all.Select((loss, i) => loss.Gradient(arguments[i]).Replace(LossFunction.Scale, 1f))];
        WrittenExpressions written = new(Named(target), [.. all.Select((loss, i) => loss.Value(arguments[i])), .. slopes]);
        (float[] y, float[] t) = Bits.Pairs;
        for (int i = 0; i < all.Length; i++)
        {
            var (kind, _, value, slope) = s_losses[i];
            Bits.AssertSame(at => value(y[at], t[at]), written.Run(i, y, t), at => $"{kind} of {y[at]:R}, target {t[at]:R}");
            Bits.AssertSame(at => slope(y[at], t[at]), written.Run(all.Length + i, y, t), at => $"The slope of {kind} at {y[at]:R}, target {t[at]:R}");
        }
    }

    [Fact]
    public void None_is_missing()
    {
        Assert.Equal(Layers.Activations.Activations.All.Select(activation => activation.Kind).Order(), s_activations.Select(activation => activation.Kind).Distinct().Order());
        Assert.Equal(ElementwiseLosses.All.Select(loss => loss.Kind).Order(), s_losses.Select(loss => loss.Kind).Distinct().Order());
    }

    private static Target Named(string name) => Target.All.Single(target => target.Name == name);

    // In the order in which NaN stays NaN.
    private static float Clamp(float x, float least, float most) => most < (least > x ? least : x) ? most : least > x ? least : x;

    private static float GeluTanhArgument(float x) => x * MathF.FusedMultiplyAdd(x * x, 0.0713548163f, 1.59576912f);

    private static float GeluTanhSlope(float x)
    {
        float argument = GeluTanhArgument(x), slope = x * MathF.FusedMultiplyAdd(x * x, 3 * 0.0713548163f, 1.59576912f);
        return One(Sigmoid, argument) * MathF.FusedMultiplyAdd(slope, One(Sigmoid, -argument), 1);
    }

    private static float HardSwishGradient(float gradient, float x)
    {
        float gate = Clamp(x + 3, 0, 6) * (1f / 6), line = -3 > x ? -3 : x;
        return gradient * ((-3 > x ? 0 : gate) + (gate <= 0 || gate >= 1 ? 0 : line * (1f / 6)));
    }

    private static float One(Func<Vector128<float>, Vector128<float>> function, float x) => function(Vector128.Create(x)).ToScalar();

    private static float One(Func<Vector128<float>, Vector128<float>, Vector128<float>> function, float x, float parameter) =>
        function(Vector128.Create(x), Vector128.Create(parameter)).ToScalar();
}
