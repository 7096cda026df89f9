using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslNet.Generators.Parsing;

/// <summary>From the attributes of a class to a network whose shapes are known. The generator, the analyzer and the refactoring share it.</summary>
internal static class NetworkParser
{
    /// <returns>What the class declares, or null if it is no network, or one of another assembly.</returns>
    public static ParsedNetwork? TryParse(INamedTypeSymbol type, CancellationToken cancellation) =>
        DeclarationOf(type, cancellation) is { } declaration ? Parse(type, declaration, cancellation) : null;

    /// <returns>The declaration that carries [Network], the first if there are several; null if it is no network, or one of another assembly.</returns>
    public static TypeDeclarationSyntax? DeclarationOf(INamedTypeSymbol type, CancellationToken cancellation) => type.GetAttributes()
        .FirstOrDefault(attribute => KnownAttributes.RoleOf(attribute.AttributeClass) == AttributeRole.Network)
        ?.ApplicationSyntaxReference?.GetSyntax(cancellation).FirstAncestorOrSelf<TypeDeclarationSyntax>();

    /// <summary>Whether a class is marked as a network.</summary>
    public static bool IsNetwork(INamedTypeSymbol type) => type.GetAttributes().Any(attribute => KnownAttributes.RoleOf(attribute.AttributeClass) == AttributeRole.Network);

    private static bool AllowsWinograd(INamedTypeSymbol type) => !type.GetAttributes()
        .Where(attribute => KnownAttributes.RoleOf(attribute.AttributeClass) == AttributeRole.Network)
        .Any(attribute => attribute.NamedArguments.Any(argument => argument is { Key: "Winograd", Value.Value: false }));

    /// <summary>What is wrong with a block by itself.</summary>
    /// <param name="type">The class.</param>
    /// <param name="declaration">The declaration that carries [Block].</param>
    /// <param name="cancellation">Cancels.</param>
    public static ProblemList ParseBlock(INamedTypeSymbol type, TypeDeclarationSyntax declaration, CancellationToken cancellation)
    {
        var problems = new ProblemList();
        NetworkDraft draft = NetworkDraft.Read(type, declaration, problems, cancellation, AttributeRole.Block);
        if (draft.Scope.Members.Count == 0 && !draft.HasStrayLayers && !draft.EndsDoubtfully)
            problems.Add(RuleIds.LayerMissing, draft.ClassName, [type.Name, "after [Block]"]);
        Connect(draft, null, problems);
        return problems;
    }

    /// <param name="type">The class.</param>
    /// <param name="declaration">The declaration that carries [Network].</param>
    /// <param name="cancellation">Cancels.</param>
    public static ParsedNetwork Parse(INamedTypeSymbol type, TypeDeclarationSyntax declaration, CancellationToken cancellation)
    {
        var problems = new ProblemList();
        TypeSpec typeSpec = TypeReader.Read(type, declaration, problems, out bool canExtend);
        NetworkDraft draft = NetworkDraft.Read(type, declaration, problems, cancellation);

        Connect(draft, type, problems);
        cancellation.ThrowIfCancellationRequested();

        IReadOnlyList<(PortSpec Port, ShapeCertainty Certainty)> inputs = InputReader.Read(draft, type, problems);
        long parameters = ShapeInference.Run(draft.Layers, inputs, problems);
        SequenceChecks.Run(draft, inputs, type.Name, problems);
        draft.RemoveAbsent();
        PopulationChecks.Run(draft, inputs, type.Name, problems);
        bool sound = !problems.HasErrors;
        IReadOnlyList<PortSpec> outputs = OutputReader.Read(draft, inputs[0].Port.Shape, problems);
        IReadOnlyList<LossSpec> losses = LossReader.Read(draft, outputs, type, problems);
        SuspicionChecks.Run(draft, [.. inputs.Select(each => each.Port)], losses, problems);
        var spec = new NetworkSpec(
            typeSpec,
            PortsOf(draft, inputs.Select(input => input.Port), outputs, losses),
            draft.Layers.ConvertAll(NodeOf).ToEquatableArray(),
            losses.ToEquatableArray(),
            IsValid: !problems.HasErrors)
        {
            HasNamedPorts = draft.HasNamedPorts,
            AllowsWinograd = AllowsWinograd(type),
            IsPopulation = draft.Population is not null,
            IsSequence = draft.IsSequence && !draft.HasNamedPorts,
            Constants = ConstantsOf(draft, inputs[0], outputs[0], parameters, sound),
        };

        // A limit that makes no sense is an error, but not one of the network.
        BudgetDraft? budget = BudgetDraft.Read(draft, problems);
        return new ParsedNetwork(
            spec, canExtend, [.. draft.Layers.Select(layer => layer.Certainty)], problems.ToImmutable(), draft.SourceMap, budget,
            IsReadable: !problems.HasUnreadable, HasReadableBodies: !problems.HasUnreadableBody, [.. draft.Unknown], draft.HasUnexplained);
    }

    /// <summary>Names the layers, and finds what they read.</summary>
    /// <param name="draft">The attributes.</param>
    /// <param name="type">The network's class; null for a block by itself.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static void Connect(NetworkDraft draft, INamedTypeSymbol? type, ProblemList problems)
    {
        LayerNames.Assign(draft.Scope, type, draft.TakerOf, problems);
        Tell(draft.Scope, problems);
        PortNames.Assign(draft, problems);
        LayerGraph.Connect(draft, problems);
    }

    private static void Tell(LayerScope scope, ProblemList problems)
    {
        foreach (ScopeMember member in scope.Members)
        {
            member.Arguments.Tell(member.Path, problems);
            if (member is BlockDraft use)
                Tell(use.Inner, problems);
        }
    }

    private static NodeSpec NodeOf(LayerDraft layer) => new(layer.Name, layer.Layer, layer.Inputs.ToEquatableArray(), layer.Output)
    {
        Path = layer.Path,
        IsFrozen = layer.IsFrozen,
        IsOfSequence = layer.IsOfSequence,
        WeightsOf = layer.WeightsOf?.Name ?? (layer.OwnsShared ? layer.Name : null),
    };

    /// <summary>The inputs, the outputs, and what the losses are compared with: two losses of one output with the same.</summary>
    private static EquatableArray<PortSpec> PortsOf(NetworkDraft draft, IEnumerable<PortSpec> inputs, IReadOnlyList<PortSpec> outputs, IReadOnlyList<LossSpec> losses) =>
        new([.. inputs, .. outputs, .. losses.SelectMany(loss => outputs.Where(output => output.Name == loss.Of).Take(1)
            .SelectMany(output => PortSpec.Of(loss, output.Shape, draft.HasNamedPorts ? output.Name : ""))).Distinct()]);

    /// <param name="draft">The attributes.</param>
    /// <param name="input">The input, and how certain it is.</param>
    /// <param name="output">The output.</param>
    /// <param name="parameters">How many there are.</param>
    /// <param name="sound">Whether there was no error up to the last layer.</param>
    private static GeneratedConstants ConstantsOf(NetworkDraft draft, (PortSpec Port, ShapeCertainty Certainty) input, PortSpec output, long parameters, bool sound)
    {
        bool ends = draft.Layers.Count > 0 && !draft.EndsDoubtfully && !draft.HasStrayLayers && draft.Layers[draft.Layers.Count - 1].Certainty == ShapeCertainty.Known;
        return new GeneratedConstants(
            !draft.HasNamedPorts && input.Certainty == ShapeCertainty.Known ? input.Port.Shape.Length : null,
            !draft.HasNamedPorts && ends ? output.Shape.Length : null,
            ends && sound && !draft.Layers.Exists(static layer => layer.FollowsUnresolved) ? parameters : null);
    }
}
