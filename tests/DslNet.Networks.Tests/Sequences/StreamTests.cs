using System.Runtime.InteropServices;
using DslNet.CompilerServices;

namespace DslNet.Networks.Tests.Sequences;

/// <summary>Streams: they allocate nothing, know nothing of each other, and refuse what does not fit.</summary>
public sealed class StreamTests
{
    private const int Frames = 300;

    [Fact]
    public void Nothing_is_allocated_from_the_first_call_on()
    {
        Amp warm = new(seed: 1), net = new(seed: 2);
        float[] inputs = Draw(1, Frames * Amp.InputLength), outputs = new float[Frames * Amp.OutputLength];
        Run(warm, warm.CreateState());
        Amp.State state = net.CreateState(), other = net.CreateState();
        byte[] saved = new byte[state.ByteCount];
        Assert.Equal(0, AllocatedBytes.Of(() => Run(net, state)));
        Assert.Equal(0, AllocatedBytes.Of(() =>
        {
            state.Save(saved);
            state.Reset();
            state.Load(saved);
            state.CopyTo(other);
        }));

        void Run(Amp network, Amp.State stream)
        {
            network.Process(stream, inputs, outputs);
            for (int i = 0; i < 100; i++)
                network.Step(stream, inputs.AsSpan(i * Amp.InputLength, Amp.InputLength), outputs.AsSpan(0, Amp.OutputLength));
        }
    }

    /// <summary>Threads with a stream each give what each stream gives alone.</summary>
    [Fact]
    public void Many_streams_on_many_threads_are_independent()
    {
        Amp net = new(seed: 3);
        float[][] inputs = [.. Enumerable.Range(0, 16).Select(stream => Draw(stream, Frames * Amp.InputLength))];
        float[][] expected = [.. inputs.Select(each => Predict(net, each))], actual = [.. expected.Select(each => new float[each.Length])];
        Thread[] threads = [.. inputs.Select((_, stream) => new Thread(() => Stream(net, net.CreateState(), inputs[stream], actual[stream], block: 1 + stream)))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        Assert.Equal(expected, actual);
    }

    /// <summary>Streams of one thread, in turns.</summary>
    [Fact]
    public void Streams_in_turns_are_independent()
    {
        Amp net = new(seed: 4);
        float[] one = Draw(1, Frames * Amp.InputLength), two = Draw(2, Frames * Amp.InputLength);
        float[] ofOne = new float[Frames * Amp.OutputLength], ofTwo = new float[Frames * Amp.OutputLength];
        Amp.State first = net.CreateState(), second = net.CreateState();
        for (int frame = 0; frame < Frames; frame++)
        {
            net.Step(first, one.AsSpan(frame * Amp.InputLength, Amp.InputLength), ofOne.AsSpan(frame * Amp.OutputLength, Amp.OutputLength));
            net.Step(second, two.AsSpan(frame * Amp.InputLength, Amp.InputLength), ofTwo.AsSpan(frame * Amp.OutputLength, Amp.OutputLength));
        }

        Assert.Equal(Predict(net, one), ofOne);
        Assert.Equal(Predict(net, two), ofTwo);
    }

    /// <summary>The state of one instance goes on with another that has the same parameters.</summary>
    [Fact]
    public void A_state_is_of_the_class_and_not_of_an_instance()
    {
        Amp net = new(seed: 5), same = new(seed: 5);
        float[] inputs = Draw(1, Frames * Amp.InputLength), outputs = new float[Frames * Amp.OutputLength];
        Amp.State state = net.CreateState();
        const int half = Frames / 2;
        net.Process(state, inputs.AsSpan(0, half * Amp.InputLength), outputs.AsSpan(0, half * Amp.OutputLength));
        same.Process(state, inputs.AsSpan(half * Amp.InputLength), outputs.AsSpan(half * Amp.OutputLength));
        Assert.Equal(Predict(net, inputs), outputs);
    }

    /// <summary>An input that fades to nothing: no value that is kept is denormal, and at the end all are zero.</summary>
    [Fact]
    public void What_fades_leaves_no_denormal_value()
    {
        Amp net = new(seed: 6);
        foreach (ParameterDescription bias in Amp.Declaration.Parameters.Where(parameter => parameter.Name.EndsWith("bias", StringComparison.Ordinal)))
            new ParameterTensor(net, bias).CopyFrom(new float[bias.Shape.Length]);
        Amp.State state = net.CreateState();
        byte[] saved = new byte[state.ByteCount];
        float[] frame = new float[Amp.InputLength], output = new float[Amp.OutputLength];
        int small = 0;
        for (int i = 0; i < 2000; i++)
        {
            frame.AsSpan().Fill(MathF.Pow(2, -i / 8f));
            net.Step(state, frame, output);
            state.Save(saved);
            foreach (float value in MemoryMarshal.Cast<byte, float>(saved.AsSpan(2 * sizeof(long))))
            {
                Assert.False(float.IsSubnormal(value), $"{value} after {i} frames.");
                small += value != 0 && MathF.Abs(value) < 1e-20f ? 1 : 0;
            }
        }

        Assert.True(small > 0, "Nothing became small, so that nothing was tried.");
        Assert.All(MemoryMarshal.Cast<byte, float>(saved.AsSpan(2 * sizeof(long))).ToArray(), value => Assert.Equal(0, value));
    }

    /// <summary>Nothing is read of scratch memory that was not written by the same call, and nothing of a state that is behind the frames which it has seen.</summary>
    [Fact]
    public void What_memory_held_before_makes_no_difference()
    {
        Amp net = new(seed: 7);
        float[] inputs = Draw(1, Frames * Amp.InputLength), expected = Predict(net, inputs), outputs = new float[expected.Length], targets = new float[expected.Length];
        NetworkMemory memory = NetworkInsides.Memory(net);
        float loss = net.ComputeGradients(inputs, targets);
        float[] gradients = net.Gradients.ToArray();
        foreach (byte content in new byte[] { 0x00, 0xFF })
        {
            AlignedMemory arena = memory.RentArena();
            MemoryMarshal.AsBytes(arena.Span).Fill(content);
            memory.ReturnArena(arena);
            net.Predict(inputs, outputs);
            Assert.Equal(expected, outputs);
            MemoryMarshal.AsBytes(memory.Workspace(0).Span).Fill(content);
            net.Gradients.Fill(float.NaN);
            Assert.Equal(loss, net.ComputeGradients(inputs, targets));
            Assert.Equal(gradients, net.Gradients.ToArray());
        }
    }

    /// <summary>Gradients of many sequences: bits do not depend on threads, and short sequences follow long ones in the same memory.</summary>
    [Fact]
    public void Gradients_have_the_same_bits_on_any_number_of_threads()
    {
        Amp net = new(seed: 8);
        float[] inputs = Draw(1, 24 * Frames * Amp.InputLength), targets = Draw(2, 24 * Frames * Amp.OutputLength);
        List<(float, float[])> results = [];
        int before = NetworkThreads.Count;
        try
        {
            foreach (int threads in new[] { 1, 2, 4 })
            {
                NetworkThreads.Count = threads;
                foreach (int frames in new[] { Frames, 12 * Frames, 10 })
                {
                    float loss = net.ComputeGradients(inputs, targets, frames, step: 0);
                    results.Add((loss, net.Gradients.ToArray()));
                }
            }
        }
        finally
        {
            NetworkThreads.Count = before;
        }

        for (int i = 3; i < results.Count; i++)
        {
            Assert.Equal(results[i % 3].Item1, results[i].Item1);
            Assert.Equal(results[i % 3].Item2, results[i].Item2);
        }
    }

    /// <summary>Frames of weight 0 behind shorter sequences: loss and gradient are those of the sequences as long as they are.</summary>
    [Fact]
    public void Weights_give_sequences_their_own_lengths()
    {
        Amp net = new(seed: 11);
        int[] lengths = [7, 20, 1];
        const int frames = 20;
        float[] inputs = Draw(1, 3 * frames * Amp.InputLength), targets = Draw(2, 3 * frames * Amp.OutputLength), weights = new float[3 * frames];
        double[] expected = new double[net.Parameters.Length];
        double loss = 0;
        for (int sequence = 0; sequence < 3; sequence++)
        {
            weights.AsSpan(sequence * frames, lengths[sequence]).Fill(1);
            double share = (double)lengths[sequence] / lengths.Sum();
            loss += share * net.ComputeGradients(
                inputs.AsSpan(sequence * frames * Amp.InputLength, lengths[sequence] * Amp.InputLength),
                targets.AsSpan(sequence * frames * Amp.OutputLength, lengths[sequence] * Amp.OutputLength));
            for (int i = 0; i < expected.Length; i++)
                expected[i] += share * net.Gradients[i];
        }

        Assert.Equal(loss, net.ComputeLoss(inputs, targets, frames, weights: weights), 1e-6);
        Assert.Equal(loss, net.ComputeGradients(inputs, targets, frames, step: 0, weights), 1e-6);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], net.Gradients[i], 1e-5);
    }

    [Fact]
    public void Training_fits_sequences()
    {
        Amp teacher = new(seed: 9), net = new(seed: 10);
        const int frames = 40, count = 32;
        float[] inputs = Draw(1, count * frames * Amp.InputLength), targets = new float[count * frames * Amp.OutputLength];
        teacher.Predict(inputs, targets, frames);
        Dataset data = Dataset.FromTargets(inputs, targets, frames * Amp.InputLength, frames * Amp.OutputLength);
        double before = net.Evaluate(data).Loss;
        FitResult result = net.Fit(data, new FitOptions { Epochs = 60, BatchSize = 8, Optimizer = new Adam(0.01f) });
        Assert.True(net.Evaluate(data).Loss < before / 10, $"{before} became {net.Evaluate(data).Loss}.");
        Assert.Equal(60 * count / 8, result.Steps);
        Assert.Equal(net.ComputeLoss(inputs, targets, frames), net.Evaluate(data).Loss, 1e-6);
    }

    [Fact]
    public void A_dataset_that_does_not_fit_is_refused()
    {
        Amp net = new();
        Refuse("expects sequences of frames of 2 values", Dataset.FromTargets(new float[15], new float[3], 5, 1));
        Refuse("9 for the 3 frames of a sample, but the targets of data have 3", Dataset.FromTargets(new float[12], new float[6], 6, 3));
        Refuse("data has a weight for each sequence, but Amp weighs frames", Dataset.FromTargets(new float[12], new float[18], 6, 9).WithWeights(new float[] { 1, 2 }));
        Refuse("one label for each sequence", Dataset.FromLabels(new float[12], new int[2], 6));

        void Refuse(string message, Dataset data) => Assert.Contains(message, Assert.Throws<ArgumentException>(() => net.Evaluate(data)).Message);
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Amp net = new();
        Amp.State state = net.CreateState();
        Refuse("frame has 3 values, but a frame has 2. Pass one frame, or call Process with a block of frames.", () => net.Step(state, Zeros(3), Zeros(3)));
        Refuse("output has 2 values, but the output of a frame has 3.", () => net.Step(state, Zeros(2), Zeros(2)));
        Refuse("block has 5 values, not a multiple of the 2 values per frame.", () => net.Process(state, Zeros(5), Zeros(6)));
        Refuse("outputs has 6 values, but 3 frames of 3 are 9.", () => net.Process(state, Zeros(6), Zeros(6)));
        Refuse("frames is 0, but a sequence has one frame at least.", () => net.Predict(Zeros(4), Zeros(6), 0));
        Refuse("inputs has 5 frames, not a multiple of the 2 frames per sequence.", () => net.Predict(Zeros(10), Zeros(15), 2));
        Refuse("inputs has 5 frames, not a multiple of the 2 frames per sequence.", () => net.ComputeGradients(Zeros(10), Zeros(15), 2, 0));
        Refuse("is memory of the network itself", () => net.Process(state, Zeros(2), net.Parameters[..3]));
        Refuse("destination has 3 bytes", () => state.Save(new byte[3]));
        Refuse("These bytes are no state of Amp. Pass what Save wrote of a state of the same class.", () => state.Load(new byte[state.ByteCount]));
        float[] shared = Zeros(6);
        Refuse("outputs overlaps memory that is read meanwhile", () => net.Process(state, shared.AsSpan(0, 2), shared.AsSpan(1, 3)));
        Assert.Throws<ArgumentNullException>(() => net.Step(null!, Zeros(2), Zeros(3)));

        static void Refuse(string message, Action call) => Assert.Contains(message, Assert.Throws<ArgumentException>(call).Message);
    }

    [Fact]
    public void It_says_what_it_is_over_time()
    {
        SequenceDescription sequence = Amp.Declaration.Sequence!;
        Assert.Equal((0, new Amp().CreateState().ByteCount), (sequence.Delay, sequence.StateBytes));
        Assert.Equal(1 + 2 + 18 + 2 + 1, sequence.ReceptiveField);
        Assert.Contains($"each frame: delay 0, receptive field 24, state {sequence.StateBytes:N0} bytes\n", new Amp().Describe());
    }

    [Fact]
    public void No_frames_are_no_outputs()
    {
        Amp net = new();
        net.Predict([], []);
        net.Predict([], [], 5);
        net.Process(net.CreateState(), [], []);
        Assert.Throws<ArgumentException>(() => net.ComputeLoss([], Array.Empty<float>()));
    }

    /// <summary>So many values, of which no analyzer knows how many they are.</summary>
    private static float[] Zeros(int length) => new float[length];

    private static float[] Predict(Amp net, float[] inputs)
    {
        float[] outputs = new float[inputs.Length / Amp.InputLength * Amp.OutputLength];
        net.Predict(inputs, outputs);
        return outputs;
    }

    private static void Stream(Amp net, Amp.State state, float[] inputs, float[] outputs, int block)
    {
        int frames = inputs.Length / Amp.InputLength;
        for (int frame = 0; frame < frames; frame += block)
        {
            int count = Math.Min(block, frames - frame);
            net.Process(state, inputs.AsSpan(frame * Amp.InputLength, count * Amp.InputLength), outputs.AsSpan(frame * Amp.OutputLength, count * Amp.OutputLength));
        }
    }

    private static float[] Draw(int seed, int length)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, length).Select(_ => 2 * random.NextSingle() - 1)];
    }
}
