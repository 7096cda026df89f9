using DslNet.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DslNet.Generators.Analyzers;

/// <summary>Which network's class a value is certain to have.</summary>
internal static class NetworkTypes
{
    /// <summary>The network that a type is, or that it names, as <c>INetwork&lt;TSelf&gt;</c> does; null if it may be any.</summary>
    public static INamedTypeSymbol? Of(ITypeSymbol? type) => type switch
    {
        INamedTypeSymbol { TypeKind: TypeKind.Class } named when IsNetwork(named) => named,
        INamedTypeSymbol { MetadataName: "INetwork`1", TypeArguments: [INamedTypeSymbol self] } named when IsOurs(named) => Of(self),
        _ => null,
    };

    /// <summary>The network that a value is, whatever it is converted to.</summary>
    public static INamedTypeSymbol? Of(IOperation? value)
    {
        for (; value is IConversionOperation { OperatorMethod: null } conversion; value = conversion.Operand)
        {
            if (Of(conversion.Type) is { } network)
                return network;
        }

        return value is IConditionalAccessInstanceOperation ? Of(ConditionalReceiver(value)) : Of(value?.Type);
    }

    /// <summary>Whether a type is the library's own.</summary>
    public static bool IsOurs(INamedTypeSymbol? type) =>
        type is { ContainingType: null, ContainingNamespace: { Name: "DslNet", ContainingNamespace.IsGlobalNamespace: true } };

    private static bool IsNetwork(INamedTypeSymbol type) =>
        type.GetAttributes().Any(attribute => KnownAttributes.RoleOf(attribute.AttributeClass) == AttributeRole.Network);

    private static IOperation? ConditionalReceiver(IOperation value)
    {
        for (IOperation child = value; child.Parent is { } parent; child = parent)
        {
            if (parent is IConditionalAccessOperation access && access.WhenNotNull == child)
                return access.Operation;
        }

        return null;
    }
}
