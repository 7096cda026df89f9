namespace DslNet.Generators.Tests.Analyzers;

/// <summary>DSLN0171 and up: networks of sequences.</summary>
public sealed class SequenceRuleTests
{
    [Theory]
    [InlineData("Input(8), {|DSLN0171:CausalConv1D(16, 3)|}, Tanh, Dense(1)", "CausalConv1 reads the frames of a sequence, but samples are a vector of 8, which have no order. Declare [Sequence(8)] in place of the input.")]
    [InlineData("Input(2, 20), Flatten, {|DSLN0171:Delay(2)|}, Dense(1)", "Delay1 reads the frames of a sequence, but samples are 2×20 (40), which have no order. Declare [Sequence(2, 20)] in place of the input.")]
    [InlineData("Sequence(8), Dense(16), {|DSLN0172:BatchNorm|}, ReLU, Dense(1)", "BatchNorm1 normalizes over the samples of a batch, but the samples of a sequence are its frames, which come one by one. Use [LayerNorm] or [RMSNorm], which normalize within a frame.")]
    [InlineData("Sequence(8), {|DSLN0173:Input(2, Name = \"speaker\")|}, Dense(1, From = \"Input\"), Dense(1, From = \"speaker\"), Add(\"Dense1\")", "Net is a network of sequences, which has one input, and one output without a name, but also [Input]. Remove [Input], or declare [Input] in place of [Sequence].")]
    [InlineData("Sequence(64), {|DSLN0174:CausalConv1D(16, 2, Dilation = 10000000)|}, Dense(1)", "CausalConv1 is computed from 10,000,000 frames of 64 values before the current one, more than the 33,554,432 values that a state can keep of them. Use fewer of them, or a smaller Dilation.")]
    [InlineData("Sequence(64), {|DSLN0174:Delay(1000000)|}, Dense(1)", "Delay1 is computed from 1,000,000 frames of 64 values before the current one, more than the 33,554,432 values that a state can keep of them. Use fewer of them, or a smaller Dilation.")]
    [InlineData("Input(8), {|DSLN0171:LastFrame|}, Dense(1)", "LastFrame1 reads the frames of a sequence, but samples are a vector of 8, which have no order. Declare [Sequence(8)] in place of the input.")]
    [InlineData("Sequence(8), LastFrame, Dense(4), {|DSLN0175:GRU(16)|}, Dense(1)", "Gru1 reads the frames of a sequence, but Dense1 is one value of all of them, made by LastFrame1. Move Gru1 before LastFrame1, or remove LastFrame1.")]
    [InlineData("Sequence(8), MeanOverTime, {|DSLN0175:MaxOverTime|}, Dense(1)", "MaxOverTime1 reads the frames of a sequence, but MeanOverTime1 is one value of all of them, made by MeanOverTime1. Move MaxOverTime1 before MeanOverTime1, or remove MeanOverTime1.")]
    [InlineData("Sequence(8), Dense(8), MaxOverTime, {|DSLN0176:Add(\"Dense1\")|}, Dense(1)", "Add1 joins Dense1, which has a value for each frame, with MaxOverTime1, which has one for the whole sequence. Put [LastFrame], [MeanOverTime] or [MaxOverTime] behind Dense1 and join that.")]
    [InlineData("Sequence(8), MaxOverTime, {|DSLN0176:Concat(\"Input\")|}, Dense(1)", "Concat1 joins Input, which has a value for each frame, with MaxOverTime1, which has one for the whole sequence. Put [LastFrame], [MeanOverTime] or [MaxOverTime] behind Input and join that.")]
    [InlineData("Sequence(1, 8), {|DSLN0100:CausalConv1D(4, 2)|}", "CausalConv1 expects a vector but Input produces 1×8 (8). Insert [Flatten] before CausalConv1.")]
    [InlineData("Sequence(2), Delay({|DSLN0050:0|}), Dense(1)", "Delay1 has Frames = 0, but sizes and strides are at least 1. Write a positive number.")]
    [InlineData("Sequence(2), CausalConv1D(2, 2, {|DSLN0050:Dilation = 0|}), Dense(1)", "CausalConv1 has Dilation = 0, but sizes and strides are at least 1. Write a positive number.")]
    [InlineData("Sequence({|DSLN0050:-2|}), Dense(1)", "Input has Features = -2, but sizes and strides are at least 1. Write a positive number.")]
    [InlineData("Sequence(12), CausalAttention({|DSLN0185:5|}, 64), Dense(1)", "CausalAttention1 has 5 heads but Input produces a vector of 12, whose 12 features they do not divide. Write one of 1, 2, 3, 4, 6, 12.")]
    [InlineData("Sequence(9), CausalAttention(3, 64, {|DSLN0186:Rotary = true|}), Dense(1)", "CausalAttention1 turns pairs of values, but of the 9 values that Input produces each of its 3 heads has 3 values, an odd number. Write fewer heads, or an even number of values for each.")]
    [InlineData("Sequence(2, 4), {|DSLN0100:CausalAttention(2, 64)|}, Dense(1)", "CausalAttention1 expects a vector but Input produces 2×4 (8). Insert [Flatten] before CausalAttention1.")]
    [InlineData("Sequence(4), CausalAttention(2, {|DSLN0050:0|}), Dense(1)", "CausalAttention1 has Context = 0, but sizes and strides are at least 1. Write a positive number.")]
    [InlineData("Input(4), {|DSLN0171:CausalAttention(2, 8)|}, Dense(1)", "CausalAttention1 reads the frames of a sequence, but samples are a vector of 4, which have no order. Declare [Sequence(4)] in place of the input.")]
    [InlineData("Input(4), {|DSLN0171:Positions(8)|}, Dense(1)", "Positions1 reads the frames of a sequence, but samples are a vector of 4, which have no order. Declare [Sequence(4)] in place of the input.")]
    [InlineData("TokenSequence(9), {|DSLN0145:Dense(4)|}", "Dense1 computes with values, but Tokens is 1 token of 9, integers that only name things. Insert [Embedding(features)] behind Tokens.")]
    [InlineData("TokenSequence({|DSLN0050:0|}), Embedding(4), Dense(1)", "Tokens has Vocabulary = 0, but sizes and strides are at least 1. Write a positive number.")]
    public Task Sequences_have_what_they_can(string attributes, string message) => Analysis.VerifyNetworkAsync($"[{attributes}]", message);

    [Theory]
    [InlineData("Sequence(1), CausalConv1D(16, 3, Dilation = 512), Tanh, Dense(1), Output(1), MeanSquaredError")]
    [InlineData("Sequence(3, 8, 8), Conv2D(4, 3), ReLU, Flatten, CausalConv1D(4, 2), LayerNorm, SoftmaxCrossEntropy")]
    [InlineData("Sequence(3, 8, 8), MeanOverTime, Conv2D(4, 3), ReLU, Flatten, Dense(4), SoftmaxCrossEntropy")]
    [InlineData("Sequence(4), GRU(8, Name = \"Memory\"), LastFrame, MaxOverTime(From = \"Memory\"), Add(\"LastFrame1\"), Dense(2), MeanSquaredError")]
    [InlineData("Sequence(512), Context(64), Reshape(1, 576), Conv1D(4, 5), ReLU, Flatten, Dense(1)")]
    public Task Other_layers_work_within_a_frame(string attributes) => Analysis.VerifyNetworkAsync($"[{attributes}]");

    [Theory]
    [InlineData("net.Step(state, {|DSLN0200:new float[3]|}, {|DSLN0200:new float[6]|});", "Step gets 3 values of frame, but Net has 2 for each frame and takes one frame only. Pass 2.", "Step gets 6 values of output, but Net has 3 for each frame and takes one frame only. Pass 3.")]
    [InlineData("net.Process(state, {|DSLN0200:new float[3]|}, unknown);", "Process gets 3 values of block, but Net has 2 for each frame and takes whole frames only. Pass a multiple of 2.")]
    [InlineData("net.Process(state, new float[4], {|DSLN0201:new float[3]|});", "Process gets 3 outputs, but 6 belong to its inputs (frames: 2). Pass 6, or other inputs.")]
    [InlineData("net.Step(state, new float[2], new float[3]); net.Process(state, new float[4], new float[6]); net.Predict(new float[8], new float[12], 2);")]
    public Task Spans_hold_whole_frames(string use, params string[] messages) => Analysis.VerifyUseAsync(
        $$"""
        [Network, Sequence(2), Dense(3)]
        partial class Net { }
        class Program
        {
            static void Use(Net net, Net.State state, float[] unknown) { {{use}} }
        }
        """,
        [], messages);

    [Theory]
    [InlineData("net.Predict(new float[8], new float[3]); net.Predict(new float[8], new float[6], 2); net.PredictClass(new float[8]);")]
    [InlineData("net.Predict(new float[8], {|DSLN0200:new float[4]|});", "Predict gets 4 outputs, but Net has 3 for each sequence and takes whole sequences only. Pass a multiple of 3.")]
    [InlineData("net.Predict({|DSLN0200:new float[7]|}, new float[3]);", "Predict gets 7 inputs, but Net has 2 for each frame and takes whole frames only. Pass a multiple of 2.")]
    public Task An_output_of_a_sequence_is_one_whatever_its_frames(string use, params string[] messages) => Analysis.VerifyUseAsync(
        $$"""
        [Network, Sequence(2), GRU(4), LastFrame, Dense(3), SoftmaxCrossEntropy]
        partial class Net { }
        class Program
        {
            static void Use(Net net) { {{use}} }
        }
        """,
        [], messages);

    /// <summary>Reported at the layer that needs all frames; the compiler reports the call.</summary>
    [Theory]
    [InlineData("net.CreateState();", "Net has no CreateState: MaxOverTime1 is computed from all frames of a sequence, so that none can be predicted before the last one is there. Call Predict with whole sequences, or remove MaxOverTime1.")]
    [InlineData("net.Step(null, new float[2], new float[3]);", "Net has no Step: MaxOverTime1 is computed from all frames of a sequence, so that none can be predicted before the last one is there. Call Predict with whole sequences, or remove MaxOverTime1.")]
    public Task A_network_that_needs_all_frames_has_no_streams(string use, string message) => Analysis.VerifyUseAsync(
        $$"""
        [Network, Sequence(2), Dense(4), {|DSLN0220:MaxOverTime|}, Dense(3)]
        partial class Net { }
        class Program
        {
            static void Use(Net net) { {{use}} }
        }
        """,
        ["CS1061"], [message]);

    /// <summary>The state of a network is no other one's.</summary>
    [Fact]
    public Task A_state_of_another_network_does_not_compile() => Analysis.VerifyUseAsync(
        """
        [Network, Sequence(2), Dense(3)]
        partial class Net { }
        [Network, Sequence(2), Dense(3)]
        partial class Other { }
        class Program
        {
            static void Use(Net net, Other.State state) => net.Step(state, new float[2], new float[3]);
        }
        """,
        ["CS1503"], []);
}
