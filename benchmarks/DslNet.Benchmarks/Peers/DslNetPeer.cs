using DslNet.Benchmarks.Protocol;
using DslNet.Benchmarks.Workloads;

namespace DslNet.Benchmarks.Peers;

/// <summary>The generated code.</summary>
internal sealed class DslNetPeer : IPeer
{
    /// <inheritdoc />
    public string Version => $"DslNet {typeof(INetwork).Assembly.GetName().Version?.ToString(3)}";

    /// <inheritdoc />
    public IPeerWork Prepare(Job job)
    {
        NetworkThreads.Count = job.Threads;
        Workload workload = Workload.Of(job.Workload);
        INetwork network = workload.Create(1);
        network.Load(job.Parameters);
        return job.Metric == Job.Train
            ? new TrainingWork(new TrainingStep(workload, job.Batch, network, job.LearningRate))
            : new PredictionWork(new Prediction(workload, job.Batch, network));
    }

    private sealed class TrainingWork(TrainingStep step) : IPeerWork
    {
        public float Run() => step.Run();

        public float[] Outputs() => throw new InvalidOperationException("A training step has no outputs.");

        public void Dispose()
        {
        }
    }

    private sealed class PredictionWork(Prediction prediction) : IPeerWork
    {
        public float Run() => prediction.Run();

        public float[] Outputs()
        {
            prediction.Run();
            return prediction.Outputs.ToArray();
        }

        public void Dispose()
        {
        }
    }
}
