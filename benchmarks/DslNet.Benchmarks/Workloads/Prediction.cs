namespace DslNet.Benchmarks.Workloads;

/// <summary>One prediction of a batch.</summary>
internal sealed class Prediction
{
    private readonly INetwork _network;
    private readonly float[] _inputs;
    private readonly float[] _outputs;

    public Prediction(Workload workload, int batch)
    {
        _network = workload.Create(1);
        _inputs = RandomData.Normal(batch * _network.Description.InputLength);
        _outputs = new float[batch * _network.Description.OutputLength];
    }

    /// <summary>Predicts and returns the first output.</summary>
    public float Run()
    {
        _network.Predict(_inputs, _outputs);
        return _outputs[0];
    }
}
