using DslNet.Generators.Model;
using Microsoft.Build.Framework;

namespace DslNet.Build;

/// <summary>An item DslNetWeights of a project.</summary>
internal sealed class WeightItem(ITaskItem item)
{
    public string Path => item.GetMetadata("FullPath");

    /// <summary>The class that the file is for.</summary>
    public string Network => item.GetMetadata("Network").Trim() is { Length: > 0 } network
        ? network
        : throw new WrongItemException($"DslNetWeights {item.ItemSpec} does not say which network the file is for. Write <DslNetWeights Include=\"{item.ItemSpec}\" Network=\"DigitNet\" />, with the class's name.");

    public bool IsEmbedded => item.GetMetadata("Embed").Equals("true", StringComparison.OrdinalIgnoreCase);

    public EquatableArray<string> Ignored => Entries("Ignore").ToEquatableArray();

    public EquatableArray<Renaming> Map => Entries("Map").Select(ReadRenaming).ToEquatableArray();

    /// <summary>The resource's name, as the package's targets say it, or where MSBuild copies a file: below the program's folder as below the project's, or else by its name.</summary>
    public string PlaceIn(string project)
    {
        if (IsEmbedded)
            return "DslNet.Weights." + item.GetMetadata("Network");
        string folder = System.IO.Path.GetDirectoryName(project) + System.IO.Path.DirectorySeparatorChar;
        return Path.StartsWith(folder, StringComparison.Ordinal) ? Path.Substring(folder.Length) : System.IO.Path.GetFileName(Path);
    }

    /// <summary>What is separated by semicolons or commas.</summary>
    private IEnumerable<string> Entries(string metadata) => item.GetMetadata(metadata).Split(';', ',').Select(entry => entry.Trim()).Where(entry => entry.Length > 0);

    private Renaming ReadRenaming(string entry)
    {
        // Names of a network have no colon; those of other frameworks may.
        int colon = entry.LastIndexOf(':');
        if (colon <= 0)
            throw new WrongItemException($"Map of DslNetWeights {item.ItemSpec} has '{entry}', which names no two sides. Write Map=\"NAME IN THE FILE:NAME IN THE NETWORK\", such as Map=\"conv.0:conv1\", with semicolons between several.");
        return new(entry.Substring(0, colon).Trim(), entry.Substring(colon + 1).Trim());
    }

    /// <summary>What the compiler is told of the file.</summary>
    /// <param name="project">The project with the item.</param>
    /// <exception cref="UnreadableFileException">The file is not valid.</exception>
    /// <exception cref="WrongItemException">The item is not.</exception>
    public WeightManifest ReadManifest(string project)
    {
        string network = Network;
        EquatableArray<Renaming> map = Map;
        using FileStream stream = new(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return new(item.ItemSpec, network, project, IsEmbedded, PlaceIn(project), map, Ignored, SafetensorsFile.Read(stream).ToEquatableArray());
    }
}
