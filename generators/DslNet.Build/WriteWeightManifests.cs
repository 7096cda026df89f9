using System.Globalization;
using System.Text;
using DslNet.Generators.Model;
using Microsoft.Build.Framework;

namespace DslNet.Build;

/// <summary>
/// Writes what the compiler is told of files of weights. Headers are read each time, which takes as long as opening the files; a text is written only
/// where it says something new, or where its file is newer, so that the compiler checks again after that, and after no other edit.
/// </summary>
public sealed class WriteWeightManifests : ITask
{
    private const string Help = "https://github.com/dslnet/dslnet/blob/main/docs/build.md#";

    /// <inheritdoc/>
    public IBuildEngine BuildEngine { get; set; } = null!;

    /// <inheritdoc/>
    public ITaskHost? HostObject { get; set; }

    /// <summary>The items, with Network, Embed, Map and Ignore.</summary>
    [Required]
    public ITaskItem[] Weights { get; set; } = [];

    /// <summary>Where the texts go.</summary>
    [Required]
    public string Folder { get; set; } = "";

    /// <summary>The project with the items.</summary>
    [Required]
    public string Project { get; set; } = "";

    /// <summary>The texts.</summary>
    [Output]
    public ITaskItem[] Manifests { get; private set; } = [];

    /// <inheritdoc/>
    public bool Execute()
    {
        List<ITaskItem> written = [];
        Dictionary<string, string> places = new(StringComparer.Ordinal);
        bool isSound = true;
        foreach (WeightItem item in Weights.Select(item => new WeightItem(item)))
        {
            try
            {
                CheckPlace(item, places);
                written.Add(new TextItem(Write(item)));
            }
            catch (UnreadableFileException exception)
            {
                isSound = Report("DSLN0405", item.Path, $"The file of weights cannot be read. {exception.Message}");
            }
            catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
            {
                isSound = Report("DSLN0405", item.Path, "There is no such file of weights. Correct Include of DslNetWeights, or make the file: net.Save writes it.");
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                isSound = Report("DSLN0405", item.Path, $"The file of weights cannot be read: {exception.Message}");
            }
            catch (WrongItemException exception)
            {
                isSound = Report("DSLN0406", Project, exception.Message);
            }
        }

        Manifests = [.. written];
        return isSound;
    }

    /// <summary>Files from outside the project are copied by their names alone: of two, the second would replace the first, whose network would load it.</summary>
    private void CheckPlace(WeightItem item, Dictionary<string, string> places)
    {
        if (item.IsEmbedded)
            return;
        string place = item.PlaceIn(Project);
        if (places.TryGetValue(place, out string other) && other != item.Path)
            throw new WrongItemException($"{other} and {item.Path} would both be copied to {place} beside the program. Give one of them another name, or write Embed=\"true\".");
        places[place] = item.Path;
    }

    private string Write(WeightItem item)
    {
        string text = ManifestText.Write(item.ReadManifest(Project));
        string path = Path.Combine(Folder, $"{Path.GetFileNameWithoutExtension(item.Path)}.{Hash(item.Path + "\n" + item.Network)}{WeightManifest.Ending}");
        if (File.Exists(path) && File.GetLastWriteTimeUtc(path) >= File.GetLastWriteTimeUtc(item.Path) && File.ReadAllText(path) == text)
            return path;
        Directory.CreateDirectory(Folder);
        File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return path;
    }

    /// <returns>False.</returns>
    private bool Report(string code, string file, string message)
    {
        BuildEngine.LogErrorEvent(new BuildErrorEventArgs("", code, file, 0, 0, 0, 0, message, null, nameof(WriteWeightManifests), $"{Help}{code.ToLowerInvariant()}", DateTime.UtcNow, null));
        return false;
    }

    /// <summary>FNV-1a: the same on every run, unlike GetHashCode.</summary>
    private static string Hash(string text)
    {
        uint hash = 2166136261;
        foreach (char letter in text)
            hash = unchecked((hash ^ letter) * 16777619);
        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
