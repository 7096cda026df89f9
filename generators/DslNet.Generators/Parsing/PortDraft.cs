using DslNet.Generators.Model;

namespace DslNet.Generators.Parsing;

/// <summary>An input or an output while the network is being put together.</summary>
/// <param name="attribute">The attribute.</param>
/// <param name="layersBefore">How many layers are written before it.</param>
/// <param name="followsUnresolved">Whether what is written before it may be a layer that is not known.</param>
internal sealed class PortDraft(DeclaredAttribute attribute, int layersBefore, bool followsUnresolved)
{
    public DeclaredAttribute Attribute => attribute;

    public AttributeArguments Arguments { get; } = new(attribute);

    public int LayersBefore => layersBefore;

    public bool FollowsUnresolved => followsUnresolved;

    /// <summary>The name that is declared; null if none is.</summary>
    public string? Name => Arguments.String("Name") is { } name ? IdentifierText.Normalize(name) : null;

    /// <summary>Whether it is an input of tokens.</summary>
    public bool IsOfTokens => attribute.Data.AttributeClass!.MetadataName is "TokensAttribute" or "TokenSequenceAttribute";

    /// <summary>Whether samples are sequences, of which it is a frame.</summary>
    public bool IsSequence => attribute.Data.AttributeClass!.MetadataName is "SequenceAttribute" or "TokenSequenceAttribute";

    /// <summary>The name to go on with: always an identifier of its own.</summary>
    public string UsedName { get; set; } = "";

    /// <summary>The value that it is.</summary>
    public int Value { get; set; }

    public Shape Shape { get; set; } = Shape.Vector(1);

    public ShapeCertainty Certainty { get; set; }
}
