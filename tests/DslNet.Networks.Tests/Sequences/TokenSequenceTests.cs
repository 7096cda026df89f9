namespace DslNet.Networks.Tests.Sequences;

/// <summary>Sequences of tokens: what is refused, and that a network learns what follows what.</summary>
public sealed class TokenSequenceTests
{
    [Fact]
    public void Tokens_of_no_vocabulary_are_refused()
    {
        Writer net = new(seed: 1);
        Writer.State state = net.CreateState();
        Says<ArgumentOutOfRangeException>(() => net.Predict([0, 7], new float[14]), "tokens[1] is 7, but the vocabulary is 7: tokens go from 0 to 6.");
        Says<ArgumentOutOfRangeException>(() => net.ComputeLoss([0, -1], [1, 2], 2), "tokens[1] is -1");
        Says<ArgumentOutOfRangeException>(() => net.Step(state, 7, new float[7]), "token is 7");
        Says<ArgumentOutOfRangeException>(() => net.Process(state, [1, 2, 70], new float[21]), "block[2] is 70");
    }

    [Fact]
    public void Lengths_that_do_not_fit_are_refused()
    {
        Writer net = new(seed: 1);
        Writer.State state = net.CreateState();
        Says<ArgumentException>(() => net.Predict([0, 1], Values(13)), "outputs has 13 values, but 2 outputs of 7 are 14.");
        Says<ArgumentException>(() => net.ComputeLoss([0, 1], [1], 2), "There are 2 outputs but 1 label.");
        Says<ArgumentException>(() => net.ComputeLoss([], Array.Empty<int>(), 2), "tokens is empty, but the mean loss needs at least one sequence.");
        Says<ArgumentException>(() => net.Predict([0, 1, 2, 3], new float[28], 2, lengths: [1, 3]), "lengths[1] is 3, but there is memory for 2 frames per sequence.");
        Says<ArgumentOutOfRangeException>(() => net.Predict([0, 9, 9, 3], new float[28], 2, lengths: [1, 2]), "tokens[2] is 9");
        Says<ArgumentException>(() => net.ComputeLoss([0, 1, 2], [1, 2, 3], 2), "tokens has 3 tokens, not a multiple of the 2 tokens per sequence.");
        Says<ArgumentException>(() => net.Step(state, 1, Values(6)), "output has 6 values, but the output of a token has 7.");
        Says<ArgumentException>(() => net.Process(state, [1, 2], Values(7)), "outputs has 7 values, but 2 tokens of 7 are 14.");
        Says<InvalidOperationException>(() => ((INetwork)net).Predict(new float[2], new float[14]), "Writer has inputs of tokens");
        Says<NotSupportedException>(() => net.Fit(Dataset.FromLabels(new float[4], new int[2], 2), new() { Optimizer = new Adam() }), "Writer has sequences of tokens");
    }

    /// <summary>Nothing is learned for a frame too many. What was refused leaves a stream as it was.</summary>
    [Fact]
    public void Sequences_that_are_longer_than_the_positions_are_refused()
    {
        Writer net = new(seed: 2);
        int[] tokens = [.. Enumerable.Range(0, 41).Select(i => i * i % 7)];
        Says<ArgumentException>(() => net.Predict(tokens, new float[41 * 7]), "A sequence has 41 frames, but Positions1 has learned 40 positions.");
        Says<ArgumentException>(() => net.ComputeGradients(tokens, tokens, 41, 0), "A sequence has 41 frames");
        net.Predict(tokens, new float[41 * 7], 41, lengths: [40]);
        float[] expected = new float[40 * 7], outputs = new float[40 * 7];
        net.Predict(tokens.AsSpan(0, 40), expected);
        Writer.State state = net.CreateState(), loaded = net.CreateState();
        net.Process(state, tokens.AsSpan(0, 38), outputs.AsSpan(0, 38 * 7));
        Says<InvalidOperationException>(() => net.Process(state, tokens.AsSpan(38), new float[21]), "The stream has had 38 frames, and 3 were passed, but Positions1 has learned 40 positions.");
        net.Step(state, tokens[38], outputs.AsSpan(38 * 7, 7));
        byte[] saved = new byte[state.ByteCount];
        state.Save(saved);
        loaded.Load(saved);
        net.Step(loaded, tokens[39], outputs.AsSpan(39 * 7, 7));
        Assert.Equal(expected, outputs);
        Says<InvalidOperationException>(() => net.Step(loaded, 0, new float[7]), "The stream has had 40 frames, and 1 was passed");
        loaded.Reset();
        net.Step(loaded, tokens[0], outputs.AsSpan(0, 7));
        Assert.Equal(expected.AsSpan(0, 7), outputs.AsSpan(0, 7));
    }

    /// <summary>A state that was loaded with any bytes is no way to memory of others.</summary>
    [Fact]
    public void Positions_that_do_not_exist_are_read_nowhere()
    {
        Writer net = new(seed: 3);
        Writer.State state = net.CreateState();
        byte[] saved = new byte[state.ByteCount];
        state.Save(saved);
        saved.AsSpan(16).Fill(0xC0);
        state.Load(saved);
        net.Step(state, 0, new float[7]);
    }

    [Fact]
    public void Streams_of_tokens_allocate_nothing()
    {
        Writer net = new(seed: 4);
        Writer.State state = net.CreateState();
        int[] tokens = [1, 2, 3];
        float[] outputs = new float[21];
        Run();
        Assert.Equal(0, AllocatedBytes.Of(Run));

        void Run()
        {
            state.Reset();
            net.Process(state, tokens, outputs);
            net.Step(state, 4, outputs.AsSpan(0, 7));
        }
    }

    /// <summary>A cycle of tokens is learned in a few hundred steps.</summary>
    [Fact]
    public void It_learns_what_follows()
    {
        Writer net = new(seed: 5);
        Adam adam = new() { LearningRate = 0.02f };
        int[] text = [.. Enumerable.Range(0, 81).Select(i => i % 5 == 4 ? 6 : i % 5)];
        float first = adam.Step(net, text.AsSpan(0, 80), text.AsSpan(1), frames: 40), last = first;
        for (int step = 0; step < 300; step++)
            last = adam.Step(net, text.AsSpan(0, 80), text.AsSpan(1), frames: 40);
        Assert.True(last < 0.05f && first > 1, $"The loss went from {first} to {last}.");
        Writer.State state = net.CreateState();
        float[] outputs = new float[7];
        net.Step(state, 0, outputs);
        Assert.Equal(1, outputs.AsSpan().IndexOf(outputs.Max()));
    }

    /// <summary>Memory whose length analyzers do not see: they would report what is to be refused.</summary>
    private static float[] Values(int count) => new float[count];

    private static void Says<T>(Action action, string start) where T : Exception => Assert.StartsWith(start, Assert.Throws<T>(action).Message, StringComparison.Ordinal);
}
