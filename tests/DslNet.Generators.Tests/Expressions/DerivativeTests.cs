using System.Reflection;
using DslNet.Generators.Expressions;

namespace DslNet.Generators.Tests.Expressions;

/// <summary>What trees derive themselves to.</summary>
public sealed class DerivativeTests
{
    private const int Draws = 3000;

    private static readonly Expr.Input s_x = new(0), s_y = new(1);

    [Fact]
    public void Drawn_trees_agree_with_central_differences()
    {
        int compared = 0;
        for (int seed = 0; seed < Draws; seed++)
        {
            Expr drawn = DrawnExpressions.Draw(seed);
            Random random = new(seed);
            double x = random.NextDouble() * 4 - 2, y = random.NextDouble() * 4 - 2;
            if (!TryDifference(drawn, x, y, out double difference, out double error))
                continue;
            compared++;
            double derivative = new DoubleValue(x, y).Of(drawn.By(s_x));
            if (!(Math.Abs(derivative - difference) <= error))
                Assert.Fail($"Tree {seed} at {x}, {y}: derived {derivative}, by differences {difference} ± {error}.\n{drawn}");
        }

        Assert.True(compared > Draws / 2, $"Of {Draws} trees only {compared} could be compared.");
    }

    [Fact]
    public void Every_function_is_drawn() => Assert.Equal(
        typeof(MathFunction).GetProperties(BindingFlags.Public | BindingFlags.Static).Where(property => property.PropertyType == typeof(MathFunction))
            .Select(property => property.GetValue(null)!.ToString()).Order(),
        DrawnExpressions.Functions.Select(function => ((Expr.Call)function(s_x)).Function.ToString()).Order());

    /// <summary>The central difference, with an error from those of two distances; false near a kink, and where numbers are too large to say much.</summary>
    private static bool TryDifference(Expr expression, double x, double y, out double difference, out double error)
    {
        const double wide = 1e-4, narrow = wide / 2;
        DoubleValue[] at = [new(x - wide, y), new(x - narrow, y), new(x, y), new(x + narrow, y), new(x + wide, y)];
        double[] values = [.. at.Select(point => point.Of(expression))];
        double coarse = (values[4] - values[0]) / (2 * wide);
        difference = (values[3] - values[1]) / (2 * narrow);
        double largest = values.Max(Math.Abs);
        error = 2 * Math.Abs(coarse - difference) + 1e-10 * (largest + Math.Abs(difference)) / narrow * wide + 1e-6 * Math.Abs(difference) + 1e-9;
        return largest < 1e6 && error < 1e-3 * (1 + Math.Abs(difference)) && at.All(point => point.Sides.SequenceEqual(at[2].Sides));
    }

    [Fact]
    public void Zeros_and_ones_are_left_out()
    {
        Assert.Equal(Expr.One, s_x.By(s_x));
        Assert.Equal(Expr.Zero, (s_y * 3f + 2f).By(s_x));
        Assert.Equal(new Expr.Constant(3), (s_x * 3f + s_y).By(s_x));
        Assert.Equal(s_y, new Expr.Fma(s_x, s_y, 1f).By(s_x));
        Assert.Equal((Expr)s_x + s_x, (s_x * (Expr)s_x).By(s_x));
        Assert.Equal(-(Expr)s_y, (1f - s_y * (Expr)s_x).By(s_x));
        Assert.Equal(1f / (Expr)s_y, (s_x / (Expr)s_y).By(s_x));
        Assert.Equal(Expr.One, Expr.If(s_y > 0f, s_x, s_x + 1f).By(s_x));
    }

    [Fact]
    public void A_flat_side_stays_zero_whatever_the_gradient_is()
    {
        Elementwise relu = Elementwise.Of("ReLU", MathFunction.Relu.Of(Elementwise.X));
        Assert.Equal(Expr.If(s_y <= 0f, 0f, s_x), relu.Gradient);
        Elementwise clipped = Elementwise.Of("Clipped", Expr.Min(6f, Expr.Max(0f, Elementwise.X)));
        Assert.Equal(0, new DoubleValue(double.PositiveInfinity, 7).Of(clipped.Gradient));
        Assert.Equal(double.PositiveInfinity, new DoubleValue(double.PositiveInfinity, 5).Of(clipped.Gradient));
    }

    [Fact]
    public void The_output_is_saved_where_the_derivative_is_a_function_of_it()
    {
        Assert.True(Elementwise.Of("A", MathFunction.Exp.Of(Elementwise.X)).FromOutput);
        Assert.True(Elementwise.Of("B", MathFunction.Tanh.Of(Elementwise.X * 2f)).FromOutput);
        Assert.True(Elementwise.Of("C", Elementwise.X * 2f).FromOutput);
        Assert.False(Elementwise.Of("D", Elementwise.X * MathFunction.Sigmoid.Of(Elementwise.X)).FromOutput);
        Assert.Equal(s_x * (MathFunction.Exp.Of(s_y * 2f) * 2f), Elementwise.Of("E", MathFunction.Exp.Of(Elementwise.X * 2f) + 1f).Gradient);
    }

    [Fact]
    public void A_function_without_a_derivative_says_so() =>
        Assert.Throws<InvalidOperationException>(() => MathFunction.Softplus.Of(s_x).By(s_x).By(s_x));
}
