using System.Diagnostics;

namespace DslNet.Benchmarks.Compare;

/// <summary>Builds a peer that has a project of its own, with its native libraries.</summary>
internal static class PeerBuild
{
    /// <exception cref="InvalidOperationException">The build fails; what it said is in the message.</exception>
    public static void Run(PeerProgram peer)
    {
        string[] arguments = ["build", peer.Folder, "-c", "Release", "-p:NativePeers=true", "--nologo", "-v:quiet"];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{peer.Title} cannot be built. To compare without it, name the others with --peer.\n{output}");
    }
}
