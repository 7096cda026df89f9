namespace DslNet.SameBits;

/// <summary>The same as <see cref="TrainingRun"/> of the network with tokens, whose methods take a span for each port.</summary>
internal static class WordsRun
{
    private const int Batch = 11, GroupedBatch = 130, Steps = 10, Words = 5, Kinds = 3;

    public static Fingerprints Run()
    {
        WordsNet network = new(seed: 12);
        Adam optimizer = new(1e-2f);
        int[] words = Numbers.Labels(GroupedBatch * Words, 9, 1), topics = Numbers.Labels(GroupedBatch, 31, 2), kinds = Numbers.Labels(GroupedBatch, Kinds, 3);
        float[] weights = Array.ConvertAll(Numbers.Signed(GroupedBatch, 4), MathF.Abs), outputs = new float[Batch * Kinds], losses = new float[Steps];
        network.Predict(words.AsSpan(0, Batch * Words), topics.AsSpan(0, Batch), outputs);
        string before = Numbers.Fingerprint(outputs);
        for (int step = 0; step < Steps; step++)
            losses[step] = network.TrainStep(optimizer, Samples(Batch));
        string parameters = Numbers.Fingerprint(network.Parameters);
        WordsNet.Samples evaluated = Samples(Batch);
        evaluated.Kind = outputs;
        float loss = network.ComputeLoss(evaluated);
        network.ComputeGradients(Samples(GroupedBatch));
        return new(before, Numbers.Fingerprint(losses), "", parameters, Numbers.Fingerprint(network.Gradients), Numbers.Fingerprint([loss, .. outputs]));

        WordsNet.Samples Samples(int count) => new()
        {
            Words = words.AsSpan(0, count * Words), Topic = topics.AsSpan(0, count), KindLabels = kinds.AsSpan(0, count), KindWeights = weights.AsSpan(0, count),
        };
    }
}
