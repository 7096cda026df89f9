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

    /// <summary>What is wrong with a block by itself.</summary>
    /// <param name="type">The class.</param>
    /// <param name="declaration">The declaration that carries [Block].</param>
    /// <param name="cancellation">Cancels.</param>
    public static ProblemList ParseBlock(INamedTypeSymbol type, TypeDeclarationSyntax declaration, CancellationToken cancellation)
    {
        var problems = new ProblemList();
        NetworkDraft draft = NetworkDraft.Read(type, declaration, problems, cancellation, AttributeRole.Block);
        if (draft.Scope.Members.Count == 0 && !draft.HasStrayLayers && !draft.EndsDoubtfully)
            problems.Add(RuleIds.LayerMissing, draft.ClassName, [type.Name]);
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

        PortSpec input = InputReader.Read(draft, type, problems, out ShapeCertainty inputCertainty);
        ShapeInference.Run(draft.Layers, input.Shape, inputCertainty, problems);
        draft.RemoveAbsent();
        bool sound = !problems.HasErrors;
        OutputReader.Check(draft, problems);
        LossSpec? loss = LossReader.Read(draft, type, problems);
        SuspicionChecks.Run(draft, loss, problems);
        HashSet<LayerDraft> owners = [.. draft.Layers.Select(layer => layer.WeightsOf).OfType<LayerDraft>()];
        var spec = new NetworkSpec(
            typeSpec,
            PortsOf(input, draft.Layers, loss),
            draft.Layers
                .Select(layer => NodeOf(layer, owners))
                .ToEquatableArray(),
            loss is null ? EquatableArray<LossSpec>.Empty : new EquatableArray<LossSpec>([loss]),
            IsValid: !problems.HasErrors);
        spec = spec with { Constants = ConstantsOf(spec, draft, inputCertainty, sound) };

        // A limit that makes no sense is an error, but not one of the network.
        BudgetDraft? budget = BudgetDraft.Read(draft, problems);
        return new ParsedNetwork(
            spec, canExtend, [.. draft.Layers.Select(layer => layer.Certainty)], problems.ToImmutable(), draft.SourceMap, budget,
            IsReadable: !problems.HasUnreadable, [.. draft.Unknown], draft.HasUnexplained);
    }

    /// <summary>Names the layers, and finds what they read.</summary>
    /// <param name="draft">The attributes.</param>
    /// <param name="type">The network's class; null for a block by itself.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static void Connect(NetworkDraft draft, INamedTypeSymbol? type, ProblemList problems)
    {
        LayerNames.Assign(draft.Scope, type, problems);
        Tell(draft.Scope, problems);
        LayerGraph.Connect(draft.Scope, draft.Layers, problems);
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

    private static NodeSpec NodeOf(LayerDraft layer, HashSet<LayerDraft> owners) => new(layer.Name, layer.Layer, layer.Inputs.ToEquatableArray(), layer.Output)
    {
        Path = layer.Path,
        WeightsOf = layer.WeightsOf?.Name ?? (owners.Contains(layer) ? layer.Name : null),
    };

    /// <summary>The input, the last layer's output, and what the loss is compared with.</summary>
    private static EquatableArray<PortSpec> PortsOf(PortSpec input, IReadOnlyList<LayerDraft> layers, LossSpec? loss)
    {
        Shape output = layers.Count == 0 ? input.Shape : layers[layers.Count - 1].Output;
        IEnumerable<PortSpec> compared = loss is null ? [] : PortSpec.Of(loss, output);
        return compared.Prepend(new(PortSpec.OutputName, PortRole.Output, layers.Count, output)).Prepend(input).ToEquatableArray();
    }

    /// <param name="spec">The network.</param>
    /// <param name="draft">Its attributes.</param>
    /// <param name="input">How certain the input is.</param>
    /// <param name="sound">Whether there was no error up to the last layer.</param>
    private static GeneratedConstants ConstantsOf(NetworkSpec spec, NetworkDraft draft, ShapeCertainty input, bool sound)
    {
        bool ends = draft.Layers.Count > 0 && !draft.EndsDoubtfully && !draft.HasStrayLayers && draft.Layers[draft.Layers.Count - 1].Certainty == ShapeCertainty.Known;
        return new GeneratedConstants(
            input == ShapeCertainty.Known ? spec.Inputs[0].Shape.Length : null,
            ends ? spec.Outputs[0].Shape.Length : null,
            ends && sound && draft.Layers.All(layer => !layer.FollowsUnresolved) ? spec.ParameterCount : null);
    }
}
