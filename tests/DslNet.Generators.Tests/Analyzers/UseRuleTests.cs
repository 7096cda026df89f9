namespace DslNet.Generators.Tests.Analyzers;

/// <summary>DSLN0200 and up: how a network is used.</summary>
public sealed class UseRuleTests
{
    [Theory]
    [InlineData("net.Predict({|DSLN0200:new float[3]|}, new float[3]);", "Predict gets 3 inputs, but Net has 2 for each sample and takes whole samples only. Pass a multiple of 2.")]
    [InlineData("net.Predict({|DSLN0200:[1, 2, 3]|}, outputs: {|DSLN0200:stackalloc float[4]|});", "Predict gets 3 inputs, but Net has 2 for each sample and takes whole samples only. Pass a multiple of 2.", "Predict gets 4 outputs, but Net has 3 for each sample and takes whole samples only. Pass a multiple of 3.")]
    [InlineData("var a = new float[Net.InputLength + 1]; net.Predict({|DSLN0200:a|}, unknown);")]
    [InlineData("System.Span<float> a = stackalloc float[] { 1, 2, 3 }; var b = a; net.Predict({|DSLN0200:b|}, unknown);")]
    [InlineData("net.Predict({|DSLN0200:unknown.AsSpan(4, 5)|}, unknown);")]
    [InlineData("float[] a = [1, 2, 3, 4]; net.Predict({|DSLN0200:a.AsSpan(1)|}, unknown); net.Predict({|DSLN0200:a.AsSpan().Slice(1)|}, unknown);")]
    [InlineData("net.ComputeGradients({|DSLN0200:new float[5]|}, labels: new int[2]);")]
    [InlineData("net.ComputeLoss({|DSLN0200:new[] { 1f }|}, new float[3]);")]
    [InlineData("new SGD(1).Step(net, {|DSLN0200:new float[5]|}, labels: new int[2]);", "Step gets 5 inputs, but Net has 2 for each sample and takes whole samples only. Pass a multiple of 2.")]
    [InlineData("float[] a = [1, 2, 3, 4]; net.Predict({|DSLN0200:a[..3]|}, unknown); net.Predict({|DSLN0200:a.AsSpan()[1..]|}, unknown); net.Predict({|DSLN0200:a[1..^2]|}, unknown);")]
    [InlineData("net.Predict({|DSLN0200:unknown[^3..]|}, unknown); net.Predict({|DSLN0200:unknown.AsSpan(2..5)|}, unknown); net.Predict({|DSLN0200:unknown.AsSpan(length: 3, start: 2)|}, unknown);")]
    [InlineData("net.Predict({|DSLN0200:unknown.AsSpan(count, 3)|}, unknown); net.Predict({|DSLN0200:s_four.AsSpan(^3)|}, unknown); net.Predict({|DSLN0200:s_four.AsSpan(count, 3)|}, unknown);")]
    [InlineData("net.Predict({|DSLN0200:s_three|}, unknown); net.Predict({|DSLN0200:new Program()._five|}, unknown);")]
    [InlineData("((INetwork<Net>)net).Predict({|DSLN0200:new float[3]|}, unknown); ((INetwork)net).Predict({|DSLN0200:new float[3]|}, unknown); known.Predict({|DSLN0200:new float[3]|}, unknown);", "Predict gets 3 inputs, but Net has 2 for each sample and takes whole samples only. Pass a multiple of 2.", "Predict gets 3 inputs, but Net has 2 for each sample and takes whole samples only. Pass a multiple of 2.", "Predict gets 3 inputs, but Net has 2 for each sample and takes whole samples only. Pass a multiple of 2.")]
    [InlineData("net.PredictClass({|DSLN0200:new float[4]|}); net?.PredictProbabilities(unknown, {|DSLN0200:new float[4]|});", "PredictClass gets 4 inputs, but Net has 2 for each sample and takes one sample only. Pass 2.", "PredictProbabilities gets 4 probabilities, but Net has 3 for each sample and takes whole samples only. Pass a multiple of 3.")]
    public Task Spans_hold_whole_samples(string use, params string[] messages) => Verify(use, messages);

    [Theory]
    [InlineData("net.Predict(new float[4], {|DSLN0201:new float[3]|});", "Predict gets 3 outputs, but 6 belong to its inputs (samples: 2). Pass 6, or other inputs.")]
    [InlineData("net.ComputeLoss([1, 2], labels: {|DSLN0201:[0, 1]|});", "ComputeLoss gets 2 labels, but 1 belong to its inputs (samples: 1). Pass 1, or other inputs.")]
    [InlineData("net.ComputeGradients(new float[8], {|DSLN0201:new float[9]|}, step: 3);")]
    [InlineData("net.ComputeLoss(new float[4], new int[2], {|DSLN0201:new float[3]|});")]
    [InlineData("net.PredictClasses(new float[4], {|DSLN0201:new int[3]|}); net.PredictProbabilities(new float[2], {|DSLN0201:new float[6]|});")]
    [InlineData("net.ComputeGradients(s_four, {|DSLN0201:s_labels|}); net.ComputeLoss(s_four.AsSpan(0, 2), {|DSLN0201:s_labels[..2]|});", "ComputeGradients gets 3 labels, but 2 belong to its inputs (samples: 2). Pass 2, or other inputs.", "ComputeLoss gets 2 labels, but 1 belong to its inputs (samples: 1). Pass 1, or other inputs.")]
    public Task Spans_hold_the_same_samples(string use, params string[] messages) => Verify(use, messages);

    [Theory]
    [InlineData("net.Predict(new float[4], new float[6]); net.Predict(unknown, new float[3]); net.Predict(unknown, unknown);")]
    [InlineData("net.ComputeLoss(new float[4], new int[2]); net.ComputeLoss(new float[4], new int[2], default); net.ComputeLoss([], new float[0], []);")]
    [InlineData("var a = new float[3]; a = unknown; net.Predict(a, unknown);")]
    [InlineData("var a = new float[3]; System.Array.Resize(ref a, 4); net.Predict(a, unknown);")]
    [InlineData("var a = new float[3]; var b = a; (a, b) = (unknown, unknown); net.Predict(a, b);")]
    [InlineData("var a = new float[3]; ref float[] b = ref a; b = unknown; net.Predict(a, unknown);")]
    [InlineData("var a = new float[3]; System.Action f = () => a = unknown; f(); net.Predict(a, unknown);")]
    [InlineData("foreach (var a in new[] { unknown }) net.Predict(a, unknown); net.Predict([.. unknown, 1], unknown);")]
    [InlineData("net.Predict(s_four[..2], unknown); net.Predict(s_four[^2..], s_three); net.Predict(unknown[..count], unknown); net.Predict(unknown[1..], unknown);")]
    [InlineData("net.Predict(s_changed, unknown); net.Predict(s_writable, unknown); net.Predict(new Program()._given, unknown); net.PredictClass(s_four.AsSpan(2));")]
    [InlineData("anything.Predict(new float[3], unknown); net.Predict(s_four[3..1], unknown);")]
    [InlineData("net.Predict(new float[3].AsSpan(4), unknown); net.Predict(s_four[1..8], unknown); net.Predict(s_four[^5..], unknown); net.Predict(s_four.AsSpan(2, 3), unknown);")]
    [InlineData("net.Predict(s_four.AsSpan().Slice(5, -1), unknown); net.Predict(s_four.AsSpan(count, 5), unknown); net.Predict(unknown.AsSpan(-1, 3), unknown); net.Predict(s_four[..^5], unknown);")]
    [InlineData("net.Predict(s_a, unknown); net.Predict(s_c, unknown); net.Predict(s_c.AsSpan(1), s_a);")]
    public Task What_fits_or_is_not_known_is_left_alone(string use) => Verify(use, []);

    /// <summary>Code that is being written, and that the compiler refuses.</summary>
    [Theory]
    [InlineData("float[] x = x; net.Predict(x, unknown);")]
    [InlineData("float[] x = x[1..]; net.Predict(x, x.AsSpan(1));")]
    public Task A_variable_that_is_its_own_value_is_left_alone(string use) => Verify(use, [], "CS0165");

    [Fact]
    public Task A_broken_network_says_nothing_of_its_uses() => Analysis.VerifyUseAsync(
        "[Network, Input(2), Dense({|DSLN0050:0|})] partial class Net { void Use(Net net) => net.Predict(new float[4], new float[3]); }");

    private static Task Verify(string use, string[] messages, params string[] compilerErrors) => Analysis.VerifyUseAsync(
        $$"""
        using System;
        [Network, Input(2), Dense(3), SoftmaxCrossEntropy]
        partial class Net { }
        class Program
        {
            static readonly float[] s_three = new float[3], s_four = [1, 2, 3, 4], s_changed = new float[3];
            static readonly float[] s_a = s_b, s_b = s_a, s_c = s_d[1..], s_d = s_c[1..];
            static readonly int[] s_labels = [0, 1, 0];
            static float[] s_writable = new float[3];
            readonly float[] _five = { 1, 2, 3, 4, 5 }, _given = new float[3];
            static Program() => s_changed = new float[4];
            public Program(float[]? given = null) => _given = given ?? _given;
            static void Use(Net net, INetwork<Net> known, INetwork anything, float[] unknown, int count) { {{use}} }
        }
        """,
        compilerErrors, messages);
}
