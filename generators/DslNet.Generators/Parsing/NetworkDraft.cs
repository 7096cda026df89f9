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

    /// <summary>The first input.</summary>
    public DeclaredAttribute? Input => Inputs.Count > 0 ? Inputs[0].Attribute : null;

    /// <summary>The first output.</summary>
    public DeclaredAttribute? Output => Outputs.Count > 0 ? Outputs[0].Attribute : null;

    /// <summary>The inputs, in the order of the source: the first values.</summary>
    public List<PortDraft> Inputs { get; } = [];

    public List<PortDraft> Outputs { get; } = [];

    /// <summary>How many values are inputs: one too where none is declared.</summary>
    public int InputCount => Math.Max(Inputs.Count, 1);

    /// <summary>The layer that computes a value; null for an input.</summary>
    public LayerDraft? LayerOf(int value) => value < InputCount ? null : Layers[value - InputCount];

    /// <summary>Whether inputs or outputs have names, so that methods take a span for each.</summary>
    public bool HasNamedPorts => Inputs.Concat(Outputs).Any(port => port.Name is not null);

    public DeclaredAttribute? Budget { get; private set; }

    public List<DeclaredAttribute> Losses { get; } = [];

    /// <summary>Whether something that may be a layer stands behind the last layer.</summary>
    public bool EndsDoubtfully { get; private set; }

    /// <summary>Whether a layer is written where its place among the others is not defined.</summary>
    public bool HasStrayLayers { get; private set; }

    /// <summary>The attributes that do not exist, where it is known what was meant.</summary>
    public List<AttributeSyntax> Unknown { get; } = [];

    /// <summary>Whether an attribute does not exist of which nothing is known but that: the compiler says so.</summary>
    public bool HasUnexplained { get; private set; }

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
        bool isMarked = false;
        foreach (DeclaredAttribute attribute in DeclaredAttribute.Of(type, cancellation))
        {
            bool isHere = attribute.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() == declaration;
            if (attribute.Role == AttributeRole.Network)
            {
                if (!isHere || isMarked)
                    draft.AddSecond(attribute, type, problems);
                isMarked |= isHere;
            }
            else if (isHere)
            {
                draft.Add(attribute, type, problems);
            }
            else if (attribute.Role == AttributeRole.Unresolved)
            {
                draft.HasUnexplained = true;
            }
            else
            {
                draft.AddStray(attribute, type, problems);
            }
        }

        return draft;
    }

    private void Add(DeclaredAttribute attribute, INamedTypeSymbol type, ProblemList problems)
    {
        switch (attribute.Role)
        {
            case AttributeRole.Input:
                AddPort(Inputs, attribute, type, problems);
                break;
            case AttributeRole.Output:
                AddPort(Outputs, attribute, type, problems);
                break;
            case AttributeRole.Budget when Budget is null:
                Budget = attribute;
                break;
            case AttributeRole.Budget:
                AddSecond(attribute, type, problems);
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
                AddUnresolved(attribute.Syntax, problems);
                break;
        }
    }

    private void AddUnresolved(AttributeSyntax attribute, ProblemList problems)
    {
        // One that may exist is ignored as others' attributes are: the compiler knows whether it does.
        if (UnknownAttribute.Of(attribute) is not { MayExist: false } unknown)
        {
            HasUnexplained = EndsDoubtfully = true;
            return;
        }

        Unknown.Add(attribute);
        EndsDoubtfully |= unknown.MayBeLayer;
        unknown.AddTo(problems, attribute);
    }

    /// <summary>Several of a kind have names; one alone need not.</summary>
    private void AddPort(List<PortDraft> ports, DeclaredAttribute attribute, INamedTypeSymbol type, ProblemList problems)
    {
        PortDraft port = new(attribute, Layers.Count, EndsDoubtfully);
        if (ports.Count > 0 && (port.Name is null || ports[0].Name is null))
        {
            problems.Add(
                RuleIds.SecondAttribute, attribute.Syntax.GetLocation(), [type.Name, attribute.DisplayName, " without names", ", or give each of them a Name"]);
            return;
        }

        ports.Add(port);
    }

    private void AddSecond(DeclaredAttribute attribute, INamedTypeSymbol type, ProblemList problems) =>
        problems.Add(RuleIds.SecondAttribute, attribute.Syntax.GetLocation(), [type.Name, attribute.DisplayName, "", ""]);

    private void AddStray(DeclaredAttribute attribute, INamedTypeSymbol type, ProblemList problems)
    {
        problems.Add(RuleIds.OtherDeclaration, attribute.Syntax.GetLocation(), [type.Name, attribute.DisplayName]);
        HasStrayInput |= attribute.Role == AttributeRole.Input;
        HasStrayLayers |= attribute.Role is AttributeRole.Layer or AttributeRole.Foreign;
    }
}
