using BenchmarkDotNet.Attributes;
using DslNet.Benchmarks.Kernels;
using DslNet.Benchmarks.Workloads;

namespace DslNet.Benchmarks.Bdn;

/// <summary>Each generated kernel by itself, with its machine code.</summary>
[DisassemblyDiagnoser(filters: ["*Kernels.*"])]
public class KernelBenchmarks
{
    // As many samples as a block of LeNet-5 has.
    private const int Block = 16;

    private Action _call = null!;

    /// <summary>Every workload with each of its kernels.</summary>
    public static IEnumerable<string> Cases => Workload.All.SelectMany(workload => KernelsOf(workload.Name).Select(kernel => $"{workload.Name}/{kernel.Name}"));

    /// <summary>The workload and its kernel, with a slash between.</summary>
    [ParamsSource(nameof(Cases))]
    public string Case { get; set; } = "";

    /// <summary>Finds the kernel and makes its memory.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        string[] parts = Case.Split('/');
        _call = KernelsOf(parts[0]).Single(kernel => kernel.Name == parts[1]).Call;
    }

    /// <summary>One call: a sample, or a block of them.</summary>
    [Benchmark]
    public void Run() => _call();

    private static IEnumerable<Kernel> KernelsOf(string workload)
    {
        INetwork network = Workload.All.Single(each => each.Name == workload).Create(1);
        return Kernel.Of(network, RunningKernels.ChosenBy(network.GetType()), Block);
    }
}
