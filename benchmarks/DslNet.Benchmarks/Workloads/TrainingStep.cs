namespace DslNet.Benchmarks.Workloads;

/// <summary>One training step: the gradients of a batch and a step of Adam.</summary>
internal sealed class TrainingStep
{
    // So small that the weights, and with them the numbers that are computed, hardly change while they are timed.
    private const float LearningRate = 1e-6f;

    private readonly INetwork _network;
    private readonly Adam _optimizer = new(LearningRate);
    private readonly float[] _inputs;
    private readonly float[] _targets = [];
    private readonly int[] _labels = [];

    public TrainingStep(Workload workload, int batch)
    {
        _network = workload.Create(1);
        NetworkDescription description = _network.Description;
        _inputs = RandomData.Normal(batch * description.InputLength);
        if (description.Loss == Loss.SoftmaxCrossEntropy)
            _labels = RandomData.Labels(batch, description.OutputLength);
        else
            _targets = RandomData.Normal(batch * description.OutputLength);
        _optimizer.Prepare(_network.Parameters.Length);
    }

    /// <summary>Does the step and returns the loss.</summary>
    public float Run()
    {
        float loss = _labels.Length > 0 ? _network.ComputeGradients(_inputs, _labels) : _network.ComputeGradients(_inputs, _targets);
        RunOptimizer();
        return loss;
    }

    /// <summary>Does the optimiser's part alone, with the gradients as they are.</summary>
    public void RunOptimizer() => _optimizer.Step(_network.Parameters, _network.Gradients);
}
