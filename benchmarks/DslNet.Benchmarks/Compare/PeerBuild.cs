using System.Diagnostics;
using System.Text.RegularExpressions;

namespace DslNet.Benchmarks.Compare;

/// <summary>Builds a peer that has a project of its own, with its native libraries.</summary>
internal static partial class PeerBuild
{
    /// <exception cref="BenchmarkException">The build fails; its first error is in the message.</exception>
    public static void Run(PeerProgram peer)
    {
        string[] arguments = ["build", peer.Folder, "-c", "Release", "-p:NativePeers=true", "--nologo", "-v:quiet"];
        var start = new ProcessStartInfo(DotnetCommand.Name, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = DotnetCommand.Start(start);
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd() + errors.GetAwaiter().GetResult();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new BenchmarkException($"{peer.Title} cannot be built: {FirstError(output)} Its packages and their native libraries must be to be had from a package source. {PeerProgram.WithoutIt(peer)}");
    }

    /// <summary>The first error of a build, without the name of the project behind it; or else the first line.</summary>
    public static string FirstError(string output)
    {
        Match error = Error().Match(output);
        string line = error.Success ? error.Value : output.Split('\n').Select(each => each.Trim()).FirstOrDefault(each => each.Length > 0, "dotnet build failed");
        return line.EndsWith('.') ? line : line + ".";
    }

    [GeneratedRegex(@"(?<=: )error [A-Z]+[0-9]+: [^\r\n]*?(?=\s*(\[[^\]\r\n]*\])?\r?$)", RegexOptions.Multiline)]
    private static partial Regex Error();
}
