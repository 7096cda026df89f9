using System.CommandLine;
using System.Diagnostics;
using DslNet.Benchmarks.Compare;

namespace DslNet.Benchmarks.Start;

/// <summary>Times processes from their start to the first prediction of LeNet-5, everything compiled by the just-in-time compiler.</summary>
internal static class StartCommand
{
    public static Command Create()
    {
        var rounds = new Option<int>("--rounds") { Description = "How many processes are started.", DefaultValueFactory = _ => 30 };
        rounds.MustBePositive();
        Option<DirectoryInfo> baseline = Baseline.Option();
        var command = new Command("start", "Prints milliseconds from the start of a process to its first prediction of LeNet-5.") { rounds, baseline };
        command.SetAction(arguments => Run(arguments.GetValue(rounds), arguments.GetValue(baseline)));
        return command;
    }

    private static void Run(int rounds, DirectoryInfo? baseline)
    {
        // Both builds by their assemblies, so that the host is the same; in turns, so that the machine is.
        string? other = baseline is null ? null : Baseline.Find(baseline);
        double[] times = new double[rounds], others = new double[other is null ? 0 : rounds];
        for (int round = 0; round < rounds; round++)
        {
            times[round] = Milliseconds(typeof(StartCommand).Assembly.Location);
            if (other is not null)
                others[round] = Milliseconds(other);
        }

        Print("lenet", times);
        if (other is not null)
            Print("baseline", others);
    }

    private static void Print(string title, double[] times)
    {
        Array.Sort(times);
        Console.WriteLine($"{title}, process start to first prediction: {times[0]:F0} ms at best, {times[times.Length / 2]:F0} in the middle, {times[^1]:F0} at worst");
    }

    private static double Milliseconds(string assembly)
    {
        var start = new ProcessStartInfo("dotnet", [assembly, FirstPrediction.Argument]) { RedirectStandardOutput = true };
        long before = Stopwatch.GetTimestamp();
        using Process process = DotnetCommand.Start(start);
        process.StandardOutput.ReadLine();
        double milliseconds = Stopwatch.GetElapsedTime(before).TotalMilliseconds;
        process.WaitForExit();
        return process.ExitCode == 0 ? milliseconds : throw new BenchmarkException($"The process ended with {process.ExitCode}. Run this program with the argument {FirstPrediction.Argument} to see why.");
    }
}
