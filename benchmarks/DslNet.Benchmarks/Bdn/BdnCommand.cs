using System.CommandLine;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Validators;

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
        command.SetAction(arguments => Check(
            [.. BenchmarkSwitcher.FromAssembly(typeof(BdnCommand).Assembly).Run([.. arguments.UnmatchedTokens], BenchmarkConfig.Create())]));
        return command;
    }

    /// <exception cref="BenchmarkException">A benchmark was not measured; why, BenchmarkDotNet has said.</exception>
    private static void Check(Summary[] summaries)
    {
        int all = summaries.Sum(summary => summary.BenchmarksCases.Length);
        int measured = summaries.Sum(summary => summary.Reports.Count(report => report.Success));
        ValidationError? error = summaries.SelectMany(summary => summary.ValidationErrors).FirstOrDefault(error => error.IsCritical);
        if (error is not null)
            throw new BenchmarkException($"Nothing was measured: {error.Message.ReplaceLineEndings(" ")}");
        if (measured < all)
            throw new BenchmarkException($"{all - measured} of {all} benchmarks were not measured: see above. BenchmarkDotNet builds a program for them, which needs the .NET 10 SDK and the repository's projects beside this program.");
    }
}
