namespace DslNet.Generators.Model;

/// <summary>
/// What a build knows of a file of weights: the names, shapes and types of its tensors, and what the project says about it. The compiler takes text
/// as additional files only, so that the build writes this as text, and the generator and the analyzers read it.
/// </summary>
/// <param name="File">The file, as the project names it.</param>
/// <param name="Network">The class that it is for, by its name or its full name.</param>
/// <param name="Project">The project with the item, for messages about it.</param>
/// <param name="IsEmbedded">Whether it is a resource of the assembly, and not a file beside it.</param>
/// <param name="Place">The resource's name, or the file's path below the program's folder.</param>
/// <param name="Map">Names that differ.</param>
/// <param name="Ignored">Names in the file, or what they begin with up to a dot, that are left out.</param>
/// <param name="Tensors">The tensors, in the order of the file.</param>
internal sealed record WeightManifest(
    string File, string Network, string Project, bool IsEmbedded, string Place, EquatableArray<Renaming> Map, EquatableArray<string> Ignored, EquatableArray<StoredTensor> Tensors)
{
    /// <summary>What the names of such texts end with.</summary>
    public const string Ending = ".dslnet-weights.txt";
}
