namespace DslNet.SameBits;

/// <summary>Trains a network for a few steps and takes the fingerprints of what it computes.</summary>
internal static class TrainingRun
{
    private const int Batch = 11, GroupedBatch = 130;

    public static Fingerprints Of(TrainingCase example)
    {
        INetwork network = example.Create();
        Optimizer optimizer = example.CreateOptimizer();
        int inputLength = network.Description.InputLength, outputLength = network.Description.OutputLength;
        float[] inputs = Numbers.Signed(GroupedBatch * inputLength, 1);
        float[] targets = Array.ConvertAll(Numbers.Signed(GroupedBatch * outputLength, 2), MathF.Abs);
        int[] labels = Numbers.Labels(GroupedBatch, outputLength, 3);
        float[] outputs = new float[Batch * outputLength];
        network.Predict(inputs.AsSpan(0, Batch * inputLength), outputs);
        string before = Numbers.Fingerprint(outputs);

        float[] losses = new float[example.Steps];
        float[] inputGradients = example.InputGradients is null ? [] : new float[Batch * inputLength];
        for (int step = 0; step < example.Steps; step++)
        {
            losses[step] = Gradients(step, Batch);
            optimizer.Step(network.Parameters, network.Gradients);
        }

        string parameters = Numbers.Fingerprint([.. network.Parameters, .. network.States]);
        float loss = example.HasLabels
            ? network.ComputeLoss(inputs.AsSpan(0, Batch * inputLength), labels.AsSpan(0, Batch), outputs)
            : network.ComputeLoss(inputs.AsSpan(0, Batch * inputLength), targets.AsSpan(0, Batch * outputLength), outputs);
        Gradients(example.Steps, GroupedBatch);
        return new(
            before,
            Numbers.Fingerprint(losses),
            example.InputGradients is null ? "" : Numbers.Fingerprint(inputGradients),
            parameters,
            Numbers.Fingerprint(network.Gradients),
            Numbers.Fingerprint([loss, .. outputs]));

        float Gradients(long step, int count)
        {
            ReadOnlySpan<float> some = inputs.AsSpan(0, count * inputLength);
            if (example.HasLabels)
                return network.ComputeGradients(some, labels.AsSpan(0, count), step);
            ReadOnlySpan<float> wanted = targets.AsSpan(0, count * outputLength);
            return example.InputGradients is { } compute && count == Batch
                ? compute(network, some, wanted, inputGradients, step)
                : network.ComputeGradients(some, wanted, step);
        }
    }
}
