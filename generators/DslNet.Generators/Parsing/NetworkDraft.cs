using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslNet.Generators.Parsing;

/// <summary>The attributes of a network, sorted by what they mean.</summary>
internal sealed class NetworkDraft
{
    private readonly LayerReader _reader;

    private NetworkDraft(INamedTypeSymbol type, Location className, ProblemList problems, CancellationToken cancellation)
    {
        ClassName = className;
        Scope = new(type.Name);
        _reader = new(problems, cancellation);
    }

    /// <summary>The class's name in the declaration: the place to report what is not there.</summary>
    public Location ClassName { get; }

    /// <summary>The layers in the order in which they are computed, those of blocks once for each use.</summary>
    public List<LayerDraft> Layers => _reader.Layers;

    /// <summary>What names are looked up among.</summary>
    public LayerScope Scope { get; }

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

    /// <summary>Whether methods take a span for each port: where inputs or outputs have names, or are tokens, which are no values. A sequence has methods of its own.</summary>
    public bool HasNamedPorts => Inputs.Exists(static port => port.Name is not null || port is { IsOfTokens: true, IsSequence: false }) || Outputs.Exists(static port => port.Name is not null);

    /// <summary>Whether samples are sequences of frames.</summary>
    public bool IsSequence => Inputs.Exists(static port => port.IsSequence);

    /// <summary>What has a member's name already in networks of this kind, as messages say it; null if nothing has.</summary>
    public string? TakerOf(string name) => HasNamedPorts && GeneratedMembers.IsOfNamedPorts(name) ? "a member of every network whose methods take a span for each port"
        : IsSequence && GeneratedMembers.IsOfSequences(name) ? "a member of every network of sequences"
        : null;

    /// <summary>Whether there are several outputs without names, so that it is doubtful which of them a loss is of.</summary>
    public bool OutputsMissNames { get; private set; }

    public DeclaredAttribute? Budget { get; private set; }

    /// <summary>What asks for code for populations.</summary>
    public DeclaredAttribute? Population { get; private set; }

    public List<DeclaredAttribute> Losses { get; } = [];

    /// <summary>Whether something that may be a layer stands behind the last layer.</summary>
    public bool EndsDoubtfully
    {
        get => _reader.EndsDoubtfully;
        private set => _reader.EndsDoubtfully = value;
    }

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

    /// <summary>Reads a network, or a block by itself.</summary>
    /// <param name="type">The class.</param>
    /// <param name="declaration">The declaration that carries [Network] or [Block].</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <param name="mark">What marks the class.</param>
    public static NetworkDraft Read(
        INamedTypeSymbol type, TypeDeclarationSyntax declaration, ProblemList problems, CancellationToken cancellation, AttributeRole mark = AttributeRole.Network)
    {
        var draft = new NetworkDraft(type, declaration.Identifier.GetLocation(), problems, cancellation);
        if (mark == AttributeRole.Block)
            draft._reader.Enter(type);
        bool isMarked = false;
        foreach (DeclaredAttribute attribute in DeclaredAttribute.Of(type, cancellation))
        {
            bool isHere = attribute.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() == declaration;
            if (attribute.Role == mark)
            {
                if (!isHere || isMarked)
                    draft.AddSecond(attribute, type, problems);
                isMarked |= isHere;
            }
            else if (isHere && mark == AttributeRole.Block && attribute.Role is AttributeRole.Input or AttributeRole.Output or AttributeRole.Loss or AttributeRole.Budget or AttributeRole.Population)
            {
                problems.Add(RuleIds.NotInBlock, attribute.Syntax.GetLocation(), [type.Name, attribute.DisplayName]);
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

    /// <summary>Takes out what turned out to have nothing to do.</summary>
    public void RemoveAbsent()
    {
        if (!Layers.Exists(static layer => layer.IsAbsent))
            return;
        int[] places = new int[Layers.Count + 1];
        for (int i = 0; i < Layers.Count; i++)
            places[i + 1] = places[i] + (Layers[i].IsAbsent ? 0 : 1);
        Layers.RemoveAll(layer => layer.IsAbsent);
        foreach (LayerDraft layer in Layers)
        {
            for (int i = 0; i < layer.Inputs.Count; i++)
                layer.Inputs[i] = PlaceOf(layer.Inputs[i]);
        }

        foreach (PortDraft output in Outputs)
            output.Value = PlaceOf(output.Value);

        int PlaceOf(int value) => value < InputCount || value - InputCount + 1 >= places.Length ? value : InputCount + places[value - InputCount + 1] - 1;
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
            case AttributeRole.Population:
                Population = attribute;
                break;
            case AttributeRole.Loss:
                Losses.Add(attribute);
                break;
            case AttributeRole.Layer:
                _reader.AddLayer(attribute, Scope);
                break;
            case AttributeRole.BlockUse:
                _reader.AddUse(attribute, Scope);
                break;
            case AttributeRole.Block:
                problems.Add(RuleIds.NotInBlock, attribute.Syntax.GetLocation(), [type.Name, "Network"]);
                break;
            case AttributeRole.Foreign:
                INamedTypeSymbol basis = KnownAttributes.BaseOf(attribute.Data.AttributeClass!)!;
                problems.Add(RuleIds.UnknownLayer, attribute.Syntax.GetLocation(), [attribute.DisplayName, basis.Name]);
                EndsDoubtfully |= basis.MetadataName == "LayerAttribute";
                break;
            case AttributeRole.Unresolved:
                AddUnresolved(attribute.Syntax, attribute.Data, problems);
                break;
        }
    }

    private void AddUnresolved(AttributeSyntax attribute, AttributeData data, ProblemList problems)
    {
        if (BlockForm.Mistake(attribute, data) is { } mistake)
        {
            HasUnexplained = EndsDoubtfully = true;
            problems.Add(RuleIds.ArgumentNotTaken, mistake.At, [UnknownAttribute.NameOf(attribute), mistake.Written, mistake.Remedy, mistake.Replacement]);
            return;
        }

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
        bool isBesideSequence = ports.Count > 0 && (port.IsSequence || ports[0].IsSequence);
        if (ports.Count > 0 && !isBesideSequence && (port.Name is null || ports[0].Name is null))
        {
            bool isOutput = ports == Outputs;
            string remedy = isOutput ? ", or give each a name, [Output(\"policy\")], and write Of = \"policy\" in the loss of each" : ", or give each of them a Name";
            problems.Add(RuleIds.SecondAttribute, attribute.Syntax.GetLocation(), [type.Name, attribute.DisplayName, " without names", remedy]);
            OutputsMissNames |= isOutput;
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
        HasStrayLayers |= attribute.Role is AttributeRole.Layer or AttributeRole.BlockUse or AttributeRole.Foreign;
    }
}
