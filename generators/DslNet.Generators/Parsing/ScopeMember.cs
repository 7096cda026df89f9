namespace DslNet.Generators.Parsing;

/// <summary>What has a name among the attributes of a network or a block: a layer, or a use of a block.</summary>
internal abstract class ScopeMember(DeclaredAttribute attribute, AttributeArguments arguments)
{
    public DeclaredAttribute Attribute => attribute;

    public AttributeArguments Arguments => arguments;

    /// <summary>The word that it is numbered by where it has no name.</summary>
    public abstract string Kind { get; }

    /// <summary>The library's class of the property that it becomes; null if it becomes none.</summary>
    public abstract string? View { get; }

    /// <summary>The name that is declared, even if it is not allowed; null if none is.</summary>
    public virtual string? DeclaredName => arguments.String("Name");

    /// <summary>The name that it has where none is declared: its kind and its place among all of the kind.</summary>
    public string NumberedName { get; set; } = "";

    /// <summary>The name that other layers may use: as declared, even if it is not allowed, else numbered.</summary>
    public string ReferenceName { get; set; } = "";

    /// <summary>The name to go on with: always an identifier of its own, so that what is generated compiles.</summary>
    public string Name { get; set; } = "";

    /// <summary>The name for readers and files: behind the names of the uses that it is in, with dots.</summary>
    public string Path { get; set; } = "";

    /// <summary>The value that the name stands for, as the graph numbers them.</summary>
    public int Value { get; set; }

    /// <summary>The layer that produces what the name stands for; null where there is none.</summary>
    public abstract LayerDraft? Last { get; }

    /// <summary>Whether other layers may use a name for what it produces.</summary>
    public virtual bool IsCalled(string name) => ReferenceName == name;
}
