using System.CommandLine;
using BenchmarkDotNet.Running;

namespace DslNet.Benchmarks.Bdn;

/// <summary>Hands the rest of the command line to BenchmarkDotNet.</summary>
internal static class BdnCommand
{
    public static Command Create()
    {
        var command = new Command("bdn", "Runs the benchmarks of BenchmarkDotNet; takes its options, such as --filter '*Train*'.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.SetAction(arguments =>
        {
            BenchmarkSwitcher.FromAssembly(typeof(BdnCommand).Assembly).Run([.. arguments.UnmatchedTokens], BenchmarkConfig.Create());
        });
        return command;
    }
}
