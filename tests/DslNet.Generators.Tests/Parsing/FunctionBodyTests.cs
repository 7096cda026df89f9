using DslNet.Generators.Expressions;
using DslNet.Generators.Layers.Own;
using DslNet.Generators.Model;
using DslNet.Generators.Parsing;

namespace DslNet.Generators.Tests.Parsing;

/// <summary>What methods of one's own are read as.</summary>
public sealed class FunctionBodyTests
{
    private static readonly Expr s_x = new Expr.Input(0);

    [Fact]
    public void Arithmetic_is_itself()
    {
        AssertRead((s_x + 1f) * (s_x - 2f) / -s_x, "=> (x + 1) * (x - 2f) / -x;");
        AssertRead(new Expr.Fma(s_x, 2f, 1f), "=> MathF.FusedMultiplyAdd(x, 2, 1);");
        AssertRead(Expr.Abs(s_x) + new Expr.Unary(UnaryOp.Sqrt, s_x), "=> MathF.Abs(x) + MathF.Sqrt(+x);");
        AssertRead(MathFunction.Exp.Of(MathFunction.Log.Of(MathFunction.Tanh.Of(MathFunction.Sin.Of(MathFunction.Cos.Of(s_x))))), "=> float.Exp(MathF.Log(MathF.Tanh(MathF.Sin((float)Math.Cos(x)))));");
    }

    [Fact]
    public void Constants_are_computed_as_in_CSharp()
    {
        AssertRead(s_x * (0.1f * 3), "{ const float a = 0.1f; return x * (a * 3); }");
        AssertRead(s_x * MathF.PI, "=> x * MathF.PI;");
        AssertRead(s_x * (1f / 3), "=> x * Third();  static float Third(float one = 1) => one / 3;");
        AssertRead(s_x * (float)(1.0 / 3), "=> x * (float)(1.0 / 3);");
        AssertRead(s_x * 0.25f, "=> x * A.B;", "static class A { internal const float B = 0.25f; }");
    }

    [Fact]
    public void Conditions_are_choices_within_choices()
    {
        AssertRead(Expr.If(s_x > 0f, s_x, -s_x), "=> x > 0 ? x : -x;");
        AssertRead(Expr.If(s_x > 0f, -s_x, s_x), "=> !(x > 0) ? x : -x;");
        AssertRead(Expr.If(s_x > -1f, Expr.If(s_x < 1f, s_x, 2f), 2f), "=> x > -1 && x < 1 ? x : 2;");
        AssertRead(Expr.If(s_x <= -1f, 2f, Expr.If(s_x >= 0.5f, 2f, s_x)), "=> x <= -1 || x >= 0.5 ? 2 : x;");
        AssertRead(s_x, "=> 1 > 2 ? 0 : x;");
    }

    [Fact]
    public void Statements_are_followed()
    {
        AssertRead((s_x + 1f) * (s_x + 1f), "{ float y = x + 1; return y * y; }");
        AssertRead((s_x + 1f) * 2f, "{ x += 1; x *= 2; return x; }");
        AssertRead(Expr.If(s_x < 0f, 0f, s_x * 2f), "{ if (x < 0) return 0; return x * 2; }");
        AssertRead(Expr.If(s_x < 0f, s_x * 3f, s_x) + 1f, "{ float y = x; if (x < 0) { y *= 3; } return y + 1; }");
        AssertRead(Expr.If(s_x < 0f, s_x * 3f, s_x * 2f), "{ float y; if (x < 0) y = x * 3; else y = x * 2; return y; }");
        AssertRead(Expr.If(s_x < 0f, Expr.If(s_x < -1f, 7f, -s_x + 1f), s_x + 1f), "{ if (x < 0) { if (x < -1) return 7; x = -x; } return x + 1; }");
        AssertRead(Expr.If(s_x < 0f, 1f, Expr.If(s_x > 1f, 1f, s_x)), "{ bool isOutside = x < 0; isOutside = isOutside || x > 1; return isOutside ? 1 : x; }");
    }

    [Fact]
    public void Methods_are_written_out()
    {
        AssertRead((s_x + 1f) * (s_x + 1f), "=> Square(x + 1);  static float Square(float x) => x * x;");
        AssertRead(s_x - 1f, "=> Minus(b: 1, a: x);  static float Minus(float a, float b) { return a - b; }");
        AssertRead(s_x * 2f, "=> A.Twice(x);", "static class A { internal static float Twice(float x) => x * 2; }");
    }

    [Fact]
    public void Arguments_are_constants()
    {
        Assert.Equal(s_x * 0.5f + 2f, Function("Activation(nameof(F), 0.5, 2)", "static float F(float x, float a, float b) => x * a + b;").Value);
        Assert.Equal(s_x * 0.5f, Function("Activation(nameof(F), 2)", "static float F(float x, float a) => x * (1 / a); static float F(float x) => x;").Value);
    }

    /// <summary>Where they are not equal the order is free, and NaN passes as in C#.</summary>
    [Fact]
    public void Bounds_pass_NaN()
    {
        AssertRead(MathFunction.AtLeast.Of(s_x, 2f), "=> MathF.Max(2, x);");
        AssertRead(MathFunction.AtMost.Of(s_x, 2f), "=> Math.Min(x, 2);");
        AssertRead(MathFunction.HardTanh.Of(s_x, -1f, 1f), "=> Math.Clamp(x, -1, 1);");
        AssertRead(new Expr.Binary(BinaryOp.MaxOrNaN, s_x, s_x * 2f), "=> MathF.Max(x, 2 * x);", replace: (2f * s_x, s_x * 2f));
        AssertRead(new Expr.Binary(BinaryOp.MinOrNaN, s_x, -s_x), "=> MathF.Min(x, -x);");
    }

    [Theory]
    [InlineData("MathF.Log(1 + MathF.Exp(x))", "Softplus")]
    [InlineData("MathF.Log(MathF.Exp(x) + 1f)", "Softplus")]
    [InlineData("1 / (1 + MathF.Exp(-x))", "Sigmoid")]
    [InlineData("MathF.Exp(x) / (1 + MathF.Exp(x))", "Sigmoid")]
    [InlineData("MathF.Log(1 / (1 + MathF.Exp(-x)))", "LogSigmoid")]
    [InlineData("x * (1 / (1 + MathF.Exp(-x)))", "Silu")]
    [InlineData("x / (1 + MathF.Exp(-x))", "Silu")]
    [InlineData("MathF.Tanh(MathF.Log(1 + MathF.Exp(x))) * x", "Mish")]
    public void Textbook_forms_are_the_library_s_functions(string text, string function) =>
        Assert.Equal(function, Assert.IsType<Expr.Call>(Read($"=> {text};").Value).Function.ToString());

    [Fact]
    public void A_network_s_own_constants_can_be_read() => Assert.Equal(
        s_x * 7f, ((OwnActivationLayer)FutureParsed("=> x * InputLength;").Spec.Nodes[0].Layer).Function.Value);

    [Fact]
    public void It_is_declared_as_it_was_written()
    {
        NetworkSpec network = NetworkSource.Valid("[Input(3), Activation(typeof(Own), nameof(Own.PiecewiseLinear), 0.25, 1, IsRectifier = true), Activation(typeof(Own), nameof(Own.Snake), From = \"Input\", Name = \"S\"), Add(\"PiecewiseLinear1\")]");
        Assert.Equal(["PiecewiseLinear1", "S", "Add1"], network.Nodes.Select(node => node.Name));
        Assert.Equal("Activation(typeof(Own), nameof(Own.PiecewiseLinear), 0.25, 1, IsRectifier = true)", network.Nodes[0].Layer.Declaration);
        Assert.Equal("Activation(nameof(F))", NetworkSource.Parse(Source("=> x;", "")).Spec.Nodes[0].Layer.Declaration);
    }

    private static void AssertRead(Expr expected, string body, string others = "", (Expr From, Expr To)? replace = null)
    {
        Expr read = Read(body, others).Value;
        Assert.Equal(expected, replace is var (from, to) ? read.Replace(from, to) : read);
    }

    private static OwnFunction Read(string body, string others = "") => Function("Activation(nameof(F))", $"static float F(float x) {body}", others);

    private static OwnFunction Function(string attribute, string members, string others = "")
    {
        ParsedNetwork parsed = NetworkSource.Parse(Source(attribute, members, others));
        Assert.Empty(parsed.Problems);
        Assert.True(parsed.Spec.IsValid);
        return ((OwnActivationLayer)parsed.Spec.Nodes[0].Layer).Function;
    }

    private static ParsedNetwork FutureParsed(string body)
    {
        Microsoft.CodeAnalysis.CSharp.CSharpCompilation compilation = NetworkSource.Compile(Source(body, ""));
        Microsoft.CodeAnalysis.INamedTypeSymbol type = compilation.GetTypeByMetadataName("Net")!;
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        return FutureCode.Parse(type, NetworkParser.DeclarationOf(type, cancellation)!, compilation, cancellation);
    }

    private static string Source(string body, string others) => Source("Activation(nameof(F))", $"static float F(float x) {body}", others);

    private static string Source(string attribute, string members, string others) =>
        "using System;\n" + NetworkSource.Class($"[Input(7), {attribute}]", $"public sealed partial class Net {{ {members} }} {others}");
}
