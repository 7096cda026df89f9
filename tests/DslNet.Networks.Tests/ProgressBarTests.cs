using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace DslNet.Networks.Tests;

/// <summary>However the process ends during a training, what is printed next, such as a shell's prompt, does not stand behind the bar.</summary>
public class ProgressBarTests
{
    /// <summary>Ctrl+C is SIGINT.</summary>
    [Theory]
    [InlineData("INT", 2)]
    [InlineData("TERM", 15)]
    public void ASignalEndsTheLine(string name, int number)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no command that sends a signal.");
        Assert.SkipWhen(IsIgnored(number), $"SIG{name} is ignored here, as in the background of a shell: run the tests in the foreground.");
        using Process process = Child.Start(["train", "signal"]);
        StringBuilder output = new();
        while (!output.ToString().Contains(']', StringComparison.Ordinal))
        {
            int character = process.StandardOutput.Read();
            if (character < 0)
                Assert.Fail(process.StandardError.ReadToEnd());
            output.Append((char)character);
        }

        using (Process kill = Process.Start("sh", ["-c", $"kill -{name} {process.Id}"]))
            kill.WaitForExit();
        output.Append(process.StandardOutput.ReadToEnd());
        process.WaitForExit();
        Assert.Equal(128 + number, process.ExitCode);
        AssertEnded(output.ToString());
    }

    [Fact]
    public void AnExitEndsTheLine()
    {
        ChildResult result = Child.Run(["train", "exit"]);
        Assert.True(result.ExitCode == 3, result.Errors);
        AssertEnded(result.Output);
    }

    private static void AssertEnded(string output)
    {
        string last = output.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\r')[^1];
        Assert.Matches(@"^Epoch [0-9]+/2147483647 \[=*\.*\]  loss [-.0-9E]+  [0-9.]+ s *\n$", last);
    }

    /// <summary>Whether a child would inherit that a signal does nothing.</summary>
    private static bool IsIgnored(int signal)
    {
        const string status = "/proc/self/status", key = "SigIgn:";
        if (!File.Exists(status))
            return false;
        string mask = File.ReadLines(status).First(line => line.StartsWith(key, StringComparison.Ordinal))[key.Length..].Trim();
        return (ulong.Parse(mask, NumberStyles.HexNumber, CultureInfo.InvariantCulture) >> (signal - 1) & 1) != 0;
    }
}
