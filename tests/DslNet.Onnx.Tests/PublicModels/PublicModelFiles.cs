using System.Runtime.CompilerServices;

namespace DslNet.Onnx.Tests.PublicModels;

/// <summary>Models of public packages, where eng/get-public-models.sh has put them.</summary>
internal static class PublicModelFiles
{
    public const string Skip = "ONNX Runtime or the public models are not here. Run eng/get-public-models.sh, and build with -p:WithOnnxRuntime=true.";

    private static readonly string s_folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../data/models"));

    /// <summary>Whether they are here, and ONNX Runtime can be asked.</summary>
    public static bool AreHere => Policies.OnnxRuntime.IsBuiltIn && All.Count > 0;

    /// <summary>Their paths.</summary>
    public static IReadOnlyList<string> All { get; } = Directory.Exists(s_folder) ? [.. Directory.GetFiles(s_folder, "*.onnx").Order(StringComparer.Ordinal)] : [];

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
