using System.Globalization;
using System.Runtime.CompilerServices;

namespace DslNet.Audio.Tests.Voice;

/// <summary>Silero's weights, a recording, and what is expected of them, if they are beside the repository.</summary>
internal static class VoiceFiles
{
    public const string Skip = "Silero's weights and the recording are not beside the repository, in ../shared/data/silero.";

    private static readonly string s_folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../../shared/data/silero"));

    /// <summary>Whether they are here.</summary>
    public static bool AreHere => Directory.Exists(s_folder);

    public static string Of(string name) => Path.Combine(s_folder, name);

    /// <summary>The expected probabilities of speech, one for each 512 samples.</summary>
    public static float[] Expected(string name) => [.. File.ReadLines(Of(name)).Where(line => line.Length > 0).Select(line => float.Parse(line, CultureInfo.InvariantCulture))];

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
