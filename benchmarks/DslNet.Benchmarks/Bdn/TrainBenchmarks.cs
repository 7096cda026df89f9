using BenchmarkDotNet.Attributes;
using DslNet.Benchmarks.Workloads;

namespace DslNet.Benchmarks.Bdn;

/// <summary>A training step: gradients and Adam.</summary>
public class TrainBenchmarks
{
    private TrainingStep _step = null!;

    /// <summary>Every workload with each of its batches.</summary>
    public static IEnumerable<string> Cases =>
        Workload.All.SelectMany(workload => workload.TrainBatches.Select(batch => $"{workload.Name}/{batch}"));

    /// <summary>The workload and its batch, with a slash between.</summary>
    [ParamsSource(nameof(Cases))]
    public string Case { get; set; } = "";

    /// <summary>Makes the network and its data.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        NetworkThreads.Count = 1;
        string[] parts = Case.Split('/');
        _step = new TrainingStep(Workload.All.Single(workload => workload.Name == parts[0]), int.Parse(parts[1]));
    }

    /// <summary>One call.</summary>
    [Benchmark]
    public float Train() => _step.Run();
}
