namespace DslNet.Generators.Tests.Analyzers;

/// <summary>DSLN0204: weights that are given to another network or layer.</summary>
public sealed class WeightRuleTests
{
    [Theory]
    [InlineData("big.Parameters.CopyTo({|DSLN0204:net.Parameters|});", "Net has dense1.weight of 3×2 (6) values but Big has dense1.weight of 5×2 (10) values. Use networks of the same layers, or copy from layer to layer of the same shape.")]
    [InlineData("deep.Parameters.TryCopyTo({|DSLN0204:net.Parameters|});", "Net has no further parameter but Deep has dense2.weight of 3×3 (9) values. Use networks of the same layers, or copy from layer to layer of the same shape.")]
    [InlineData("var p = big.Gradients; ReadOnlySpan<float> q = p; q.CopyTo({|DSLN0204:((INetwork<Net>)net).Gradients|});")]
    [InlineData("new SGD(1f).Step(net.Parameters, {|DSLN0204:big.Gradients|});", "Net has dense1.weight of 3×2 (6) values but Big has dense1.weight of 5×2 (10) values. Pass net.Gradients, the gradients of the network that is trained.")]
    [InlineData("new SGD(1f).Step(gradients: {|DSLN0204:net.Gradients|}, parameters: deep.Parameters);", "Deep has dense2.weight of 3×3 (9) values but Net has no further parameter. Pass deep.Gradients, the gradients of the network that is trained.")]
    [InlineData("image.Parameters.CopyTo({|DSLN0204:flat.Parameters|});", "Flat has dense1.weight of 3×8 (24) values but Image has conv1.weight of 3×2×2×2 (24) values. Use networks of the same layers, or copy from layer to layer of the same shape.")]
    public Task Networks_with_other_parameters(string use, params string[] messages) => Verify(use, messages);

    [Theory]
    [InlineData("net.Dense1.Weight.CopyFrom({|DSLN0204:new float[5]|});", "Net.Dense1.Weight has 3×2 (6) values but what is copied has 5 values. Use networks of the same layers, or copy from layer to layer of the same shape.")]
    [InlineData("net.Dense1.Bias.CopyTo({|DSLN0204:new float[1]|});", "Net.Dense1.Bias has 3 values but the destination has 1 value. Use networks of the same layers, or copy from layer to layer of the same shape.")]
    [InlineData("net.Dense1.Bias.Gradient.CopyTo({|DSLN0204:stackalloc float[2]|});", "Net.Dense1.Bias has 3 values but the destination has 2 values. Use networks of the same layers, or copy from layer to layer of the same shape.")]
    [InlineData("var copy = big.Dense1.Weight.ToArray(); var layer = net.Dense1; layer.Weight.CopyFrom({|DSLN0204:copy|});", "Net.Dense1.Weight has 3×2 (6) values but Big.Dense1.Weight has 5×2 (10) values. Use networks of the same layers, or copy from layer to layer of the same shape.")]
    public Task Layers_of_another_size(string use, params string[] messages) => Verify(use, messages);

    [Theory]
    [InlineData("net.Parameters.CopyTo(new Net(1).Parameters); net.Parameters.CopyTo(twin.Parameters); net.Parameters.CopyTo(other.Parameters);")]
    [InlineData("net.Dense1.Weight.CopyFrom(twin.First.Weight.ToArray()); net.Dense1.Weight.CopyFrom(x); net.Dense1.Bias.CopyTo(new float[3]);")]
    [InlineData("var p = big.Parameters; p = net.Parameters; p.CopyTo(net.Parameters); new SGD(1f).Step(net.Parameters, net.Gradients);")]
    [InlineData("net.Parameters.CopyTo(deep.Parameters); net.Parameters.TryCopyTo(deep.Parameters);")]
    [InlineData("big.Parameters.CopyTo(x); x.CopyTo(net.Parameters); big.Parameters.Slice(0, 6).CopyTo(net.Parameters);")]
    public Task What_fits_or_is_not_known_is_left_alone(string use) => Verify(use);

    /// <summary>Code that is being written, and that the compiler refuses.</summary>
    [Theory]
    [InlineData("Span<float> y = y; y.CopyTo(net.Parameters);")]
    [InlineData("ParameterTensor y = y.Gradient; y.CopyTo(new float[4]);")]
    public Task A_variable_that_is_its_own_value_is_left_alone(string use) => Verify(use, [], "CS0165");

    private static Task Verify(string use, params string[] messages) => Verify(use, messages, []);

    private static Task Verify(string use, string[] messages, params string[] compilerErrors) => Analysis.VerifyUseAsync(
        $$"""
        using System;
        [Network, Input(2), Dense(3), MeanSquaredError] partial class Net { }
        [Network, Input(2), Dense(3, Name = "First"), Tanh] partial class Twin { }
        [Network, Input(2), Dense(5), MeanSquaredError] partial class Big { }
        [Network, Input(2), Dense(3), Tanh, Dense(3)] partial class Deep { }
        [Network, Input(2, 2, 2), Conv2D(3, 2)] partial class Image { }
        [Network, Input(8), Dense(3)] partial class Flat { }
        class Program { static void Use(Net net, Twin twin, Big big, Deep deep, Image image, Flat flat, INetwork other, float[] x) { {{use}} } }
        """,
        compilerErrors, messages);
}
