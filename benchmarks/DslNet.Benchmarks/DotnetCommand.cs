using System.ComponentModel;
using System.Diagnostics;

namespace DslNet.Benchmarks;

/// <summary>Starts dotnet, which builds and runs what has a process of its own.</summary>
internal static class DotnetCommand
{
    /// <summary>Its name, to be found on the PATH.</summary>
    public const string Name = "dotnet";

    /// <exception cref="BenchmarkException">There is none.</exception>
    public static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new BenchmarkException($"{start.FileName} cannot be started: {e.Message}. Install the .NET 10 SDK, and put the folder of dotnet into PATH.", e);
        }
    }
}
