using System.CommandLine;
using System.Diagnostics;

namespace DslNet.Benchmarks.Start;

/// <summary>Times processes from their start to the first prediction of LeNet-5, everything compiled by the just-in-time compiler.</summary>
internal static class StartCommand
{
    public static Command Create()
    {
        var rounds = new Option<int>("--rounds") { Description = "How many processes are started.", DefaultValueFactory = _ => 30 };
        rounds.MustBePositive();
        var command = new Command("start", "Prints milliseconds from the start of a process to its first prediction of LeNet-5.") { rounds };
        command.SetAction(arguments => Run(arguments.GetValue(rounds)));
        return command;
    }

    private static void Run(int rounds)
    {
        double[] times = [.. Enumerable.Range(0, rounds).Select(_ => Milliseconds()).Order()];
        Console.WriteLine($"lenet, process start to first prediction: {times[0]:F0} ms at best, {times[rounds / 2]:F0} in the middle, {times[^1]:F0} at worst");
    }

    private static double Milliseconds()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [.. Host(), FirstPrediction.Argument]) { RedirectStandardOutput = true };
        long before = Stopwatch.GetTimestamp();
        using Process process = DotnetCommand.Start(start);
        process.StandardOutput.ReadLine();
        double milliseconds = Stopwatch.GetElapsedTime(before).TotalMilliseconds;
        process.WaitForExit();
        return process.ExitCode == 0 ? milliseconds : throw new BenchmarkException($"The process ended with {process.ExitCode}. Run this program with the argument {FirstPrediction.Argument} to see why.");
    }

    // Run by dotnet, the program's own path is dotnet's.
    private static string[] Host() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(StartCommand).Assembly.Location] : [];
}
