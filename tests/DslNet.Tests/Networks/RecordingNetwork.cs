namespace DslNet.Tests.Networks;

/// <summary>A network that notes how it was called.</summary>
internal sealed class RecordingNetwork(int inputs, int outputs, LossDescription loss) : LinearNetwork(inputs, outputs, loss)
{
    /// <summary>The steps it was told, in order.</summary>
    public List<long> Steps { get; } = [];

    /// <summary>The first number of every sample it was trained on, batch by batch.</summary>
    public List<float[]> Batches { get; } = [];

    /// <summary>The samples of every call that measured a loss.</summary>
    public List<int> Measured { get; } = [];

    /// <summary>What gradient computations return instead of the loss, if set.</summary>
    public Func<int, float>? LossOfBatch { get; init; }

    public override float ComputeLoss(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> outputs = default, ReadOnlySpan<float> weights = default)
    {
        Measured.Add(inputs.Length / Description.InputLength);
        return base.ComputeLoss(inputs, targets, outputs, weights);
    }

    public override float ComputeLoss(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, Span<float> outputs = default, ReadOnlySpan<float> weights = default)
    {
        Measured.Add(inputs.Length / Description.InputLength);
        return base.ComputeLoss(inputs, labels, outputs, weights);
    }

    public override float ComputeGradients(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, long step = 0, ReadOnlySpan<float> weights = default)
    {
        Record(inputs, step);
        float loss = base.ComputeGradients(inputs, targets, step, weights);
        return LossOfBatch?.Invoke(Batches.Count) ?? loss;
    }

    public override float ComputeGradients(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, long step = 0, ReadOnlySpan<float> weights = default)
    {
        Record(inputs, step);
        float loss = base.ComputeGradients(inputs, labels, step, weights);
        return LossOfBatch?.Invoke(Batches.Count) ?? loss;
    }

    private void Record(ReadOnlySpan<float> inputs, long step)
    {
        Steps.Add(step);
        float[] batch = new float[inputs.Length / Description.InputLength];
        for (int i = 0; i < batch.Length; i++)
            batch[i] = inputs[i * Description.InputLength];
        Batches.Add(batch);
    }
}
