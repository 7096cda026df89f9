using System.Globalization;
using DslNet.Generators.Expressions;
using DslNet.Generators.Model;
using DslNet.Generators.Tests.Catalogue;
using DslNet.Generators.Tests.Oracle.Layers;

namespace DslNet.Generators.Tests.Expressions;

/// <summary>The errors of activations that are arithmetic, or arithmetic around a function of the library: those of their pages.</summary>
public sealed class ActivationErrorTests
{
    private const int WidestVector = 16;

    // Prime, so that the low bits of the numbers take every value.
    private const uint Stride = 6007;

    private static readonly Bound[] s_bounds =
    [
        new("ReLU6", [], Activation.ReLU6(), Value: 0, Derivative: 0),
        new("HardTanh", [-2, 0.25f], Activation.HardTanh(-2, 0.25f), Value: 0, Derivative: 0),
        new("HardShrink", [0.5f], Activation.HardShrink(0.5f), Value: 0, Derivative: 0),
        new("Threshold", [0.1f, 2], Activation.Threshold(0.1f, 2), Value: 0, Derivative: 0),
        new("Softshrink", [0.3f], Activation.Softshrink(0.3f), Value: 0.5, Derivative: 0),
        new("HardSigmoid", [], Activation.HardSigmoid(), Value: 1.4, Derivative: 0.4),
        new("HardSwish", [], Activation.HardSwish(), Value: 2.6, Derivative: 2.5, Floor: 1.0 / 16),
        new("Softsign", [], Activation.Softsign(), Value: 1.6, Derivative: 3.7),
        new("GELU", [1], Activation.ApproximateGELU(), Value: 5.2, Derivative: 7.5, ValueFloor: 1.0 / 16, Floor: 1.0 / 16),
        new("LogSigmoid", [], Activation.LogSigmoid(), Value: 1.8, Derivative: 1.7, To: 87.3f),
        new("SELU", [], Activation.SELU(), Value: 1.9, Derivative: 1.9, From: -87.3f, To: 3.2e38f),
        new("CELU", [0.3f], Activation.CELU(0.3f), Value: 2, Derivative: 2.6, Floor: 1.0 / 16),
    ];

    public static TheoryData<string> Kinds => [.. s_bounds.Select(bound => bound.Kind)];

    [Theory, MemberData(nameof(Kinds))]
    public void No_error_is_above_the_bound(string kind)
    {
        Bound bound = Of(kind);
        Elementwise function = Layers.Activations.Activations.Get(kind).Of(bound.Arguments.ToEquatableArray());
        WrittenExpressions written = new(WrittenExpressions.Targets[^1], [function.Value, function.Gradient]);
        float[] x = [.. Numbers().Where(x => x >= bound.From && x <= bound.To)];
        Array.Resize(ref x, x.Length / WidestVector * WidestVector);
        float[] ones = new float[x.Length];
        Array.Fill(ones, 1);

        float[] y = written.Run(0, x, ones), derivative = written.Run(1, ones, function.FromOutput ? y : x);
        Assert.Multiple(
            () => AssertWithin(bound.Value, "value", x, y, bound.Exact.Function, bound.ValueFloor),
            () => AssertWithin(bound.Derivative, "derivative", x, derivative, bound.Exact.Derivative, bound.Floor));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void The_bound_is_the_one_of_the_page(string kind)
    {
        Bound bound = Of(kind);
        string error = Documents.SectionOf(Documents.Read($"docs/layers/{kind}.md"), "## Error");
        if (bound is { Value: 0, Derivative: 0 })
            Assert.Contains("Exact, forward and backward.", error, StringComparison.Ordinal);
        else
            Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"The value is within {bound.Value} ULP, the derivative within {bound.Derivative} ULP"), error, StringComparison.Ordinal);
    }

    private static Bound Of(string kind) => s_bounds.Single(bound => bound.Kind == kind);

    private static void AssertWithin(double bound, string what, float[] x, float[] actual, Func<double, double> exact, double floor)
    {
        double worst = 0;
        float at = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double expected = exact(x[i]), magnitude = Math.Min(Math.Max(Math.Abs(expected), floor), float.MaxValue);
            double unit = Math.Max(Math.ScaleB(1, Math.ILogB(magnitude) - 23), float.Epsilon), error = Math.Abs(actual[i] - expected) / unit;
            if (!(error <= worst))
                (worst, at) = (error, x[i]);
        }

        Assert.True(worst <= bound, $"The {what} at {at:R} is off by {worst:F3} units in the last place.");
    }

    /// <summary>Floats of every exponent and both signs, and ordinary numbers densely.</summary>
    private static IEnumerable<float> Numbers()
    {
        for (ulong bits = 0; bits <= uint.MaxValue; bits += Stride)
        {
            float x = BitConverter.UInt32BitsToSingle((uint)bits);
            if (float.IsFinite(x))
                yield return x;
        }

        for (int i = -150_000; i <= 150_000; i++)
            yield return i * 1.00001e-4f;
    }

    /// <param name="Kind">The activation.</param>
    /// <param name="Arguments">Its arguments.</param>
    /// <param name="Exact">What is right.</param>
    /// <param name="Value">The bound of the value's error, in units in the last place.</param>
    /// <param name="Derivative">That of the derivative.</param>
    /// <param name="ValueFloor">The value whose units count where it is smaller.</param>
    /// <param name="Floor">The derivative whose units count where it is smaller.</param>
    /// <param name="From">Where the bounds begin to hold.</param>
    /// <param name="To">Where they cease to.</param>
    private sealed record Bound(
        string Kind, float[] Arguments, Activation Exact, double Value, double Derivative, double ValueFloor = 0, double Floor = 0, float From = float.MinValue, float To = float.MaxValue);
}
