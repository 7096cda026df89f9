using System.Globalization;
using System.Text;
using DslNet.Onnx.Graphs;
using DslNet.Onnx.Models;

namespace DslNet.Onnx.Writing;

/// <summary>The C# file of an imported network.</summary>
internal static class SourceText
{
    private const int Width = 150;

    public static string Write(OnnxFile file, LayerNetwork network, NetworkNames names, IReadOnlyList<string> remarks, string className, string? inNamespace)
    {
        string fileName = Names.Shown(Path.GetFileName(file.Path));
        List<string> comments =
        [
            string.Create(CultureInfo.InvariantCulture, $"Imported from {fileName}, which {(file.Model.Producer.Length > 0 ? Names.Shown(file.Model.Producer) : "an unnamed program")} wrote with operator set {file.Model.Opset}."),
            $"SHA-256 {file.Sha256}.",
            $"Weights: Network.Load<{className}>(\"{className}.safetensors\"), or {className}.Load() of a project with <DslNetWeights Include=\"{className}.safetensors\" Network=\"{className}\" />.",
            .. network.Layers.Select((layer, i) => (layer, i)).Where(pair => pair.layer.Origin.Length > 0).Select(pair => $"  {names.File(pair.i, "")[..^1]}: {pair.layer.Origin}"),
            .. remarks,
        ];
        var text = new StringBuilder();
        foreach (string line in comments.SelectMany(Wrapped))
            text.Append("// ").Append(line).Append('\n');
        text.Append(network.Methods.Count > 0 ? "using System;\nusing DslNet;\n\n" : "using DslNet;\n\n");
        if (inNamespace is not null)
            text.Append("namespace ").Append(inNamespace).Append(";\n\n");
        long parameters = network.Layers.SelectMany(layer => layer.Parameters).Sum(parameter => (long)parameter.Values.Length);
        text.Append(CultureInfo.InvariantCulture, $"/// <summary>{Shapes(network.Inputs)} to {Shapes(network.Outputs)}, {parameters:N0} parameters, imported from {Escape(fileName)}.</summary>\n");
        string[] meant = [.. Meant(network).Distinct().Order(StringComparer.Ordinal)];
        if (meant.Length > 0)
            text.Append("#pragma warning disable ").AppendJoin(", ", meant).Append(" // The model is so.\n");
        text.Append("[Network]\n");
        foreach (string line in Declaration.Write(network, names))
            text.Append(line).Append('\n');
        text.Append("public sealed partial class ").Append(className);
        if (network.Methods.Count == 0)
            return text.Append(";\n").ToString();
        return text.Append("\n{\n").AppendJoin("\n\n", network.Methods.Select(method => $"    private static float {method.Name}(float x) => {method.Text};")).Append("\n}\n").ToString();
    }

    /// <summary>Rules that warn of what is rarely meant, and is here: activations in a row, and a normalization of each value of an image by itself.</summary>
    private static IEnumerable<string> Meant(LayerNetwork network)
    {
        Dictionary<string, Layer> producers = network.Layers.ToDictionary(layer => layer.Writes, StringComparer.Ordinal);
        foreach (Layer layer in network.Layers)
        {
            if (!producers.TryGetValue(layer.Reads[0], out Layer? before))
                continue;
            if (layer.IsActivation && before.IsActivation)
                yield return "DSLN0151";
            if (layer.Attribute == "BatchNorm" && before.Attribute == "Flatten")
                yield return "DSLN0157";
        }
    }

    private static string Shapes(IReadOnlyList<Port> ports) => string.Join(" and ", ports.Select(port => string.Join('×', port.Sample.Select(axis => axis.ToString(CultureInfo.InvariantCulture)))));

    private static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    /// <summary>A long line in several, of which all but the first are indented.</summary>
    private static IEnumerable<string> Wrapped(string line)
    {
        while (line.Length > Width && line.LastIndexOf(' ', Width) is > 4 and var at)
        {
            yield return line[..at];
            line = "    " + line[(at + 1)..];
        }

        yield return line;
    }
}
