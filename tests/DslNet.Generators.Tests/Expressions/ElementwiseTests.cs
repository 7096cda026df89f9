using System.Reflection;
using DslNet.Generators.Expressions;
using DslNet.Generators.Layers.Activations;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Tests.Harness;
using DslNet.Generators.Text;

namespace DslNet.Generators.Tests.Expressions;

/// <summary>Functions of each value as kernels see them.</summary>
public sealed class ElementwiseTests
{
    private static readonly KernelParameter s_destination = new("y"), s_saved = new("saved");

    [Theory]
    [InlineData("ReLU", true, true, true, true)]
    [InlineData("LeakyReLU", true, true, true, true)]
    [InlineData("ELU", false, false, true, true)]
    [InlineData("GELU", false, false, false, true)]
    [InlineData("Mish", false, false, false, true)]
    [InlineData("ReLU6", true, true, true, true)]
    [InlineData("Threshold", true, false, false, true)]
    [InlineData("SELU", false, false, false, false)]
    [InlineData("CELU", false, false, false, true)]
    [InlineData("HardSwish", false, false, false, true)]
    [InlineData("HardSigmoid", true, true, true, false)]
    [InlineData("LogSigmoid", false, false, false, false)]
    [InlineData("HardTanh", true, true, true, false)]
    [InlineData("Softsign", false, false, false, false)]
    [InlineData("Softshrink", true, true, true, false)]
    [InlineData("HardShrink", true, true, true, false)]
    [InlineData("SiLU", false, false, false, true)]
    [InlineData("Softplus", false, false, false, false)]
    [InlineData("Sigmoid", false, true, true, false)]
    [InlineData("Tanh", false, true, true, false)]
    public void Where_an_activation_is_computed_and_what_it_saves(string kind, bool isShort, bool fromOutput, bool fusesInOneSample, bool isRectifier)
    {
        Elementwise function = Activations.Get(kind).Of(Activations.Get(kind).Parameters.Select(parameter => parameter.Default).ToEquatableArray());
        Assert.Equal(
            (isShort, fromOutput, fusesInOneSample, isRectifier),
            (function.IsShort, function.FromOutput, function.FusesInOneSample, function.IsRectifier));
    }

    [Fact]
    public void None_is_missing() => Assert.Equal(
        Activations.All.Select(activation => activation.Kind).Order(),
        typeof(ElementwiseTests).GetMethod(nameof(Where_an_activation_is_computed_and_what_it_saves))!
            .GetCustomAttributes<InlineDataAttribute>().Select(data => (string)data.Data[0]!).Order());

    [Fact]
    public void Equal_ones_are_equal()
    {
        Assert.Equal(Function("LeakyReLU", 0.1f), Function("LeakyReLU", 0.1f));
        Assert.NotEqual(Function("LeakyReLU", 0.1f), Function("LeakyReLU", 0.2f));
        Assert.NotEqual(Expr.Zero, -0f);
        Assert.Equal(Sink(accumulate: true, 0.1f), Sink(accumulate: true, 0.1f));
        Assert.NotEqual(Sink(accumulate: true, 0.1f), Sink(accumulate: true, 0.2f));
        Assert.NotEqual(Sink(accumulate: true, 0.1f), Sink(accumulate: false, 0.1f));
        Assert.Equal(new ElementwiseOutput(Function("ReLU").Value, s_destination), new ElementwiseOutput(Function("ReLU").Value, s_destination));
    }

    [Theory]
    [InlineData(false, "Lanes__.Store(Lanes__.LeakyReLUGradient(a + b, Lanes__.Load(ref saved, 8), 0.100000001f), ref y, 8);|")]
    [InlineData(true, "Lanes__.Store(Lanes__.LeakyReLUGradient(Lanes__.Load(ref y, 8) + (a + b), Lanes__.Load(ref saved, 8), 0.100000001f), ref y, 8);|")]
    public void An_epilogue_is_one_statement_where_it_uses_each_value_once(bool accumulate, string text)
    {
        SourceWriter writer = new();
        Sink(accumulate, 0.1f).WriteStore(writer, Target.Typical, "a + b", "8");
        Assert.Equal(text, writer.ToString().Replace('\n', '|'));
    }

    [Fact]
    public void An_epilogue_that_needs_a_variable_has_a_block()
    {
        SourceWriter writer = new();
        Expr x = new Expr.Input(0);
        (Epilogue.Store(s_destination) with { Value = x * x }).WriteStore(writer, Target.Typical, "a + b", "8");
        Assert.Equal("{|\tFloat__ v = a + b;|\tLanes__.Store(v * v, ref y, 8);|}|", writer.ToString().Replace('\n', '|'));
    }

    [Fact]
    public void A_kernel_of_several_results_reads_everything_before_it_writes()
    {
        Expr x = new Expr.Input(0), y = new Expr.Input(1);
        KernelParameter first = new("x"), second = new("y");
        ElementwiseKernel kernel = new("x, y = y, x * y", 16, IsOfBlock: true, new([first, second]), new([new(y, first), new(x * y, second)]));
        Assert.Equal([first, second], kernel.Parameters);
        Assert.Contains(
            "Float__ xResult = yHere;\nFloat__ yResult = xHere * yHere;\nLanes__.Store(xResult, ref x, i);\nLanes__.Store(yResult, ref y, i);\n",
            KernelText.Of(new("Swap", new(kernel), default, default), Target.Typical).Replace("\t", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static Elementwise Function(string kind, params float[] arguments) => Activations.Get(kind).Of(arguments.ToEquatableArray());

    private static Epilogue Sink(bool accumulate, float slope) => (accumulate ? Epilogue.Add(s_destination) : Epilogue.Store(s_destination)).Through(Function("LeakyReLU", slope), s_saved);
}
