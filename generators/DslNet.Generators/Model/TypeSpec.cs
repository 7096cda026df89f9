namespace DslNet.Generators.Model;

/// <summary>The user's class, as far as another part of it must repeat it.</summary>
/// <param name="Namespace">The namespace, empty if it is the global one.</param>
/// <param name="Name">The class's name, escaped where it is a keyword.</param>
/// <param name="Containers">The headers of the types around it, outermost first, such as <c>partial class Outer</c>.</param>
/// <param name="IsPublic">Whether it can be seen from other assemblies; internal classes implement the same interfaces.</param>
/// <param name="HasConstructor">Whether the user wrote a constructor without parameters: then the generated one's seed is not optional.</param>
/// <param name="HasSeedConstructor">Whether the user wrote a constructor that takes a single int: then none is generated.</param>
internal sealed record TypeSpec(string Namespace, string Name, EquatableArray<string> Containers, bool IsPublic, bool HasConstructor, bool HasSeedConstructor)
{
    /// <summary>Whether the user wrote a member that keeps a method Load without parameters from being generated.</summary>
    public bool HasLoad { get; init; }

    /// <summary>The class's name as messages and descriptions show it.</summary>
    public string PlainName => Name.TrimStart('@');

    /// <summary>The file name of what is generated, without its ending: namespace and types with dots.</summary>
    public string HintName
    {
        get
        {
            IEnumerable<string> containers = Containers.Select(header => header.Substring(header.LastIndexOf(' ') + 1));
            IEnumerable<string> parts = Namespace.Length == 0 ? [] : [Namespace];
            return string.Join(".", parts.Concat(containers).Concat([Name])).Replace("@", "");
        }
    }
}
