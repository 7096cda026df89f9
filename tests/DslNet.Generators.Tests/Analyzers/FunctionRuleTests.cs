using DslNet.Generators.Tests.Parsing;
using Microsoft.CodeAnalysis.CSharp;

namespace DslNet.Generators.Tests.Analyzers;

/// <summary>DSLN0044 and DSLN0045: methods of one's own.</summary>
public sealed class FunctionRuleTests
{
    private const string Allowed =
        "Use floats, constants, variables, + - * /, ?: and if with comparisons, static methods of floats, and Abs, Clamp, Cos, Exp, FusedMultiplyAdd, Log, Max, Min, Sin, Sqrt, Tanh of MathF or Math.";

    [Theory]
    [InlineData("{|DSLN0044:\"G\"|}", "", "G1 is computed by G, which is no method of Net. Write static float G(float x) in Net, or name another method.")]
    [InlineData("{|DSLN0044:\"a b\"|}", "", "Function1 is computed by a b, which is no method of Net. Name a static method: nameof(F).")]
    [InlineData("{|DSLN0044:\"relu\"|}", "", "relu1 is computed by relu, which is no method of Net. Write [ReLU], or static float relu(float x) in Net.")]
    [InlineData("{|DSLN0044:nameof(F)|}", "float F(float x) => x;", "F1 is computed by F, which is not of the form static float F(float x): it is not static. Make it a static method without type parameters that takes and returns floats.")]
    [InlineData("{|DSLN0044:nameof(F)|}", "static double F(double x) => x;", "F1 is computed by F, which is not of the form static float F(float x): it returns double. Make it a static method without type parameters that takes and returns floats.")]
    [InlineData("{|DSLN0044:nameof(F)|}", "static float F(in float x) => x;", "F1 is computed by F, which is not of the form static float F(float x): it takes x by reference. Make it a static method without type parameters that takes and returns floats.")]
    [InlineData("{|DSLN0044:nameof(F)|}", "static float F<T>(float x) => x;", "F1 is computed by F, which is not of the form static float F(float x): it has type parameters. Make it a static method without type parameters that takes and returns floats.")]
    [InlineData("{|DSLN0044:nameof(F)|}", "static float F(int x) => x;", "F1 is computed by F, which is not of the form static float F(float x): x is of type int. Make it a static method without type parameters that takes and returns floats.")]
    [InlineData("{|DSLN0044:nameof(Functions.G)|}", "static class Functions { public static float G(float x) => x; }", "G1 is computed by G, which is no method of Net. Write [Activation(typeof(Functions), nameof(Functions.G))].")]
    [InlineData("{|DSLN0044:\"swish\"|}", "", "swish1 is computed by swish, which is no method of Net. Write [SiLU], or static float swish(float x) in Net.")]
    [InlineData("typeof(MathF), {|DSLN0044:nameof(MathF.Tanh)|}", "", "Tanh1 is computed by Tanh, which is MathF's, which the library has itself. Write [Tanh], or static float F(float x) => MathF.Tanh(x) in Net, and nameof(F).")]
    [InlineData("{|DSLN0044:nameof(F)|}, 2", "static float F(float x) => x;", "F1 is computed by F, which has 1 parameter, and 2 values are given. Give as many numbers behind the name as the method has further parameters, or write static float F(float x, float p1).")]
    [InlineData("{|DSLN0044:nameof(F)|}, double.NaN", "static float F(float x, float a) => x;", "F1 is computed by F, which is given a constant that is no finite float. Write finite numbers.")]
    [InlineData("typeof(MathF), {|DSLN0044:nameof(MathF.Sin)|}", "", "Sin1 is computed by Sin, which is MathF's, which the library has itself. Write static float F(float x) => MathF.Sin(x) in Net, and nameof(F).")]
    public Task The_method_is_there(string arguments, string members, string message) => VerifyAsync(arguments, members, message);

    [Theory]
    [InlineData("{ {|DSLN0045:Console.WriteLine(x)|}; return x; }", "F1 cannot be compiled: 'Console.WriteLine(x)' calls Console.WriteLine. ")]
    [InlineData("{ {|DSLN0045:while (x > 1) x = x / 2;|} return x; }", "F1 cannot be compiled: 'while (x > 1) x = x / 2;' is a loop. ")]
    [InlineData("=> {|DSLN0045:new[] { 1f, 2f }[0]|} * x;", "F1 cannot be compiled: 'new[] { 1f, 2f }[0]' reads an array. ")]
    [InlineData("=> x * {|DSLN0045:(int)x|};", "F1 cannot be compiled: '(int)x' is computed in integers. ")]
    [InlineData("=> {|DSLN0045:x % 2|};", "F1 cannot be compiled: 'x % 2' is none of what is compiled for vectors and derived. ")]
    public Task What_cannot_be_compiled_is_reported_where_it_stands(string body, string fact, string? marked = null) => VerifyAsync(
        "nameof(F)", "static float F(float x) " + (marked is null ? body : body.Replace(marked, $"{{|DSLN0045:{marked}|}}", StringComparison.Ordinal)), fact + Allowed);

    [Theory]
    [InlineData("=> {|DSLN0045:MathF.Pow(x, 3)|};", "'MathF.Pow(x, 3)' calls Pow, which DslNet has no function for. Multiply, or write MathF.Exp(p * MathF.Log(x)) where x is positive.")]
    [InlineData("=> {|DSLN0045:MathF.Tan(x)|};", "'MathF.Tan(x)' calls Tan, which DslNet has no function for. Write MathF.Sin(x) / MathF.Cos(x).")]
    [InlineData("=> {|DSLN0045:Math.Clamp(x, 0, 2 * x)|};", "'Math.Clamp(x, 0, 2 * x)' has bounds that are no constants in order. Write constants, or MathF.Min(MathF.Max(x, least), most).")]
    [InlineData("=> (float)({|DSLN0045:0.5 * x|});", "'0.5 * x' is computed in double, but a network computes in float. Write constants as floats, such as 0.5f, and functions of MathF.")]
    [InlineData("=> x > {|DSLN0045:0.1|} ? x : 0;", "'0.1' is a double that is no float, but a network computes in float. Write it as a float, such as 0.1f.")]
    [InlineData("=> {|DSLN0045:x == 0|} ? x : 0;", "'x == 0' compares for equality, where no derivative is. Compare by < or >.")]
    [InlineData("=> x * {|DSLN0045:s_scale|};  static float s_scale = 2;", "'s_scale' is no constant. Make s_scale const, or a parameter of the method that the attribute gives a number for.")]
    [InlineData("{ return {|DSLN0045:Inner(x)|}; static float Inner(float y) => y; }", "'Inner(x)' calls a local function. Make Inner a static method of the class.")]
    [InlineData("{ static float Inner(float y) => y; return {|DSLN0045:Inner(x)|}; }", "'Inner(x)' calls a local function. Make Inner a static method of the class.")]
    [InlineData("=> {|DSLN0045:x switch { > 0 => x, _ => 0.1f * x }|};", "'x switch { > 0 => x, _ => 0.1f * x }' matches a pattern. Write ?: or if, with comparisons by <, <=, >, >=.")]
    [InlineData("=> {|DSLN0045:x is > 0 and < 1|} ? x : 0;", "'x is > 0 and < 1' matches a pattern. Write ?: or if, with comparisons by <, <=, >, >=.")]
    [InlineData("{ {|DSLN0045:x++|}; return x; }", "'x++' counts. Write x += 1.")]
    [InlineData("{ var {|DSLN0045:e = 1e-3|}; return (float)(x + e); }", "'e = 1e-3' is a variable of type double. Declare it as a float: float e, with constants such as 0.5f.")]
    [InlineData("=> {|DSLN0045:MathF.Sign(x)|} * x;", "'MathF.Sign(x)' calls Sign, which DslNet has no function for. Write x > 0 ? 1 : x < 0 ? -1 : 0.")]
    [InlineData("=> x + (float){|DSLN0045:new Random().NextDouble()|};", "'new Random().NextDouble()' calls Random.NextDouble. " + Allowed)]
    [InlineData("=> x * {|DSLN0045:float.NaN|};", "'float.NaN' is no finite number. Write a finite one.")]
    [InlineData("=> x > 9 ? x : {|DSLN0045:F(x + 1)|};", "'F(x + 1)' calls F, which is being computed already. Write it without recursion.")]
    [InlineData("{ float a = x * x, b = a * a, c = b * b, d = c * c, e = d * d, f = e * e, g = f * f, h = g * g; return {|DSLN0045:h * h|} * h; }", "'h * h' makes more than 1,000 operations, with what is used more than once written out. Write a shorter function.")]
    public Task It_is_said_what_to_write_instead(string body, string message) => VerifyAsync("nameof(F)", "static float F(float x) " + body, "F1 cannot be compiled: " + message);

    [Fact]
    public Task Every_mistake_is_reported() => VerifyAsync(
        "nameof(F)", "static float F(float x) => {|DSLN0045:MathF.Cosh(x)|} + {|DSLN0045:MathF.Sinh(x)|} + G(x) + G(x);  static float G(float x) => {|DSLN0045:MathF.Log10(x)|};",
        "F1 cannot be compiled: 'MathF.Cosh(x)' calls Cosh, which DslNet has no function for. Write 0.5f * (MathF.Exp(x) + MathF.Exp(-x)).",
        "F1 cannot be compiled: 'MathF.Sinh(x)' calls Sinh, which DslNet has no function for. Write 0.5f * (MathF.Exp(x) - MathF.Exp(-x)).",
        "F1 cannot be compiled: 'MathF.Log10(x)' calls Log10, which DslNet has no function for. Write 0.4342945f * MathF.Log(x).");

    [Theory]
    [InlineData("Dense(1), Loss({|DSLN0044:\"mse\"|})", "", "mse is computed by mse, which is no method of Net. Write [MeanSquaredError], or static float mse(float y, float target) in Net.")]
    [InlineData("Dense(1), Loss({|DSLN0044:nameof(F)|})", "static float F(float y) => y;", "F is computed by F, which has 1 parameter, and 2 values are given. Give as many numbers behind the name as the method has further parameters, or write static float F(float y, float target).")]
    [InlineData("Dense(1), Loss({|DSLN0044:nameof(F)|})", "static float F((float A, float B) y, float t) => y.A;", "F is computed by F, which is not of the form static float F(float y, float target). Make it a static method without type parameters that takes floats, or one tuple of floats for all outputs and one of as many for the targets, and returns a float.")]
    [InlineData("Dense(3), {|DSLN0140:Loss(nameof(F))|}", "static float F((float A, float B) y, (float A, float B) t) => y.A;", "F takes tuples of 2, but Dense2 produces a vector of 3. Give the tuples as many elements as there are outputs, or write [Dense(2)] before the loss.")]
    [InlineData("Dense(2), Loss(nameof(F))", "static float F((float A, float B) y, (float A, float B) t) => {|DSLN0045:MathF.Pow(y.A, 2)|} + t.Item2;", "F cannot be compiled: 'MathF.Pow(y.A, 2)' calls Pow, which DslNet has no function for. Multiply, or write MathF.Exp(p * MathF.Log(x)) where x is positive.")]
    public Task Losses_are_read_as_activations_are(string attributes, string members, string message) => Analysis.VerifyAsync(
        $"using System;\n[Network]\n[Input(2), Dense(3), {attributes}]\npublic sealed partial class Net {{ {members} }}\n", [], message);

    /// <summary>Also where another file, with another class, has the method.</summary>
    [Fact]
    public Task It_is_reported_in_another_class() => Analysis.VerifyUseAsync(
        """
        using System;
        [Network]
        [Input(2), Dense(3), Activation(typeof(Mine), nameof(Mine.F)), Dense(1)]
        public sealed partial class Net;
        internal static class Mine { internal static float F(float x) => {|DSLN0045:MathF.Cbrt(x)|}; }
        """);

    /// <summary>What the compiler reports is reported once.</summary>
    [Fact]
    public Task A_body_with_an_error_of_the_compiler_s_is_left_to_it() => Analysis.VerifyUseAsync(
        """
        [Network]
        [Input(2), Dense(3), Activation(nameof(F)), Dense(1)]
        public sealed partial class Net { static float F(float x) => x * scale; }
        """, ["CS0103"], []);

    [Fact]
    public Task Generated_constants_are_known() => Analysis.VerifyUseAsync(
        """
        [Network]
        [Input(2), Dense(3), Activation(nameof(F)), Dense(1)]
        public sealed partial class Net { static float F(float x) => x * InputLength; }
        """);

    /// <summary>An editor has another project's methods as source, which this project's compilation has not.</summary>
    [Fact]
    public async Task Methods_of_another_project_cannot_be_read()
    {
        CSharpCompilation other = NetworkSource.Compile("public static class Theirs { public static float F(float x) => x; }").WithAssemblyName("Other");
        CSharpCompilation compilation = NetworkSource.Compile(
            "using DslNet;\n[Network]\n[Input(2), Dense(3), Activation(typeof(Theirs), nameof(Theirs.F)), Activation(nameof(G))]\npublic sealed partial class Net { static float G(float x) => Theirs.F(x); }")
            .AddReferences(other.ToMetadataReference());
        Assert.Equal(
            ["DSLN0044", "DSLN0151", "DSLN0045"], (await Analysis.RunAsync(compilation)).Select(problem => problem.Id));
    }

    private static Task VerifyAsync(string arguments, string members, params string[] messages) => Analysis.VerifyAsync(
        $"using System;\n[Network]\n[Input(2), Dense(3), Activation({arguments}), Dense(1)]\npublic sealed partial class Net {{ {members} }}\n", [], messages);
}
