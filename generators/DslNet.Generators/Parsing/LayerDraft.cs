using DslNet.Generators.Model;

namespace DslNet.Generators.Parsing;

/// <summary>A layer while the network is being put together.</summary>
internal sealed class LayerDraft(DeclaredAttribute attribute, AttributeArguments arguments, LayerSpec layer, bool followsUnresolved)
{
    public DeclaredAttribute Attribute => attribute;

    public AttributeArguments Arguments => arguments;

    public LayerSpec Layer => layer;

    /// <summary>Whether it learns something that it shall not learn.</summary>
    public bool IsFrozen => layer.HasParameters && arguments.Boolean("Frozen", otherwise: false);

    /// <summary>Whether an attribute that the compiler does not find stands before it, which may have been a layer.</summary>
    public bool FollowsUnresolved => followsUnresolved;

    /// <summary>The name that other layers may use: as declared, even if it is not allowed, else numbered.</summary>
    public string ReferenceName { get; set; } = "";

    /// <summary>The name to go on with: always an identifier of its own, so that what is generated compiles.</summary>
    public string Name { get; set; } = "";

    /// <summary>The values it reads.</summary>
    public List<int> Inputs { get; } = [];

    /// <summary>Whether all that it refers to was found.</summary>
    public bool InputsFound { get; set; } = true;

    public Shape Output { get; set; } = Shape.Vector(1);

    public ShapeCertainty Certainty { get; set; }
}
