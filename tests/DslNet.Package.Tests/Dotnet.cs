using System.Diagnostics;

namespace DslNet.Package.Tests;

/// <summary>Runs the command line as a user would, and programs that it has built.</summary>
internal static class Dotnet
{
    public static Task<CommandResult> RunAsync(string folder, params string[] arguments) => StartAsync("dotnet", folder, arguments);

    /// <summary>Runs a command that must succeed.</summary>
    public static async Task<CommandResult> SucceedAsync(string folder, params string[] arguments)
    {
        CommandResult result = await RunAsync(folder, arguments);
        Assert.True(result.ExitCode == 0, $"dotnet {string.Join(' ', arguments)}\n{result.Output}");
        return result;
    }

    public static Task<CommandResult> StartAsync(string program, string folder, params string[] arguments) => StartAsync(program, folder, s_environment, arguments);

    /// <summary>Runs a program with variables that its environment is to have besides.</summary>
    public static async Task<CommandResult> StartAsync(string program, string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in s_environment.Concat(environment))
            start.Environment[name] = value;
        // What the runner of these tests sets for itself would mislead the builds.
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) && !s_environment.ContainsKey(name)).ToArray())
            start.Environment.Remove(name);

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new CommandResult(process.ExitCode, await output + await error);
    }

    /// <summary>No server may outlive a test: it would keep files, and the pipes to this process, open.</summary>
    private static readonly Dictionary<string, string> s_environment = new()
    {
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_NOLOGO"] = "1",
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
        ["DOTNET_SKIP_WORKLOAD_INTEGRITY_CHECK"] = "1",
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["UseSharedCompilation"] = "false",
    };
}
