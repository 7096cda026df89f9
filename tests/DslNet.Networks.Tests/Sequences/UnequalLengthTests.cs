namespace DslNet.Networks.Tests.Sequences;

/// <summary>Sequences of unequal lengths, and networks with one output for each.</summary>
public class UnequalLengthTests
{
    private const int Count = 240, Frames = 40;

    /// <summary>What is behind the end of a sequence may be anything.</summary>
    [Fact]
    public void A_classifier_learns_from_a_dataset_of_unequal_sequences()
    {
        (Dataset train, _) = Waves(seed: 1);
        (Dataset test, int[] labels) = Waves(seed: 2);
        Spoken net = new(seed: 5);
        FitResult result = net.Fit(train, new() { Optimizer = new Adam(0.01f), Epochs = 30, BatchSize = 24, Validation = test });
        Evaluation evaluation = net.Evaluate(test);
        Assert.True(evaluation.Accuracy > 0.9, $"The accuracy is {evaluation.Accuracy}, and the loss {result.Epochs[^1].Loss}.");
        Assert.Equal(evaluation.Loss, result.Epochs[^1].ValidationLoss!.Value, 1e-6);
        Assert.Equal(Count, evaluation.ConfusionMatrix!.Total);

        int right = 0;
        for (int sample = 0; sample < Count; sample++)
            right += net.PredictClass(test.Input(sample)[..test.Lengths.Span[sample]]) == labels[sample] ? 1 : 0;
        Assert.Equal(evaluation.Accuracy, (double)right / Count, 1e-9);
    }

    /// <summary>The order of the samples of an epoch moves lengths with their sequences; and a slice, a division and weights keep them.</summary>
    [Fact]
    public void Shuffled_sequences_keep_their_lengths()
    {
        (Dataset train, _) = Waves(seed: 3);
        Spoken shuffled = new(seed: 1), gathered = new(seed: 1);
        shuffled.Fit(train, new() { Optimizer = new SGD(0.1f), Epochs = 1, BatchSize = 60, Seed = 7 });

        int[] order = new int[Count];
        SampleOrder.Shuffle(order, 7, 1);
        float[] inputs = new float[Count * Frames];
        int[] labels = new int[Count], lengths = new int[Count];
        train.Gather(order, inputs, labels);
        for (int i = 0; i < Count; i++)
            lengths[i] = train.Lengths.Span[order[i]];
        gathered.Fit(Dataset.FromLabels(inputs, labels, Frames).WithLengths(lengths), new() { Optimizer = new SGD(0.1f), Epochs = 1, BatchSize = 60, Shuffle = false });
        Assert.Equal(gathered.Parameters.ToArray(), shuffled.Parameters.ToArray());
        Assert.Equal(train.Lengths.ToArray()[30..50], train.Slice(30, 20).Lengths.ToArray());
        Assert.Equal(Count, train.Split(100, seed: 1).First.Count + train.Split(100, seed: 1).Second.Lengths.Length);
        Assert.Equal(train.Lengths.ToArray(), train.WithWeights(new float[Count]).Lengths.ToArray());
    }

    /// <summary>An output for each frame: those behind the end of a sequence count neither in the loss nor among the decisions.</summary>
    [Fact]
    public void Frames_behind_the_end_are_no_decisions()
    {
        const int sequences = 20, frames = 12;
        Random random = new(4);
        int[] lengths = [.. Enumerable.Range(0, sequences).Select(_ => random.Next(1, frames + 1))];
        float[] inputs = new float[sequences * frames], targets = new float[2 * inputs.Length];
        Array.Fill(inputs, float.NaN);
        Array.Fill(targets, float.NaN);
        for (int sequence = 0; sequence < sequences; sequence++)
        {
            for (int t = 0; t < lengths[sequence]; t++)
            {
                float value = inputs[sequence * frames + t] = random.NextSingle() - 0.5f;
                targets[2 * (sequence * frames + t)] = value > 0 ? 1 : 0;
                targets[2 * (sequence * frames + t) + 1] = t > 3 ? 1 : 0;
            }
        }

        Dataset data = Dataset.FromTargets(inputs, targets, frames, 2 * frames).WithLengths(lengths);
        Trend net = new(seed: 2);
        net.Fit(data, new() { Optimizer = new Adam(0.02f), Epochs = 60, BatchSize = 5 });
        Evaluation evaluation = net.Evaluate(data);
        Assert.Equal(2 * lengths.Sum(), evaluation.ConfusionMatrix!.Total);
        Assert.True(evaluation.Accuracy > 0.9, $"The accuracy is {evaluation.Accuracy}.");
        Assert.Equal(net.ComputeLoss(inputs, targets, frames, lengths: lengths), evaluation.Loss, 1e-6);
    }

    /// <summary>Weights count outputs: of sequences here, of frames that count there.</summary>
    [Fact]
    public void Weights_are_those_of_outputs_that_count()
    {
        (Dataset data, int[] labels) = Waves(seed: 6);
        float[] weights = [.. Enumerable.Range(0, Count).Select(i => i % 3 / 2f)];
        Spoken net = new(seed: 1);
        float weighted = net.ComputeLoss(data.Inputs.Span, labels, Frames, weights: weights, lengths: data.Lengths.Span);
        double sum = 0;
        for (int i = 0; i < Count; i++)
            sum += weights[i] * net.ComputeLoss(data.Input(i)[..data.Lengths.Span[i]], labels.AsSpan(i, 1));
        Assert.Equal(sum / weights.Sum(weight => (double)weight), weighted, 1e-5);
        Assert.Equal(net.Evaluate(data.WithWeights(weights)).Loss, weighted, 1e-5);
    }

    /// <summary>Many threads, and longer sequences behind shorter ones in the same memory; after the first call nothing is allocated.</summary>
    [Fact]
    public void Predictions_of_whole_sequences_allocate_nothing_and_do_not_depend_on_threads()
    {
        Spoken net = new(seed: 1);
        float[] inputs = Draw(8, 4000), outputs = new float[3 * 400], alone = new float[3];
        foreach (int frames in new[] { 10, 400, 40 })
        {
            int count = inputs.Length / frames;
            net.Predict(inputs, outputs.AsSpan(0, 3 * count), frames);
            for (int i = 0; i < count; i++)
            {
                net.Predict(inputs.AsSpan(i * frames, frames), alone);
                Assert.Equal(alone, outputs[(3 * i)..(3 * i + 3)]);
            }
        }

        net.Predict(inputs.AsSpan(0, 400), alone);
        long before = GC.GetAllocatedBytesForCurrentThread();
        net.Predict(inputs.AsSpan(0, 400), alone);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Spoken net = new();
        Trend trend = new();
        Refuse("There are 2 sequences but 3 lengths. Pass one length for each sequence.", () => net.Predict(new float[8], new float[6], 4, [1, 2, 3]));
        Refuse("lengths[1] is 5, but there is memory for 4 frames per sequence. Pass lengths from 1 to 4.", () => net.Predict(new float[8], new float[6], 4, [4, 5]));
        Refuse("lengths[0] is 0, but there is memory for 4 frames per sequence. Pass lengths from 1 to 4.", () => net.Predict(new float[8], new float[6], 4, [0, 4]));
        Refuse("outputs has 24 values, but 2 outputs of 3 are 6.", () => net.Predict(new float[8], new float[24], 4));
        Refuse("There are 2 outputs but 8 labels. Pass one label for each output.", () => net.ComputeLoss(new float[8], new int[8], 4));
        Refuse("There are 2 outputs but 8 weights. Pass one weight for each output.", () => net.ComputeLoss(new float[8], new int[2], 4, weights: new float[8]));
        Refuse("labels[1] is 3, but the network has 3 classes: labels go from 0 to 2, and -100 leaves a sample out.", () => net.ComputeLoss(new float[8], new[] { 0, 3 }, 4));
        Refuse("weights[0] is NaN. Give each output a finite weight of at least 0.", () => net.ComputeLoss(new float[8], new int[2], 4, weights: [float.NaN, 1]));
        Refuse("There are 2 samples but 1 length. Give one length for each sample.", () => Dataset.FromLabels(new float[8], new int[2], 4).WithLengths(new int[1]));
        Refuse("train has lengths of sequences, but the samples of OddNet are none. Leave WithLengths out, or declare [Sequence] in place of [Input].", () => Fit(new OddNet(), OddNet.InputLength));
        Refuse(
            "Trend produces an output for each frame, but data has one label for each sequence. Make the dataset by Dataset.FromTargets, with 8 targets for each sequence of 4 frames, or declare [LastFrame] or another layer that makes one value of all frames.",
            () => trend.Evaluate(Dataset.FromLabels(new float[8], new int[2], 4)));

        static void Fit(INetwork network, int inputs) => network.Fit(
            Dataset.FromLabels(new float[2 * inputs], new int[2], inputs).WithLengths(new[] { 1, 1 }), new() { Optimizer = new SGD(0.1f), Epochs = 1 });
    }

    private static void Refuse(string message, Action call)
    {
        ArgumentException refused = Assert.ThrowsAny<ArgumentException>(call);
        Assert.StartsWith(message, refused.Message);
    }

    /// <summary>Waves of three frequencies, of 15 to 40 frames; behind their ends there is nothing.</summary>
    private static (Dataset Data, int[] Labels) Waves(int seed)
    {
        Random random = new(seed);
        float[] inputs = new float[Count * Frames];
        int[] labels = new int[Count], lengths = new int[Count];
        Array.Fill(inputs, float.NaN);
        for (int sample = 0; sample < Count; sample++)
        {
            labels[sample] = random.Next(3);
            lengths[sample] = random.Next(15, Frames + 1);
            double phase = 6 * random.NextDouble();
            for (int t = 0; t < lengths[sample]; t++)
                inputs[sample * Frames + t] = (float)(Math.Sin((0.25 + 0.4 * labels[sample]) * t + phase) + 0.1 * random.NextDouble());
        }

        return (Dataset.FromLabels(inputs, labels, Frames).WithLengths(lengths), labels);
    }

    private static float[] Draw(int seed, int length)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, length).Select(_ => 2 * random.NextSingle() - 1)];
    }
}
