using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DslNet.Audio.Writing;

namespace DslNet.Audio;

/// <summary>A network of a .nam file as the class that declares it, and its weights.</summary>
public sealed partial class NamImport
{
    private readonly NamModel _model;

    internal NamImport(NamModel model, string className, string? inNamespace)
    {
        ArgumentNullException.ThrowIfNull(className);
        if (!IsName(className))
            throw new ArgumentException($"“{className}” is no name of a class. Choose letters and digits, a capital first.", nameof(className));
        if (inNamespace is not null && !inNamespace.Split('.').All(IsName))
            throw new ArgumentException($"“{inNamespace}” is no namespace. Write names with dots between them, such as Sound.Amplifiers.", nameof(inNamespace));
        (_model, Name, Source) = (model, className, NamSource.Write(model, className, inNamespace));
    }

    /// <summary>The name of the class.</summary>
    public string Name { get; }

    /// <summary>The C# file that declares it.</summary>
    public string Source { get; }

    /// <summary>A name for the class that is made of a file's: its letters and digits, each word with a capital.</summary>
    /// <param name="path">The file.</param>
    public static string NameOf(string path)
    {
        string name = string.Concat(Words().Matches(Path.GetFileNameWithoutExtension(path)).Select(word => char.ToUpperInvariant(word.Value[0]) + word.Value[1..]));
        return name.Length == 0 ? "Amplifier" : char.IsAsciiDigit(name[0]) ? "Amp" + name : name;
    }

    /// <summary>Writes the weights as a safetensors file, with the names and orders that the network loads.</summary>
    /// <param name="stream">Where to.</param>
    public void WriteWeights(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        NamSafetensors.Write(stream, [.. _model.Layers.Where(layer => !layer.IsUnread).SelectMany(layer => layer.Tensors.Select(tensor => (FileName(layer.Name) + "." + tensor.Role, tensor)))]);
    }

    /// <summary>Writes the class and its weights: <c>Name.cs</c> and <c>Name.safetensors</c>. Each file is there wholly or not at all.</summary>
    /// <param name="folder">The folder, which is made if it is not there.</param>
    /// <param name="overwrite">Whether files that are there already are replaced.</param>
    /// <returns>The paths of the two.</returns>
    /// <exception cref="IOException">A file is there already, or cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file must not be written.</exception>
    public (string Source, string Weights) Save(string folder, bool overwrite = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        string source = Path.Combine(folder, Name + ".cs"), weights = Path.Combine(folder, Name + ".safetensors");
        string? existing = overwrite ? null : new[] { source, weights }.FirstOrDefault(File.Exists);
        if (existing is not null)
            throw new IOException($"{existing} is there already. Ask for it to be replaced, or choose another name or folder.");
        Directory.CreateDirectory(folder);
        AtomicFile.Write(weights, WriteWeights);
        AtomicFile.Write(source, stream => stream.Write(Encoding.UTF8.GetBytes(Source)));
        return (source, weights);
    }

    private static string FileName(string layer) => string.Create(CultureInfo.InvariantCulture, $"{char.ToLowerInvariant(layer[0])}{layer[1..]}");

    // Words in small letters may be C#'s own, now or later.
    private static bool IsName(string name) => Identifier().IsMatch(name) && !name.All(char.IsAsciiLetterLower);

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_]*\z")]
    private static partial Regex Identifier();

    [GeneratedRegex("[A-Za-z0-9]+")]
    private static partial Regex Words();
}
