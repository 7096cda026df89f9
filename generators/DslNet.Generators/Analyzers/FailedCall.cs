using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DslNet.Generators.Analyzers;

/// <summary>A call of a method that a network does not have, or not so: the compiler's own message does not say why.</summary>
/// <param name="Network">The network's class.</param>
/// <param name="Call">The call.</param>
/// <param name="Name">The method's name.</param>
internal sealed record FailedCall(INamedTypeSymbol Network, InvocationExpressionSyntax Call, SimpleNameSyntax Name)
{
    /// <summary>What the compiler cannot bind, if it is such a call, and of one of some methods; else null.</summary>
    public static FailedCall? Of(OperationAnalysisContext context, ICollection<string> methods)
    {
        if (context.Operation.Syntax is not InvocationExpressionSyntax { Expression: { } called } syntax
            || NameOf(called) is not { } name
            || !methods.Contains(name.Identifier.ValueText))
            return null;

        SemanticModel model = context.Operation.SemanticModel!;
        ITypeSymbol? type = called switch
        {
            MemberAccessExpressionSyntax access => TypeOf(access.Expression),
            MemberBindingExpressionSyntax => TypeOf(called.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression),
            // A method of the class itself: not one that is there, and only called in the wrong way.
            _ => model.GetSymbolInfo(called, context.CancellationToken).CandidateSymbols.IsEmpty ? context.ContainingSymbol.ContainingType : null,
        };
        return NetworkTypes.Of(type) is { } network ? new(network, syntax, name) : null;

        ITypeSymbol? TypeOf(ExpressionSyntax? receiver) =>
            receiver is null ? null : model.GetTypeInfo(receiver, context.CancellationToken).Type;
    }

    /// <summary>The name in what is called.</summary>
    public static SimpleNameSyntax? NameOf(ExpressionSyntax called) => called switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        SimpleNameSyntax name => name,
        _ => null,
    };
}
