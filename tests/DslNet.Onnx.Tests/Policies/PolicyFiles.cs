using System.Runtime.CompilerServices;

namespace DslNet.Onnx.Tests.Policies;

/// <summary>Trained policies of games, if they are beside the repository.</summary>
internal static class PolicyFiles
{
    public const string Skip = "The trained policies are not beside the repository, in ../shared/data/policies.";

    /// <summary>Whether they are here.</summary>
    public static bool AreHere => All.Count > 0;

    /// <summary>Their paths.</summary>
    public static IReadOnlyList<string> All { get; } = Find();

    private static string[] Find()
    {
        string folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../../shared/data/policies"));
        return Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*.onnx").Order(StringComparer.Ordinal)] : [];
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
