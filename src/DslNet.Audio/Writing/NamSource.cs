using System.Globalization;
using System.Text;

namespace DslNet.Audio.Writing;

/// <summary>The C# file of a network that a .nam file describes.</summary>
internal static class NamSource
{
    /// <param name="model">The network.</param>
    /// <param name="className">The name of the class.</param>
    /// <param name="inNamespace">Its namespace; null for none.</param>
    public static string Write(NamModel model, string className, string? inNamespace)
    {
        NamLayer[] layers = [.. model.Layers.Where(layer => !layer.IsUnread)];
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"// Imported from a .nam file of version {Shown(model.Version)}: {model.Architecture}{(model.SampleRate > 0 ? $", {model.SampleRate:0.###} samples a second" : "")}.\n");
        text.Append(CultureInfo.InvariantCulture, $"// Weights: Network.Load<{className}>(\"{className}.safetensors\"), or {className}.Load() of a project with <DslNetWeights Include=\"{className}.safetensors\" Network=\"{className}\" />. A stream begins behind {model.SilentFrames} frames of silence.\n");
        string[] methods = [.. layers.Select(layer => layer.Method).OfType<string>().Distinct(StringComparer.Ordinal)];
        text.Append(methods.Length == 0 ? "using DslNet;\n\n" : "using System;\nusing DslNet;\n\n");
        if (inNamespace is not null)
            text.Append(CultureInfo.InvariantCulture, $"namespace {inNamespace};\n\n");
        text.Append(CultureInfo.InvariantCulture, $"/// <summary>A {model.Architecture} of Neural Amp Modeler, {model.ParameterCount:N0} parameters.</summary>\n");
        text.Append("[Network]\n");
        foreach (string line in Lines(model, layers))
            text.Append(line).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"public sealed partial class {className}");
        return text.Append(methods.Length == 0 ? ";\n" : $"\n{{\n{string.Join("\n\n", methods.Select(method => "    " + method))}\n}}\n").ToString();
    }

    /// <summary>A line for each convolution and each branch.</summary>
    private static IEnumerable<string> Lines(NamModel model, NamLayer[] layers)
    {
        HashSet<string> named = [.. layers.Where(layer => layer.Tensors.Count > 0).Select(layer => layer.Name)];
        string previous = NamLayers.Input;
        foreach (NamLayer layer in layers)
        {
            named.UnionWith(layer.Reads.Skip(layer.Reads[0] == previous ? 1 : 0));
            previous = layer.Name;
        }

        List<string> line = [$"Sequence({NamLayers.Text(model.Inputs)})"];
        previous = NamLayers.Input;
        foreach (NamLayer layer in layers)
        {
            bool isBranch = layer.Reads[0] != previous;
            if (layer.Tensors.Count > 0 || isBranch)
            {
                yield return $"[{string.Join(", ", line)}]";
                line.Clear();
            }

            line.Add(Attribute(layer, isBranch, named.Contains(layer.Name)));
            previous = layer.Name;
        }

        yield return $"[{string.Join(", ", line)}]";
    }

    private static string Attribute(NamLayer layer, bool isBranch, bool isNamed)
    {
        List<string> arguments = [.. layer.Reads.Skip(1).Select(Quoted), .. layer.Arguments];
        if (isBranch)
            arguments.Add($"From = {Quoted(layer.Reads[0])}");
        if (isNamed)
            arguments.Add($"Name = {Quoted(layer.Name)}");
        return arguments.Count == 0 ? layer.Attribute : $"{layer.Attribute}({string.Join(", ", arguments)})";
    }

    /// <summary>A version for a comment: what ends a line of C# could make code of it.</summary>
    private static string Shown(string version) => new([.. version.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '+')]);

    private static string Quoted(string name) => $"\"{name}\"";
}
