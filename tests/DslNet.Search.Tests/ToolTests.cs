using System.Diagnostics;

namespace DslNet.Search.Tests;

/// <summary>The command <c>dslnet search</c>, whose trials are processes.</summary>
public class ToolTests
{
    [Fact]
    public void Programs_are_searched()
    {
        using TestFolder folder = new();
        string program = folder.File("program.sh");
        File.WriteAllText(program, "for step in 1 2 3 4; do echo \"step $step loss $(awk \"BEGIN { print ($1 - 3) ^ 2 + $2 / $step }\")\"; done\n[ \"$DSLNET_SETTING_kind\" = \"$3\" ] || exit 3\n[ \"$3\" != bad ] || exit 4\n");
        string[] arguments =
        [
            "search", "--journal", folder.Journal, "--trials", "16", "--workers", "2", "--seed", "1", "--real", "x", "0.5", "8", "log", "--integer", "n", "1", "4", "--choice", "kind", "good,bad",
            "--plot", folder.File("plot.svg"), "--", "sh", program, "{x}", "{n}", "{kind}",
        ];
        (int code, string output, string error) = Run(arguments);
        Assert.True(code == 0, error);
        string[] rows = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(17, rows.Length);
        Assert.Matches("^trial +loss +x +n +kind +state", rows[0]);
        Assert.Contains("good", rows[1], StringComparison.Ordinal);
        Assert.Contains("failed: InvalidOperationException: sh ended with the exit code 4", output, StringComparison.Ordinal);
        Assert.DoesNotContain("exit code 3", output, StringComparison.Ordinal);
        Assert.True(File.Exists(folder.File("plot.svg")));

        // What is done is not done again.
        (_, string again, string nothing) = Run(arguments);
        Assert.Equal((output, ""), (again, nothing));
        (code, _, error) = Run([.. arguments[..8], .. arguments[11..13], "1", "x", .. arguments[^5..]]);
        Assert.NotEqual(0, code);
    }

    [Fact]
    public void What_a_program_prints_is_read_or_named_and_its_process_ended()
    {
        using TestFolder folder = new();
        string program = folder.File("program.sh");
        File.WriteAllText(program, "echo $$ > \"$2\"; echo \"$1\"; sleep 60\n");
        (int code, string output, string error) = Run(
            ["search", "--journal", folder.Journal, "--trials", "6", "--seed", "1", "--choice", "line", "step 0 loss 1,loss 1.2.3,step 99999999999 loss 1", "--", "sh", program, "{line}", folder.File("pid")]);
        Assert.True(code == 0, error);
        string[] rows = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(7, rows.Length);
        Assert.All(rows.Skip(1), row => Assert.Matches("steps are counted from 1 to 2147483647|whose loss is no number", row));
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(int.Parse(File.ReadAllText(folder.File("pid")))));
    }

    [Fact]
    public void A_program_that_hangs_is_ended()
    {
        using TestFolder folder = new();
        string[] arguments = ["search", "--journal", folder.Journal, "--trials", "2", "--seed", "1", "--choice", "kind", "a,b", "--time-out"];

        // The one prints nothing, the other closes its output.
        string[] program = ["--", "sh", "-c", "echo $$ > \"$0\"; [ {kind} = a ] || exec >&-; exec sleep 600", folder.File("pid")];
        (int code, string output, string error) = Run([.. arguments, "1", .. program]);
        Assert.True(code == 0, error);
        Assert.All(output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1), row => Assert.Contains("sh ran for longer than the 1 s of --time-out", row, StringComparison.Ordinal));
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(int.Parse(File.ReadAllText(folder.File("pid")))));
        (code, _, error) = Run([.. arguments, "0", .. program]);
        Assert.NotEqual(0, code);
        Assert.Contains("Write seconds, from 1 to", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_that_cannot_be_started_spends_no_trial()
    {
        using TestFolder folder = new();
        string[] arguments = ["search", "--journal", folder.Journal, "--trials", "3", "--seed", "1", "--real", "x", "0.5", "8", "--"];
        (int code, _, string error) = Run([.. arguments, "no-such-program-of-ours", "{x}"]);
        Assert.NotEqual(0, code);
        Assert.Contains("no-such-program-of-ours cannot be started", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        (code, string output, _) = Run([.. arguments, "sh", "-c", "echo loss {x}"]);
        Assert.Equal(0, code);
        Assert.DoesNotContain("failed", output, StringComparison.Ordinal);
    }

    private static (int Code, string Output, string Error) Run(string[] arguments)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in (string[])[Path.Combine(AppContext.BaseDirectory, "DslNet.Tool.dll"), .. arguments])
            start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        Assert.True(process.WaitForExit(60_000));
        return (process.ExitCode, output.Result, error.Result);
    }
}
