using System.Globalization;
using System.Text;

namespace DslNet.Generators.Model;

/// <summary>A <see cref="WeightManifest"/> as text: a line for each of its parts, which begins with a word; what follows is behind tabulators.</summary>
internal static class ManifestText
{
    private const string Head = "DslNet weights 1";
    private const string File = "file", Network = "network", Project = "project", Embedded = "embedded", Copied = "copied", Map = "map", Ignored = "ignore", Tensor = "tensor";

    public static string Write(WeightManifest manifest)
    {
        var text = new StringBuilder(Head).Append('\n');
        Line(File, manifest.File);
        Line(Network, manifest.Network);
        Line(Project, manifest.Project);
        Line(manifest.IsEmbedded ? Embedded : Copied, manifest.Place);
        foreach (Renaming renaming in manifest.Map)
            Line(Map, renaming.From, renaming.To);
        foreach (string name in manifest.Ignored)
            Line(Ignored, name);
        foreach (StoredTensor tensor in manifest.Tensors)
            Line(Tensor, tensor.Name, tensor.ElementType, string.Join("×", tensor.Shape.Select(axis => axis.ToString(CultureInfo.InvariantCulture))));
        return text.ToString();

        void Line(string word, params string[] values) => text.Append(word).Append('\t').Append(string.Join("\t", values.Select(Escaped))).Append('\n');
    }

    /// <returns>The manifest; null of a text that is none.</returns>
    public static WeightManifest? Read(string text)
    {
        string[] lines = text.Split('\n');
        if (lines[0].TrimEnd('\r') != Head)
            return null;
        string file = "", network = "", project = "", place = "";
        bool isEmbedded = false;
        List<Renaming> map = [];
        List<string> ignored = [];
        List<StoredTensor> tensors = [];
        foreach (string line in lines.Skip(1))
        {
            string[] values = [.. line.TrimEnd('\r').Split('\t').Select(Unescaped)];
            switch (values)
            {
                case [File, { } value]:
                    file = value;
                    break;
                case [Network, { } value]:
                    network = value;
                    break;
                case [Project, { } value]:
                    project = value;
                    break;
                case [Embedded or Copied, { } value]:
                    (isEmbedded, place) = (values[0] == Embedded, value);
                    break;
                case [Map, { } from, { } to]:
                    map.Add(new(from, to));
                    break;
                case [Ignored, { } value]:
                    ignored.Add(value);
                    break;
                case [Tensor, { } name, { } type, { } shape]:
                    tensors.Add(new(name, type, shape.Length == 0 ? EquatableArray<long>.Empty : shape.Split('×').Select(axis => long.Parse(axis, CultureInfo.InvariantCulture)).ToEquatableArray()));
                    break;
            }
        }

        return new(file, network, project, isEmbedded, place, map.ToEquatableArray(), ignored.ToEquatableArray(), tensors.ToEquatableArray());
    }

    /// <summary>Without what ends a value or a line, whatever a file's names hold.</summary>
    private static string Escaped(string value)
    {
        if (!value.Any(letter => letter == '\\' || char.IsControl(letter) || char.IsSurrogate(letter)))
            return value;
        var text = new StringBuilder();
        foreach (char letter in value)
        {
            if (letter == '\\' || char.IsControl(letter) || char.IsSurrogate(letter))
                text.Append("\\").Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture));
            else
                text.Append(letter);
        }

        return text.ToString();
    }

    private static string Unescaped(string value)
    {
        if (value.IndexOf('\\') < 0)
            return value;
        var text = new StringBuilder();
        for (int i = 0; i < value.Length; i++)
        {
            if (value[i] == '\\' && i + 4 < value.Length)
            {
                text.Append((char)int.Parse(value.Substring(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 4;
            }
            else
            {
                text.Append(value[i]);
            }
        }

        return text.ToString();
    }
}
