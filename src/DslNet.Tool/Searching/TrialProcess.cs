using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using DslNet.Search;

namespace DslNet.Tool.Searching;

/// <summary>A trial that is a process of its own.</summary>
internal static partial class TrialProcess
{
    /// <returns>The loss that it printed last.</returns>
    /// <exception cref="InvalidOperationException">It failed, or printed none.</exception>
    public static double Run(string[] program, Trial trial)
    {
        ProcessStartInfo start = new(Fill(program[0], trial)) { RedirectStandardOutput = true };
        foreach (string argument in program.Skip(1))
            start.ArgumentList.Add(Fill(argument, trial));
        foreach ((string name, string value) in trial.Values)
            start.Environment["DSLNET_SETTING_" + name] = value;
        using Process process = Process.Start(start)!;
        double? loss = null;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (LossPattern().Match(line) is not { Success: true } match)
                continue;
            loss = double.Parse(match.Groups["loss"].Value, CultureInfo.InvariantCulture);
            if (match.Groups["step"] is { Success: true } step && !trial.Report(int.Parse(step.Value, CultureInfo.InvariantCulture), loss.Value))
            {
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
                return loss.Value;
            }
        }

        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException(FormattableString.Invariant($"{program[0]} ended with the exit code {process.ExitCode}"));
        return loss ?? throw new InvalidOperationException($"{program[0]} printed no loss: a line such as \"loss 0.123\"");
    }

    private static string Fill(string argument, Trial trial) => trial.Values.Aggregate(argument, (text, value) => text.Replace("{" + value.Key + "}", value.Value, StringComparison.Ordinal));

    [GeneratedRegex(@"^\s*(step:?\s+(?<step>\d+),?\s+)?(\S+\s+)*?loss:?\s+(?<loss>NaN|-?Infinity|[-+]?\d[\d.]*([eE][-+]?\d+)?)", RegexOptions.IgnoreCase)]
    private static partial Regex LossPattern();
}
