using System.Text.Json;

namespace DslNet.Audio;

/// <summary>
/// A capture of Neural Amp Modeler (.nam): the JSON text of a network and its weights, or of several sizes of one. What its architectures have is read as layers of
/// DslNet; what they do not is an exception that names it.
/// </summary>
public sealed class NamFile
{
    private const string Container = "SlimmableContainer";

    private const int SizeDigits = 6;

    // Models in models, of conditions.
    private const int MostDepth = 64;

    private NamFile(string version, IReadOnlyList<NamModel> models) => (Version, Models) = (version, models);

    /// <summary>The version of the format that the file says.</summary>
    public string Version { get; }

    /// <summary>The models: one, or those of a container from the smallest to the largest.</summary>
    public IReadOnlyList<NamModel> Models { get; }

    /// <summary>The whole model: the largest, where there are several sizes.</summary>
    public NamModel Model => Models[^1];

    /// <summary>The model for a size: the first whose <see cref="NamModel.Size"/> is more, else the largest.</summary>
    /// <param name="size">From 0, the smallest, to 1, the largest.</param>
    public NamModel OfSize(double size) => Models.FirstOrDefault(model => model.Size > size) ?? Model;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="NamException">The file is damaged, or has what DslNet has no layers for.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    public static NamFile Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            return Parse(File.ReadAllBytes(path));
        }
        catch (NamException e)
        {
            throw new NamException($"{Path.GetFileName(path)}: {e.Message}", e);
        }
    }

    /// <summary>Reads the text of a file.</summary>
    /// <param name="utf8">The text.</param>
    /// <exception cref="NamException">The text is damaged, or has what DslNet has no layers for.</exception>
    public static NamFile Parse(ReadOnlyMemory<byte> utf8)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        try
        {
            using JsonDocument document = JsonDocument.Parse(utf8.Span.StartsWith(mark) ? utf8[mark.Length..] : utf8, new() { MaxDepth = MostDepth });
            NamNode root = new(document.RootElement, "");
            if (!root.IsObject)
                throw new NamException("The text is no object. A .nam file is an object with version, architecture, config and weights.");
            return new(root.Text("version"), root.Text("architecture") == Container ? ReadContainer(root) : [new(root, null)]);
        }
        catch (JsonException e)
        {
            throw new NamException($"The text is no JSON: {e.Message}", e);
        }
        catch (InvalidOperationException e)
        {
            // A text with halves of characters.
            throw new NamException($"The text is no JSON: {e.Message}", e);
        }
    }

    private static List<NamModel> ReadContainer(NamNode root)
    {
        IReadOnlyList<NamNode> submodels = root.Object("config").Array("submodels");
        if (submodels.Count == 0)
            throw root.Get("config").Get("submodels").Unexpected("an array with a model at least");
        List<NamModel> models = [];
        foreach (NamNode submodel in submodels)
        {
            double most = Math.Round((double)submodel.Get("max_value").AsNumber(), SizeDigits);
            if (models.Count > 0 && most <= models[^1].Size)
                throw submodel.Get("max_value").Unexpected("more than that of the model before");
            models.Add(new(submodel.Object("model"), most));
        }

        return models;
    }
}
