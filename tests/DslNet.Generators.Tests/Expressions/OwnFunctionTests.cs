using DslNet.Generators.Expressions;
using DslNet.Generators.Layers.Own;
using DslNet.Generators.Operations;
using DslNet.Generators.Planning;
using DslNet.Generators.Simd;
using DslNet.Generators.Tests.Harness;
using DslNet.Generators.Tests.Oracle;
using DslNet.Generators.Tests.Parsing;

namespace DslNet.Generators.Tests.Expressions;

/// <summary>Functions of one's own, from their text: values beside textbook formulas, gradients beside central differences of these, and bits beside C#.</summary>
public sealed class OwnFunctionTests
{
    private static readonly (string Name, string Members, Func<double, double> Exact)[] s_functions =
    [
        ("Snake", "static float F(float x) => x + MathF.Sin(x) * MathF.Sin(x);", x => x + (1 - Math.Cos(2 * x)) / 2),
        ("Mish", "static float F(float x) => x * MathF.Tanh(S(x)); static float S(float x) => MathF.Log(1 + MathF.Exp(x));", MathFunctions.Mish),
        ("gated tanh", "static float F(float x) => MathF.Tanh(x) * G(2 * x); static float G(float x) => 1 / (1 + MathF.Exp(-x));", x => Math.Tanh(x) / (1 + Math.Exp(-2 * x))),
        ("piecewise linear", "static float F(float x) { if (x < -1) return 0.1f * x; return x > 2 ? 2 + 0.2f * (x - 2) : x; }", x => x < -1 ? 0.1f * x : x > 2 ? 2 + 0.2f * (x - 2) : x),
        ("log-cosh", "static float F(float x) { float a = MathF.Abs(x); return a + MathF.Log(1 + MathF.Exp(-2 * a)) - 0.6931472f; }", x => Math.Log(Math.Cosh(x))),
        ("Charbonnier", "static float F(float x) { const float e = 0.01f; return MathF.Sqrt(MathF.FusedMultiplyAdd(x, x, e * e)); }", x => Math.Sqrt(x * x + 0.01f * 0.01f)),
        ("Gaussian", "static float F(float x) => MathF.Exp(-x * x / 2);", x => Math.Exp(-x * x / 2)),
        ("leaky rectifier", "static float F(float x) => x > 0 ? x : 0.01f * x;", x => x > 0 ? x : 0.01f * x),
        ("rectifier", "static float F(float x) => MathF.Max(x, 0);", x => Math.Max(x, 0)),
        ("squared rectifier", "static float F(float x) { float y = MathF.Max(0, x); y *= y; return y; }", x => x > 0 ? x * x : 0),
        ("serf", "static float F(float x) => x / (1 + MathF.Abs(x)) + MathF.Min(x, 0.5f * x);", x => x / (1 + Math.Abs(x)) + Math.Min(x, x / 2)),
        ("soft exponential", "static float F(float x) => x > 0 ? MathF.Log(1 + x) : MathF.Exp(x) - 1;", x => x > 0 ? Math.Log(1 + x) : Math.Exp(x) - 1),
    ];

    public static TheoryData<string> Names => [.. s_functions.Select(function => function.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Values_and_gradients_are_those_of_the_textbook(string name)
    {
        (_, string members, Func<double, double> exact) = s_functions.Single(function => function.Name == name);
        Elementwise function = Read(members);
        WrittenExpressions written = new(WrittenExpressions.Targets[^1], [function.Value, function.Gradient]);
        float[] x = [.. Enumerable.Range(-400, 800).Select(i => (i + 0.37f) / 64)], ones = [.. x.Select(_ => 1f)];
        float[] y = written.Run(0, x, ones), slopes = written.Run(1, ones, function.FromOutput ? y : x);
        for (int i = 0; i < x.Length; i++)
        {
            const double step = 1e-5;
            double slope = (exact(x[i] + step) - exact(x[i] - step)) / (2 * step);
            Assert.Equal(exact(x[i]), y[i], 1e-6 * (1 + Math.Abs(exact(x[i]))));
            Assert.Equal(slope, slopes[i], 3e-6 * (1 + Math.Abs(slope)));
        }
    }

    /// <summary>Then the layer before them computes them in registers, and its output is all that is kept, as of the library's own.</summary>
    [Theory]
    [InlineData("x > 0 ? x : 0.01f * x", true)]
    [InlineData("x > 0 ? x : x * 0.01f", true)]
    [InlineData("x > 0 ? x : 0", true)]
    [InlineData("x > 0 ? x : -1", true)]
    [InlineData("MathF.Max(x, 0)", true)]
    [InlineData("x > 0 ? x : -0.01f * x", false)]
    [InlineData("x > 0 ? x : 1", false)]
    [InlineData("x > 0 ? 2 * x : x", false)]
    [InlineData("x >= 0 ? x : 0.01f * x", false)]
    [InlineData("MathF.Max(x, -1)", true)]
    public void Rectifiers_that_are_written_out_are_fused(string text, bool isFused)
    {
        Elementwise function = Read($"static float F(float x) => {text};");
        Assert.Equal((isFused, true), (function.FromOutput, function.IsShort));
    }

    private static readonly (string Name, string Members, Func<double, double, double> Exact)[] s_losses =
    [
        ("pinball", "static float F(float y, float t) => MathF.Max(0.9f * (t - y), 0.1f * (y - t));", (y, t) => t > y ? 0.9 * (t - y) : 0.1 * (y - t)),
        ("log-cosh", "static float F(float y, float t) { float a = MathF.Abs(y - t); return a + MathF.Log(1 + MathF.Exp(-2 * a)) - 0.6931472f; }", (y, t) => Math.Log(Math.Cosh(y - t))),
        ("Charbonnier", "static float F(float y, float t) => MathF.Sqrt((y - t) * (y - t) + 0.25f);", (y, t) => Math.Sqrt((y - t) * (y - t) + 0.25)),
        ("focal", "static float F(float y, float t) { float p = 1 / (1 + MathF.Exp(-y)), q = 1 / (1 + MathF.Exp(y)); return -t * q * q * MathF.Log(p) - (1 - t) * p * p * MathF.Log(q); }", (y, t) =>
        {
            double p = 1 / (1 + Math.Exp(-y));
            return -t * (1 - p) * (1 - p) * Math.Log(p) - (1 - t) * p * p * Math.Log(1 - p);
        }),
        ("Cauchy", "static float F(float y, float t) => MathF.Log(1 + (y - t) * (y - t));", (y, t) => Math.Log(1 + (y - t) * (y - t))),
    ];

    public static TheoryData<string> Losses => [.. s_losses.Select(loss => loss.Name)];

    [Theory, MemberData(nameof(Losses))]
    public void Losses_and_their_gradients_are_those_of_the_textbook(string name)
    {
        (_, string members, Func<double, double, double> exact) = s_losses.Single(loss => loss.Name == name);
        Expr value = ((OwnLoss)Assert.Single(Parse("[Input(5), Dense(3), Loss(nameof(F))]", members).Losses)).Function.Value;
        WrittenExpressions written = new(WrittenExpressions.Targets[^1], [value, value.By(new(0))]);
        float[] y = [.. Enumerable.Range(-200, 400).Select(i => (i + 0.37f) / 64)], t = [.. Enumerable.Range(0, 400).Select(i => i % 16 / 16f)];
        float[] losses = written.Run(0, y, t), slopes = written.Run(1, y, t);
        for (int i = 0; i < y.Length; i++)
        {
            const double step = 1e-5;
            double slope = (exact(y[i] + step, t[i]) - exact(y[i] - step, t[i])) / (2 * step);
            Assert.Equal(exact(y[i], t[i]), losses[i], 1e-6 * (1 + Math.Abs(exact(y[i], t[i]))));
            Assert.Equal(slope, slopes[i], 3e-6 * (1 + Math.Abs(slope)));
        }
    }

    /// <summary>What has no function of the library in it is computed as C# computes it, NaN and infinities too.</summary>
    [Theory]
    [InlineData("static float F(float x) { if (x < -1) return 0.1f * x; return x > 2 ? 2 + 0.2f * (x - 2) : x; }")]
    [InlineData("static float F(float x) => MathF.Max(x, 0.5f) - Math.Min(-1, x) / MathF.Sqrt(MathF.Abs(x));")]
    [InlineData("static float F(float x) => MathF.Max(x > 0 ? x : 1, MathF.Min(x * x, 3 - x));")]
    [InlineData("static float F(float x) => MathF.FusedMultiplyAdd(x, -x, float.Clamp(x, -2, 0.25f));")]
    [InlineData("static float F(float x) { bool isFar = x <= -1 || !(x < 3 && x < 7); float y = isFar ? 1 : x; y /= 3; if (isFar) { y += x; } return y - 2 * +x; }")]
    public void Arithmetic_has_the_bits_of_CSharp(string members)
    {
        Func<float, float> compiled = NetworkAssembly.Compile($"using System;\ninternal static class Compiled {{ public {members} }}").Type("Compiled").GetMethod("F")!.CreateDelegate<Func<float, float>>();
        Elementwise function = Read(members);
        foreach (Target target in WrittenExpressions.Targets)
        {
            float[] x = [.. Bits.Special];
            Bits.AssertSame(i => compiled(x[i]), new WrittenExpressions(target, [function.Value]).Run(0, x, x), i => $"{target.Name} of {x[i]:R}");
        }
    }

    /// <summary>A short one is computed in registers, on the widest vectors too; all have what it may be made of.</summary>
    [Theory]
    [InlineData("MathF.Max(x, x * x)")]
    [InlineData("MathF.Min(x, -x)")]
    [InlineData("x < 1 ? x : 2 * x")]
    [InlineData("x >= 1 ? -x : 0")]
    [InlineData("MathF.Sqrt(MathF.Abs(x)) / 3")]
    [InlineData("MathF.FusedMultiplyAdd(x, x, MathF.Min(2, x))")]
    public void A_short_one_compiles_for_every_target_in_registers(string text)
    {
        string source = $$"""
            /// <summary>A network.</summary>
            [Network, Input(9, Gradient = true), Dense(48), Activation(nameof(F)), Dense(64), Activation(nameof(F)), Dense(2), MeanSquaredError]
            public sealed partial class Net { private static float F(float x) => {{text.Replace("MathF.", "global::System.MathF.", StringComparison.Ordinal)}}; }
            """;
        Assert.True(Read($"static float F(float x) => {text};").IsShort);
        INetwork[] all = [NetworkAssembly.Compile(source).Create("Net"), .. NetworkAssembly.CompileOthers(source).Select(other => other.Create("Net"))];
        float[] x = [.. Enumerable.Range(0, 90).Select(i => MathF.Sin(i))];
        float[][] outputs = [.. all.Select(network => { float[] y = new float[20]; network.Predict(x, y); return y; })];
        Assert.All(outputs, output => Assert.Equal(outputs[0], output));
    }

    [Fact]
    public void A_Mish_of_one_s_own_has_the_kernels_of_the_library_s()
    {
        const string members = "static float Mish(float x) => x * MathF.Tanh(MathF.Log(1 + MathF.Exp(x)));";
        Assert.Equal(KernelsOf("Mish", ""), KernelsOf("Activation(nameof(Mish), IsRectifier = true)", members));
        Assert.Equal(KernelsOf("Tanh", ""), KernelsOf("Activation(nameof(Tanh))", "static float Tanh(float x) => MathF.Tanh(x);"));
        Assert.Equal(KernelsOf("ReLU", ""), KernelsOf("Activation(nameof(ReLU))", "static float ReLU(float x) => MathF.Max(x, 0);"));
        Assert.Equal(KernelsOf("Softsign", ""), KernelsOf("Activation(nameof(Softsign))", "static float Softsign(float x) => x / (1 + MathF.Abs(x));"));
        Assert.Equal(KernelsOf("HardTanh", ""), KernelsOf("Activation(nameof(HardTanh))", "static float HardTanh(float x) => Math.Clamp(x, -1, 1);"));
    }

    /// <summary>The text of all kernels for every target.</summary>
    private static string KernelsOf(string activation, string members)
    {
        NetworkPlan plan = Planning.Compilation.Of(Parse($"[Input(5), Dense(24), {activation}, Dense(3), {activation}, MeanSquaredError]", members));
        return string.Concat(Target.All.Where(plan.GainsFrom).Select(target => Emission.KernelFile.Write(plan, target, new([]))));
    }

    private static Elementwise Read(string members) => ((OwnActivationLayer)Parse("[Input(5), Activation(nameof(F))]", members).Nodes[0].Layer).Elementwise;

    private static Model.NetworkSpec Parse(string attributes, string members)
    {
        Generators.Parsing.ParsedNetwork parsed = NetworkSource.Parse("using System;\n" + NetworkSource.Class(attributes, $"public sealed partial class Net {{ {members} }}"));
        Assert.DoesNotContain(parsed.Problems, problem => problem.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
        return parsed.Spec;
    }
}
