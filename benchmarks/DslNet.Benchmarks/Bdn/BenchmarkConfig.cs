using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;

namespace DslNet.Benchmarks.Bdn;

/// <summary>How BenchmarkDotNet runs here.</summary>
internal static class BenchmarkConfig
{
    public static IConfig Create() => DefaultConfig.Instance
        // Otherwise the first figures, and the disassembly, could be those of code that is not optimised yet.
        .AddJob(Job.Default.WithEnvironmentVariable("DOTNET_TieredCompilation", "0"))
        .AddDiagnoser(MemoryDiagnoser.Default);
}
