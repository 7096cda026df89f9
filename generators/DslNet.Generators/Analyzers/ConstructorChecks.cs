using DslNet.Generators.Model;
using DslNet.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslNet.Generators.Analyzers;

/// <summary>Finds constructors of the user's after which all weights are zero.</summary>
internal static class ConstructorChecks
{
    // Whatever reaches the weights may set them.
    private static readonly HashSet<string> s_reachesWeights = new(StringComparer.Ordinal)
    {
        "Initialize", "Load", "Parameters", "Weight", "Bias",
    };

    /// <param name="type">The class.</param>
    /// <param name="network">What it declares.</param>
    /// <param name="problems">Receives what is found.</param>
    /// <param name="cancellation">Cancels.</param>
    public static void Run(INamedTypeSymbol type, NetworkSpec network, ProblemList problems, CancellationToken cancellation)
    {
        // A layer's view, which has the layer's name, may be given to what sets its weights.
        HashSet<string> views = [.. network.Nodes.Where(node => node.Layer.HasParameters).Select(node => node.Name)];
        if (views.Count == 0)
            return;

        foreach (IMethodSymbol constructor in ClassForm.WrittenConstructors(type))
        {
            // One that calls another leaves it to that one.
            if (constructor.DeclaringSyntaxReferences is not [{ } reference]
                || reference.GetSyntax(cancellation) is not ConstructorDeclarationSyntax { Initializer: null or { RawKind: (int)SyntaxKind.BaseConstructorInitializer } } syntax
                || MaySetWeights(syntax, views))
                continue;
            problems.Add(RuleIds.WeightsNotDrawn, syntax.Identifier.GetLocation(), [type.Name, SeedOf(constructor)]);
        }
    }

    /// <summary>Judged by the names alone: a method of the class, and whatever is given the network, may do it as well.</summary>
    private static bool MaySetWeights(ConstructorDeclarationSyntax constructor, HashSet<string> views) =>
        ((SyntaxNode?)constructor.Body ?? constructor.ExpressionBody)?.DescendantNodes().Any(node => node switch
        {
            SimpleNameSyntax { Identifier.ValueText: var name } when s_reachesWeights.Contains(name) || views.Contains(name) => true,
            InvocationExpressionSyntax { Expression: SimpleNameSyntax called } => called.Identifier.ValueText != "nameof",
            ThisExpressionSyntax => node.Parent is not MemberAccessExpressionSyntax { Parent: not InvocationExpressionSyntax },
            _ => false,
        }) ?? true;

    /// <summary>The parameter that is certain to be the seed, else the seed that is generated where none is given.</summary>
    private static string SeedOf(IMethodSymbol constructor) =>
        constructor.Parameters.FirstOrDefault(parameter => parameter.Name == "seed" || ClassForm.TakesSeed(constructor)) is { Type.SpecialType: SpecialType.System_Int32, RefKind: RefKind.None } seed
            ? seed.Name
            : "0";
}
