using System.CommandLine;
using System.Globalization;
using DslNet.Benchmarks;
using DslNet.Benchmarks.Bdn;
using DslNet.Benchmarks.Compare;
using DslNet.Benchmarks.Kernels;
using DslNet.Benchmarks.Peers;
using DslNet.Benchmarks.Populations;
using DslNet.Benchmarks.Quick;
using DslNet.Benchmarks.Start;
using DslNet.Benchmarks.Threads;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is [FirstPrediction.Argument])
{
    FirstPrediction.Run();
    return 0;
}

return Run(args);

// A method of its own: what it refers to would be loaded before the first prediction otherwise, and is no part of it.
static int Run(string[] args)
{
    var root = new RootCommand("How fast DslNet is, beside what the machine can do.")
    {
        CompareCommand.Create(),
        QuickCommand.Create(),
        ThreadsCommand.Create(),
        StartCommand.Create(),
        KernelsCommand.Create(),
        BdnCommand.Create(),
        PeerCommand.Create(),
        PopulationCommand.Create(),
    };
    try
    {
        return root.Parse(args).Invoke(new() { EnableDefaultExceptionHandler = false });
    }
    catch (BenchmarkException e)
    {
        Console.Error.WriteLine(e.Message);
        return 1;
    }
}
