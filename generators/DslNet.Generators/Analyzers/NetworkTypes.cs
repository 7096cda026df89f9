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
        INamedTypeSymbol { MetadataName: "INetwork`1", TypeArguments: [INamedTypeSymbol self] } named when named.IsOurs() => Of(self),
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

    /// <summary>
    /// The network that a method is called on, or that an optimiser's step is given, if the method is its own or the library's; else null.
    /// </summary>
    public static INamedTypeSymbol? ReceiverOf(IInvocationOperation call)
    {
        // An extension's receiver is its first argument, even if it is written before the method.
        IOperation? receiver = (IsStep(call.TargetMethod) ? null : call.Instance) ?? call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value;
        INamedTypeSymbol declaring = call.TargetMethod.ContainingType;
        return Of(receiver) is { } network && (declaring.IsOurs() || SymbolEqualityComparer.Default.Equals(declaring, network)) ? network : null;
    }

    private static bool IsStep(IMethodSymbol method) =>
        method is { Name: "Step", ContainingType.Name: "Optimizer", Parameters: [{ Name: "network" }, ..] } && method.ContainingType.IsOurs();

    private static bool IsNetwork(INamedTypeSymbol type) =>
        NetworkParser.IsNetwork(type);

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
