using System.Globalization;

namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>A function of one number.</summary>
/// <param name="kind">The attribute's name.</param>
/// <param name="function">The function.</param>
/// <param name="derivative">Its derivative.</param>
/// <param name="curvature">The largest magnitude of its second derivative, which is what the derivative gains from an error of the argument.</param>
/// <param name="decay">
/// A bound of the second derivative's magnitude relative to the first one's: so the derivative's error is relative to it also where it is
/// tiny. 0 if there is none.
/// </param>
/// <param name="derivativeError">The absolute error of the derivative, in Unit, beside the relative one (docs/numerics.md).</param>
/// <param name="kinks">Where its derivative, or it itself, jumps.</param>
/// <param name="argument">The attribute's argument.</param>
/// <param name="valueError">The absolute error of the function, in Unit, beside the relative one.</param>
internal sealed class Activation(
    string kind, Func<double, double> function, Func<double, double> derivative, double curvature, IReadOnlyList<double>? kinks = null, double decay = 0,
    double derivativeError = 0, string? argument = null, double valueError = 0)
    : OracleLayer
{
    public override string Kind => kind;

    public override IEnumerable<string> Arguments => argument is null ? [] : [argument];

    public Func<double, double> Function => function;

    public Func<double, double> Derivative => derivative;

    public static Activation ReLU() => new("ReLU", x => Math.Max(x, 0), x => x > 0 ? 1 : 0, 0, [0]);

    public static Activation LeakyReLU(float slope) =>
        new("LeakyReLU", x => x > 0 ? x : slope * x, x => x > 0 ? 1 : slope, 0, slope == 1 ? [] : [0], argument: Argument("NegativeSlope", slope));

    public static Activation ELU(float alpha) => new(
        "ELU", x => x > 0 ? x : alpha * MathFunctions.ExpM1(x), x => x > 0 ? 1 : alpha * Math.Exp(x), Math.Max(alpha, 1), alpha == 1 ? [] : [0], decay: 1,
        argument: Argument("Alpha", alpha));

    public static Activation GELU() => new(
        "GELU", x => x * MathFunctions.NormalDistribution(x),
        x => MathFunctions.NormalDistribution(x) + x * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI), 0.8, derivativeError: NearZero);

    public static Activation ApproximateGELU() => new(
        "GELU", x => x * MathFunctions.Sigmoid(GeluArgument(x)),
        x => MathFunctions.Sigmoid(GeluArgument(x)) * (1 + 2 * x * Math.Sqrt(2 / Math.PI) * (1 + 3 * 0.044715 * x * x) * MathFunctions.Sigmoid(-GeluArgument(x))),
        0.85, derivativeError: NearZero, argument: "Approximate = true", valueError: Rounding.Function / 16);

    public static Activation SiLU() => new(
        "SiLU", x => x * MathFunctions.Sigmoid(x),
        x => MathFunctions.Sigmoid(x) * (1 + x * MathFunctions.Sigmoid(-x)), 0.5, derivativeError: NearZero);

    public static Activation Mish() => new("Mish", MathFunctions.Mish, MathFunctions.MishDerivative, 0.7, derivativeError: NearZero);

    public static Activation Softplus() => new("Softplus", MathFunctions.Softplus, MathFunctions.Sigmoid, 0.25, decay: 1);

    public static Activation Sigmoid() => new(
        "Sigmoid", MathFunctions.Sigmoid, x => MathFunctions.Sigmoid(x) * MathFunctions.Sigmoid(-x), 0.1, decay: 1, derivativeError: 2);

    public static Activation Tanh() => new(
        "Tanh", Math.Tanh, x => 4 * MathFunctions.Sigmoid(2 * x) * MathFunctions.Sigmoid(-2 * x), 0.77, decay: 2, derivativeError: 4);

    public static Activation ReLU6() => new("ReLU6", x => Math.Clamp(x, 0, 6), x => x is > 0 and < 6 ? 1 : 0, 0, [0, 6]);

    public static Activation SELU() => new(
        "SELU", x => x > 0 ? SeluScale * x : SeluScale * SeluAlpha * MathFunctions.ExpM1(x), x => x > 0 ? SeluScale : SeluScale * SeluAlpha * Math.Exp(x),
        SeluScale * SeluAlpha, [0], decay: 1);

    public static Activation CELU(float alpha) => new(
        "CELU", x => x > 0 ? x : alpha * MathFunctions.ExpM1(x / alpha), x => x > 0 ? 1 : Math.Exp(x / alpha), 1 / alpha, decay: 1 / alpha, derivativeError: 1,
        argument: Argument("Alpha", alpha));

    public static Activation HardSigmoid() => new("HardSigmoid", x => Math.Clamp(x + 3, 0, 6) / 6, x => x is > -3 and < 3 ? 1.0 / 6 : 0, 0, [-3, 3]);

    public static Activation HardSwish() => new(
        "HardSwish", x => x * Math.Clamp(x + 3, 0, 6) / 6, x => x <= -3 ? 0 : x >= 3 ? 1 : x / 3 + 0.5, 1.0 / 3, [-3, 3], derivativeError: NearZero);

    public static Activation HardTanh(float least, float most) => new(
        "HardTanh", x => Math.Clamp(x, least, most), x => x > least && x < most ? 1 : 0, 0, [least, most],
        argument: $"{Argument("MinValue", least)}, {Argument("MaxValue", most)}");

    public static Activation Softsign() => new("Softsign", x => x / (1 + Math.Abs(x)), x => 1 / ((1 + Math.Abs(x)) * (1 + Math.Abs(x))), 2, decay: 2);

    public static Activation LogSigmoid() => new("LogSigmoid", x => -MathFunctions.Softplus(-x), x => MathFunctions.Sigmoid(-x), 0.25, decay: 1);

    public static Activation Softshrink(float lambda) => new(
        "Softshrink", x => x > lambda ? x - lambda : x < -lambda ? x + lambda : 0, x => Math.Abs(x) > lambda ? 1 : 0, 0, [-lambda, lambda], argument: Argument("Lambda", lambda));

    public static Activation HardShrink(float lambda) => new(
        "HardShrink", x => Math.Abs(x) > lambda ? x : 0, x => Math.Abs(x) > lambda ? 1 : 0, 0, [-lambda, lambda], argument: Argument("Lambda", lambda));

    public static Activation Threshold(float threshold, float value) => new(
        "Threshold", x => x > threshold ? x : value, x => x > threshold ? 1 : 0, 0, [threshold], argument: $"{Number(threshold)}, {Number(value)}");

    public static Activation Snake() => new("Activation", x => x + Math.Sin(x) * Math.Sin(x), x => 1 + Math.Sin(2 * x), 2, derivativeError: 8, argument: Own("Snake"), valueError: 8);

    public static Activation OwnMish() => new("Activation", MathFunctions.Mish, MathFunctions.MishDerivative, 0.7, derivativeError: NearZero, argument: Own("Mish"));

    public static Activation PiecewiseLinear(float slope, float end) => new(
        "Activation", x => x < 0 ? slope * x : x <= end ? x : (1 - (double)slope) * end + slope * x, x => x >= 0 && x <= end ? 1 : slope, 0, [0, end],
        argument: $"{Own("PiecewiseLinear")}, {Number(slope)}, {Number(end)}", valueError: 4);

    public static Activation Bump() => new(
        "Activation", x => Math.Abs(x) < Math.PI ? 0.5 + 0.5 * Math.Cos(x) : 0, x => Math.Abs(x) < Math.PI ? -0.5 * Math.Sin(x) : 0, 0.5, [-(double)MathF.PI, MathF.PI],
        derivativeError: 2, argument: Own("Bump"), valueError: 4);

    private static string Own(string name) => $"typeof(Own), nameof(Own.{name})";

    private const double SeluAlpha = 1.6732632423543772848170429916717, SeluScale = 1.0507009873554804934193349852946;

    private static double GeluArgument(double x) => 2 * Math.Sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x);

    // Units of 1/16, where the derivative crosses zero.
    private const double NearZero = Rounding.Derivative / 16;

    protected override Extent Infer() => Input;

    public override Bounded Forward(Pass pass, IReadOnlyList<Bounded> inputs, IReadOnlyList<double[]> parameters)
    {
        Bounded x = inputs[0], y = new(x.Length);
        for (int i = 0; i < x.Length; i++)
        {
            foreach (double kink in kinks ?? [])
                pass.DependOnSign(x.Value[i] - kink, x.Error[i]);
            double value = function(x.Value[i]);

            // A zero or a number passed on by a straight line has no error of its own, and other functions keep a zero at zero.
            bool isExact = curvature == 0
                ? value == 0 || value == x.Value[i]
                : value == 0 && x.Value[i] == 0 && x.Error[i] == 0;
            double slope = Math.Abs(derivative(x.Value[i])), change = Change(slope, x.Error[i]);
            y.Set(i, value, (slope + change) * x.Error[i] + (isExact ? 0 : Rounding.Unit * (Rounding.Function * Math.Abs(value) + valueError) + Rounding.Tiny));
        }

        return y;
    }

    public override void Backward(Reverse reverse)
    {
        Bounded x = reverse.Inputs[0], dy = reverse.OutputGradient;
        for (int i = 0; i < x.Length; i++)
        {
            double slope = derivative(x.Value[i]);

            double error = curvature == 0
                ? 2 * Rounding.Unit * Math.Abs(slope)
                : Change(Math.Abs(slope), x.Error[i]) + Rounding.Unit * (Rounding.Derivative * Math.Abs(slope) + derivativeError);
            reverse.InputGradients[0].Add(i, slope * dy.Value[i], error * Math.Abs(dy.Value[i]) + Math.Abs(slope) * dy.Error[i] + Rounding.Tiny);
        }
    }

    /// <summary>How much the derivative may change when its argument does.</summary>
    private double Change(double slope, double error) =>
        decay == 0 ? curvature * error : Math.Min(curvature * error, slope * (Math.Exp(decay * error) - 1));

    private static string Argument(string name, float value) => $"{name} = {Number(value)}";

    private static string Number(float value) => value.ToString("R", CultureInfo.InvariantCulture) + "f";
}
