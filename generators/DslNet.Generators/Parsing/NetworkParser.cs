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

    /// <param name="type">The class.</param>
    /// <param name="declaration">The declaration that carries [Network].</param>
    /// <param name="cancellation">Cancels.</param>
    public static ParsedNetwork Parse(INamedTypeSymbol type, TypeDeclarationSyntax declaration, CancellationToken cancellation)
    {
        var problems = new ProblemList();
        TypeSpec typeSpec = TypeReader.Read(type, declaration, problems, out bool canExtend);
        NetworkDraft draft = NetworkDraft.Read(type, declaration, problems, cancellation);

        LayerNames.Assign(draft.Layers, type, problems);
        foreach (LayerDraft layer in draft.Layers)
            layer.Arguments.Tell(layer.Name, problems);
        LayerGraph.Connect(draft.Layers, problems);
        cancellation.ThrowIfCancellationRequested();

        PortSpec input = InputReader.Read(draft, type, problems, out ShapeCertainty inputCertainty);
        ShapeInference.Run(draft.Layers, input.Shape, inputCertainty, problems);
        bool sound = !problems.HasErrors;
        OutputReader.Check(draft, problems);
        LossSpec? loss = LossReader.Read(draft, type, problems);
        SuspicionChecks.Run(draft, loss, problems);
        var spec = new NetworkSpec(
            typeSpec,
            PortsOf(input, draft.Layers, loss),
            draft.Layers
                .Select(layer => new NodeSpec(layer.Name, layer.Layer, layer.Inputs.ToEquatableArray(), layer.Output))
                .ToEquatableArray(),
            loss is null ? EquatableArray<LossSpec>.Empty : new EquatableArray<LossSpec>([loss]),
            IsValid: !problems.HasErrors);
        spec = spec with { Constants = ConstantsOf(spec, draft, inputCertainty, sound) };

        // A limit that makes no sense is an error, but not one of the network.
        BudgetDraft? budget = BudgetDraft.Read(draft, problems);
        return new ParsedNetwork(
            spec, canExtend, [.. draft.Layers.Select(layer => layer.Certainty)], problems.ToImmutable(), draft.SourceMap, budget,
            IsReadable: !problems.HasUnreadable, HasReadableBodies: !problems.HasUnreadableBody, [.. draft.Unknown], draft.HasUnexplained);
    }

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
