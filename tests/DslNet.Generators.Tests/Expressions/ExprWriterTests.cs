using DslNet.Generators.Expressions;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Tests.Expressions;

/// <summary>The text of expressions: what it computes, and how it reads.</summary>
public sealed class ExprWriterTests
{
    private const int Draws = 80;

    private static readonly Expr s_x = new Expr.Input(0), s_y = new Expr.Input(1);

    public static TheoryData<string> TargetNames => [.. WrittenExpressions.Targets.Select(target => target.Name)];

    [Theory, MemberData(nameof(TargetNames))]
    public void Drawn_trees_and_their_derivatives_compute_the_bits_of_their_operations(string name)
    {
        Expr[] drawn = [.. Enumerable.Range(0, Draws).Select(DrawnExpressions.Draw).SelectMany(IEnumerable<Expr> (tree) => [tree, tree.By(new(0))])];
        WrittenExpressions written = new(Target.All.Single(target => target.Name == name), drawn);
        Random random = new(1);
        float[] x = [.. Enumerable.Range(0, 24).Select(_ => random.NextSingle() * 6 - 3), 0, -0f, float.NaN, float.PositiveInfinity, 1e-40f, -1e30f, 3, -3];
        float[] y = [.. x.Order()];
        for (int i = 0; i < drawn.Length; i++)
            Bits.AssertSame(at => new FloatValue(x[at], y[at]).Of(drawn[i]), written.Run(i, x, y), at => $"Tree {i} at {x[at]:R}, {y[at]:R}: {drawn[i]}");
    }

    [Theory]
    [InlineData("y + x * y", "y + x * y", "")]
    [InlineData("(x - y) - (x - y)", "d - d", "Float__ d = x - y;")]
    [InlineData("x + (y + 1)", "x + (y + Float__.One)", "")]
    [InlineData("x / (x * y)", "x / (x * y)", "")]
    [InlineData("-(x + y) * x", "-(x + y) * x", "")]
    [InlineData("-|x| - y", "(x | Lanes__.Fill(-0f)) - y", "")]
    [InlineData("x > y ? 0 : x", "Vector__.AndNot(x, Lanes__.GreaterThan(x, y))", "")]
    [InlineData("x > y ? -x * y : x * y", "(x * y) ^ (Lanes__.GreaterThan(x, y) & Lanes__.Fill(-0f))", "")]
    [InlineData("(x * y)² + (x + y)²", "v * v + v1 * v1", "Float__ v = x * y;|Float__ v1 = x + y;")]
    [InlineData("-0", "Lanes__.Fill(-0f)", "")]
    public void Parentheses_and_variables_stand_where_they_must(string formula, string text, string variables)
    {
        Expr d = new Expr.Named("d", s_x - s_y), product = s_x * s_y, sum = s_x + s_y;
        Expr expression = formula switch
        {
            "y + x * y" => s_y + s_x * s_y,
            "(x - y) - (x - y)" => d - d,
            "x + (y + 1)" => s_x + (s_y + 1f),
            "x / (x * y)" => s_x / product,
            "-(x + y) * x" => -sum * s_x,
            "-|x| - y" => new Expr.Unary(UnaryOp.NegativeAbs, s_x) - s_y,
            "x > y ? 0 : x" => Expr.If(s_x > s_y, 0f, s_x),
            "x > y ? -x * y : x * y" => new Expr.NegateWhere(s_x > s_y, product),
            "(x * y)² + (x + y)²" => product * product + sum * sum,
            "-0" => -0f,
            _ => throw new ArgumentOutOfRangeException(nameof(formula)),
        };
        SourceWriter writer = new();
        Assert.Equal(text, new ExprWriter(writer, Target.Typical).Write(expression, ["x", "y"]));
        Assert.Equal(variables, string.Join("|", writer.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public void An_input_that_is_no_name_is_computed_once()
    {
        SourceWriter writer = new();
        ExprWriter expressions = new(writer, Target.Typical);
        Assert.Equal("v * v", expressions.Write(s_x * s_x, ["a + b"]));
        Assert.Equal("(c + d) * y", expressions.Write(s_x * s_y, ["c + d", "y"]));
        Assert.Equal("v1 - v1", expressions.Write(s_x - s_x, ["(a + b) * (a + b)"]));
        Assert.Equal("Float__ v = a + b;\nFloat__ v1 = (a + b) * (a + b);\n", writer.ToString());
        Assert.True(ExprWriter.NeedsVariables(s_x * s_x, ["a + b"]));
        Assert.False(ExprWriter.NeedsVariables(s_x * s_x, ["a"]));
    }

    [Fact]
    public void Expressions_of_one_statement_share_variables()
    {
        SourceWriter writer = new();
        IReadOnlyList<string> texts = new ExprWriter(writer, Target.Typical).Write([s_x * s_y + 1f, s_x * s_y], ["x", "y"]);
        Assert.Equal(["v + Float__.One", "v"], texts);
        Assert.Equal("Float__ v = x * y;\n", writer.ToString());
    }
}
