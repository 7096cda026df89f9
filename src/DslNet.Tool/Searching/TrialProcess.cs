using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using DslNet.Search;

namespace DslNet.Tool.Searching;

/// <summary>A trial that is a process of its own.</summary>
internal static partial class TrialProcess
{
    /// <returns>The loss that it printed last.</returns>
    /// <exception cref="InvalidOperationException">It failed, printed none, or one that is no number.</exception>
    /// <exception cref="OperationCanceledException">It cannot be started, as no other trial could: the search ends.</exception>
    public static double Run(string[] program, Trial trial)
    {
        ProcessStartInfo start = new(Fill(program[0], trial)) { RedirectStandardOutput = true };
        foreach (string argument in program.Skip(1))
            start.ArgumentList.Add(Fill(argument, trial));
        foreach ((string name, string value) in trial.Values)
            start.Environment["DSLNET_SETTING_" + name] = value;
        using Process process = Start(start);
        try
        {
            double? loss = null;
            while (process.StandardOutput.ReadLine() is { } line)
            {
                if (LossPattern().Match(line) is not { Success: true } match)
                    continue;
                loss = double.TryParse(match.Groups["loss"].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double read)
                    ? read
                    : throw new InvalidOperationException($"{program[0]} printed \"{line}\", whose loss is no number");
                if (match.Groups["step"] is { Success: true } step && !trial.Report(Step(step.Value, line), loss.Value))
                    return loss.Value;
            }

            process.WaitForExit();
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
