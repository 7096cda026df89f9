using System.Diagnostics;
using System.Runtime.InteropServices;

namespace DslNet.Networks.Tests;

/// <summary>Runs the program beside the tests, which may crash without taking them along.</summary>
internal static class Child
{
    public static ChildResult Run(string[] arguments, params (string Name, string Value)[] environment)
    {
        using Process process = Start(arguments, environment);
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, errors.GetAwaiter().GetResult());
    }

    /// <summary>Starts it, with its output and errors redirected.</summary>
    public static Process Start(string[] arguments, params (string Name, string Value)[] environment)
    {
        ProcessStartInfo start = new(Host()) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "DslNet.Networks.Child.dll"));
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);

        // A crash is expected by some tests: it needs to leave a message, not a dump.
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>The host that belongs to the runtime these tests run on.</summary>
    private static string Host() =>
        Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
}
