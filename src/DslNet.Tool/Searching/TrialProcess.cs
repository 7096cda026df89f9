using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using DslNet.Search;

namespace DslNet.Tool.Searching;

/// <summary>A trial that is a process of its own.</summary>
internal static partial class TrialProcess
{
    /// <param name="program">The program and its arguments.</param>
    /// <param name="timeOut">How long it may run; <see cref="Timeout.InfiniteTimeSpan"/> for as long as it does.</param>
    /// <param name="trial">The trial.</param>
    /// <returns>The loss that it printed last.</returns>
    /// <exception cref="TimeoutException">It ran for longer.</exception>
    /// <exception cref="InvalidOperationException">It failed, printed none, or one that is no number.</exception>
    /// <exception cref="OperationCanceledException">It cannot be started, as no other trial could: the search ends.</exception>
    public static double Run(string[] program, TimeSpan timeOut, Trial trial)
    {
        ProcessStartInfo start = new(Fill(program[0], trial)) { RedirectStandardOutput = true };
        foreach (string argument in program.Skip(1))
            start.ArgumentList.Add(Fill(argument, trial));
        foreach ((string name, string value) in trial.Values)
            start.Environment["DSLNET_SETTING_" + name] = value;
        using Process process = Start(start);
        long begun = Stopwatch.GetTimestamp();
        try
        {
            double? loss = null;
            while (ReadLine() is { } line)
            {
                if (LossPattern().Match(line) is not { Success: true } match)
                    continue;
                loss = double.TryParse(match.Groups["loss"].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double read)
                    ? read
                    : throw new InvalidOperationException($"{program[0]} printed \"{line}\", whose loss is no number");
                if (match.Groups["step"] is { Success: true } step && !trial.Report(Step(step.Value, line), loss.Value))
                    return loss.Value;
            }

            if (!process.WaitForExit(Left()))
                throw TooLong();
            if (process.ExitCode != 0)
                throw new InvalidOperationException(FormattableString.Invariant($"{program[0]} ended with the exit code {process.ExitCode}"));
            return loss ?? throw new InvalidOperationException($"{program[0]} printed no loss: a line such as \"loss 0.123\"");
        }
        finally
        {
            // Of a trial that was stopped, or whose lines say nothing, the process is still there.
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
            }
        }

        string? ReadLine()
        {
            Task<string?> line = process.StandardOutput.ReadLineAsync();
            return line.Wait(Left()) ? line.Result : throw TooLong();
        }

        TimeSpan Left()
        {
            TimeSpan left = timeOut - Stopwatch.GetElapsedTime(begun);
            return timeOut == Timeout.InfiniteTimeSpan ? timeOut : left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }

        TimeoutException TooLong() => new(FormattableString.Invariant($"{program[0]} ran for longer than the {timeOut.TotalSeconds} s of --time-out"));

        int Step(string text, string line) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int step) && step > 0
            ? step
            : throw new InvalidOperationException($"{program[0]} printed \"{line}\": steps are counted from 1 to {int.MaxValue}");
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new OperationCanceledException($"{start.FileName} cannot be started: {exception.Message}. No trial was spent.", exception);
        }
    }

    private static string Fill(string argument, Trial trial) => trial.Values.Aggregate(argument, (text, value) => text.Replace("{" + value.Key + "}", value.Value, StringComparison.Ordinal));

    [GeneratedRegex(@"^\s*(step:?\s+(?<step>\d+),?\s+)?(\S+\s+)*?loss:?\s+(?<loss>NaN|-?Infinity|[-+]?\d[\d.]*([eE][-+]?\d+)?)", RegexOptions.IgnoreCase)]
    private static partial Regex LossPattern();
}
