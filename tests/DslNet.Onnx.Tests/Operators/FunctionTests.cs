using DslNet.Onnx.Tests.Harness;
using DslNet.Onnx.Tests.Witness;

namespace DslNet.Onnx.Tests.Operators;

/// <summary>Functions of single values, Clip, and Softmax.</summary>
public sealed class FunctionTests
{
    [Theory]
    [InlineData("Relu", "ReLU")]
    [InlineData("Sigmoid", "Sigmoid")]
    [InlineData("Tanh", "Tanh")]
    public void A_function_is_a_layer(string type, string attribute)
    {
        TestModel model = new TestModel().Input("x", 5).Output("y").Node(type, "x", "y");
        Assert.Equal(["[Input(5)]", $"[{attribute}]"], Imports.Attributes(model));
        Agreement.Verify(model);
    }

    /// <summary>Rows of the table: the bounds, of which one may be left out, and the layer.</summary>
    [Theory]
    [InlineData(0f, 6f, "ReLU6")]
    [InlineData(0f, null, "ReLU")]
    [InlineData(-1f, 1f, "HardTanh")]
    [InlineData(-0.5f, 2f, "HardTanh(MinValue = -0.5f, MaxValue = 2f)")]
    [InlineData(null, 1.5f, "HardTanh(MinValue = float.MinValue, MaxValue = 1.5f)")]
    [InlineData(-2f, null, "HardTanh(MinValue = -2f, MaxValue = float.MaxValue)")]
    public void Clip_is_the_layer_that_has_its_bounds(float? low, float? high, string attribute)
    {
        // Attributes before operator set 11, inputs since.
        TestModel old = new TestModel(9).Input("x", 40).Output("y");
        (string, object)[] bounds = [.. low is { } l ? [("min", l)] : Array.Empty<(string, object)>(), .. high is { } h ? [("max", h)] : Array.Empty<(string, object)>()];
        old.Node("Clip", "x", "y", bounds);
        TestModel model = new TestModel(13).Input("x", 40).Output("y");
        if (low is not null)
            model.Floats("low", [], low.Value);
        if (high is not null)
            model.Floats("high", [], high.Value);
        model.Node("Clip", $"x {(low is null ? "-" : "low")} {(high is null ? "-" : "high")}", "y");
        Assert.All([old, model], each =>
        {
            Assert.Equal(["[Input(40)]", $"[{attribute}]"], Imports.Attributes(each));
            Agreement.Verify(each);
        });
    }

    [Fact]
    public void Bounds_that_are_none_are_refused()
    {
        Assert.Contains("its bounds are 2f and 1f", Assert.Single(Imports.Problems(new TestModel().Input("x", 4).Output("y").Floats("l", [], 2).Floats("h", [], 1).Node("Clip", "x l h", "y"))));
        Assert.Contains("“x” is no constant", Assert.Single(Imports.Problems(new TestModel().Input("x", 4).Output("y").Node("Clip", "x x", "y"))));
    }

    /// <summary>Rows of the table: the operator set, the axis (null: its default), the axes of a sample, and whether it is this layer.</summary>
    [Theory]
    [InlineData(9, null, new long[] { 6 }, true)]
    [InlineData(17, null, new long[] { 6 }, true)]
    [InlineData(17, 1, new long[] { 6 }, true)]
    [InlineData(17, 1, new long[] { 4, 5 }, true)]
    [InlineData(17, null, new long[] { 4, 5 }, false)]
    [InlineData(11, null, new long[] { 4, 5 }, false)]
    [InlineData(17, 0, new long[] { 6 }, false)]
    public void Softmax_runs_over_the_axis_of_its_version(int opset, int? axis, long[] sample, bool isLayer)
    {
        foreach (string type in new[] { "Softmax", "LogSoftmax" })
        {
            TestModel model = new TestModel(opset).Input("x", sample).Output("y").Node(type, "x", "y", axis is { } at ? [("axis", at)] : []);
            if (isLayer)
                Agreement.Verify(model);
            else
                Assert.Single(Imports.Problems(model));
        }
    }
}
