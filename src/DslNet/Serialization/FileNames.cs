namespace DslNet;

/// <summary>A file's name, and that of its conversion, as Python writes them.</summary>
internal readonly struct FileNames
{
    /// <summary>The names for a path, or for a stream that has none.</summary>
    public FileNames(string file)
    {
        string name = file == NetworkFiles.StreamName ? "model.bin" : Path.GetFileName(file);
        (Given, Converted) = (Quoted(name), Quoted($"{Path.GetFileNameWithoutExtension(name)}{(name.EndsWith(".safetensors", StringComparison.OrdinalIgnoreCase) ? ".converted" : "")}.safetensors"));
    }

    /// <summary>What was passed.</summary>
    public string Given { get; }

    /// <summary>What it is converted to.</summary>
    public string Converted { get; }

    private static string Quoted(string name) => $"'{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";
}
