using DslNet.Generators.Diagnostics;
using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslNet.Generators.Parsing;

/// <summary>The attributes of a network, sorted by what they mean.</summary>
internal sealed class NetworkDraft
{
    private NetworkDraft(Location className) => ClassName = className;

    /// <summary>The class's name in the declaration: the place to report what is not there.</summary>
    public Location ClassName { get; }

    public List<LayerDraft> Layers { get; } = [];

    public DeclaredAttribute? Input { get; private set; }

    public DeclaredAttribute? Output { get; private set; }

    public DeclaredAttribute? Budget { get; private set; }

    public List<DeclaredAttribute> Losses { get; } = [];

    /// <summary>Whether something that may be a layer stands behind the last layer.</summary>
    public bool EndsDoubtfully { get; private set; }

    /// <summary>Whether a layer is written where its place among the others is not defined.</summary>
    public bool HasStrayLayers { get; private set; }

    /// <summary>Whether an input is written where it does not count.</summary>
    public bool HasStrayInput { get; private set; }

    public NetworkSourceMap SourceMap => new(
        ClassName,
        Input?.Syntax,
        [.. Layers.Select(layer => layer.Attribute.Syntax)],
        Output?.Syntax,
        Losses.Count > 0 ? Losses[0].Syntax : null);

    public static NetworkDraft Read(
        INamedTypeSymbol type, TypeDeclarationSyntax declaration, ProblemList problems, CancellationToken cancellation)
    {
        var draft = new NetworkDraft(declaration.Identifier.GetLocation());
        foreach (DeclaredAttribute attribute in DeclaredAttribute.Of(type, cancellation))
        {
            if (attribute.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() == declaration)
                draft.Add(attribute, problems);
            else if (attribute.Role is not (AttributeRole.Unresolved or AttributeRole.Network))
                draft.AddStray(attribute, type, problems);
        }

        return draft;
    }

    private void Add(DeclaredAttribute attribute, ProblemList problems)
    {
        switch (attribute.Role)
        {
            case AttributeRole.Input when Input is null:
                Input = attribute;
                break;
            case AttributeRole.Output when Output is null:
                Output = attribute;
                break;
            case AttributeRole.Budget when Budget is null:
                Budget = attribute;
                break;
            case AttributeRole.Input or AttributeRole.Output or AttributeRole.Budget:
                // The compiler refuses a second one.
                problems.AddCompilerError();
                break;
            case AttributeRole.Loss:
                Losses.Add(attribute);
                break;
            case AttributeRole.Layer:
                var arguments = new AttributeArguments(attribute);
                LayerSpec layer = LayerCatalogue.Readers[attribute.Data.AttributeClass!.MetadataName](arguments);
                Layers.Add(new LayerDraft(attribute, arguments, layer, followsUnresolved: EndsDoubtfully));
                EndsDoubtfully = false;
                break;
            case AttributeRole.Foreign:
                INamedTypeSymbol basis = KnownAttributes.BaseOf(attribute.Data.AttributeClass!)!;
                problems.Add(RuleIds.UnknownLayer, attribute.Syntax.GetLocation(), [attribute.DisplayName, basis.Name]);
                EndsDoubtfully |= basis.MetadataName == "LayerAttribute";
                break;
            case AttributeRole.Unresolved:
                EndsDoubtfully = true;
                break;
        }
    }

    private void AddStray(DeclaredAttribute attribute, INamedTypeSymbol type, ProblemList problems)
    {
        problems.Add(RuleIds.OtherDeclaration, attribute.Syntax.GetLocation(), [type.Name, attribute.DisplayName]);
        HasStrayInput |= attribute.Role == AttributeRole.Input;
        HasStrayLayers |= attribute.Role is AttributeRole.Layer or AttributeRole.Foreign;
    }
}
