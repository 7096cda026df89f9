using DslNet.Generators.Diagnostics;
using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslNet.Generators.Parsing;

/// <summary>From the attributes of a class to a network whose shapes are known. The generator, the analyzer and the refactoring share it.</summary>
internal static class NetworkParser
{
    /// <returns>What the class declares, or null if it is no network, or one of another assembly.</returns>
    public static ParsedNetwork? TryParse(INamedTypeSymbol type, CancellationToken cancellation)
    {
        AttributeData? network = type.GetAttributes()
            .FirstOrDefault(attribute => KnownAttributes.RoleOf(attribute.AttributeClass) == AttributeRole.Network);
        return network?.ApplicationSyntaxReference?.GetSyntax(cancellation).FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration
            ? Parse(type, declaration, cancellation)
            : null;
    }

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

        InputSpec input = InputReader.Read(draft, type, problems, out ShapeCertainty inputCertainty);
        ShapeInference.Run(draft.Layers, input.Shape, inputCertainty, problems);
        OutputReader.Check(draft, problems);
        LossSpec? loss = LossReader.Read(draft, type, problems);
        SenseChecks.Run(draft.Layers, loss, problems);
        BudgetDraft? budget = BudgetDraft.Read(draft, problems);

        var spec = new NetworkSpec(
            typeSpec,
            new EquatableArray<InputSpec>([input]),
            draft.Layers
                .Select(layer => new NodeSpec(layer.Name, layer.Layer, layer.Inputs.ToEquatableArray(), layer.Output))
                .ToEquatableArray(),
            loss,
            IsValid: !problems.HasErrors);
        return new ParsedNetwork(
            spec, canExtend, [.. draft.Layers.Select(layer => layer.Certainty)], problems.ToImmutable(), draft.SourceMap, budget);
    }
}
