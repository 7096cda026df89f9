using System.Security;
using DslNet.Generators.Model;
using DslNet.Generators.Text;

namespace DslNet.Generators.Emission;

/// <summary>Writes the part of a class that loads the weights which the project names for it.</summary>
internal static class LoadFile
{
    /// <summary>What the names of such files end with.</summary>
    public const string Name = "Weights";

    /// <summary>The method.</summary>
    public const string Method = "Load";

    private const string Library = "global::DslNet.CompilerServices.ProjectWeights";

    public static string Write(TypeSpec type, WeightManifest manifest)
    {
        SourceWriter writer = new();
        TypeShell.WriteHeader(writer, []);
        TypeShell.WriteType(writer, type, "", () =>
        {
            string where = manifest.IsEmbedded ? "which is embedded in the assembly" : "which the build copies beside the program";
            string names = $"[{string.Join(", ", manifest.Map.SelectMany(renaming => new[] { renaming.From, renaming.To }).Select(Literal.Of))}]";
            string ignored = $"[{string.Join(", ", manifest.Ignored.Select(Literal.Of))}]";
            writer.Lines(
                $"/// <summary>Creates a network with the weights of the project's file {Shown(manifest.File)}, {where}. The build has compared it with the layers.</summary>",
                $"public static {type.Name} {Method}() =>",
                $"\t{Library}.{(manifest.IsEmbedded ? "Embedded" : "BesideProgram")}<{type.Name}>({Literal.Of(manifest.Place)}, renamed: {names}, ignored: {ignored});");
        });
        return writer.ToString();
    }

    /// <summary>A path in a comment, which it cannot end.</summary>
    private static string Shown(string path) => SecurityElement.Escape(new([.. path.Select(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? '?' : letter)]))!;
}
