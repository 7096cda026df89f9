using System.Runtime.InteropServices;
using System.Security.Cryptography;
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
            ? new TrainingWork(new TrainingStep(workload, job.Batch, network, job.LearningRate), network)
            : new PredictionWork(new Prediction(workload, job.Batch, network), network);
    }

    private static string Hash(INetwork network) => Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(network.Parameters)));

    private sealed class TrainingWork(TrainingStep step, INetwork network) : IPeerWork
    {
        public string ParameterHash => Hash(network);

        public float Run() => step.Run();

        public float[] Outputs() => throw new InvalidOperationException("A training step has no outputs.");

        public void Dispose()
        {
        }
    }

    private sealed class PredictionWork(Prediction prediction, INetwork network) : IPeerWork
    {
        public string ParameterHash => Hash(network);

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
