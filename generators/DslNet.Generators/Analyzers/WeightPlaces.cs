using System.Collections.Concurrent;
using DslNet.Generators.Lowering;
using DslNet.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DslNet.Generators.Analyzers;

/// <summary>Knows which weights of which network an expression is, for the networks of one compilation.</summary>
internal sealed class WeightPlaces
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, ParameterTable?> _tables = new(SymbolEqualityComparer.Default);

    /// <summary>The property that a value is, if it is all parameters or all gradients of a network.</summary>
    public static IPropertyReferenceOperation? MemoryOf(IOperation value) =>
        new ValueOrigin().Of(value) is IPropertyReferenceOperation { Property.Name: "Parameters" or "Gradients" } memory ? memory : null;

    /// <summary>The parameters of a network; null if it is broken, or declared in another assembly.</summary>
    public ParameterTable? TableOf(INamedTypeSymbol network, CancellationToken cancellation) => _tables.GetOrAdd(network, type =>
    {
        if (NetworkParser.TryParse(type, cancellation) is not { Spec: { IsValid: true } spec })
            return null;
        return Planning.Compilation.Analyze(spec).Parameters;
    });

    /// <summary>The parameter that a view shows, with its name for messages; null if that is not certain.</summary>
    public (string Name, Parameter Parameter)? TensorOf(IOperation value, CancellationToken cancellation) =>
        TensorOf(value, new ValueOrigin(), cancellation);

    /// <summary>The parameter whose values an array is a copy of, with its name for messages; null if that is not certain.</summary>
    public (string Name, Parameter Parameter)? TensorCopiedTo(IOperation array, CancellationToken cancellation)
    {
        var origin = new ValueOrigin();
        return origin.Of(array) is IInvocationOperation { TargetMethod.Name: "ToArray", Instance: { } copied }
            ? TensorOf(copied, origin, cancellation)
            : null;
    }

    private (string Name, Parameter Parameter)? TensorOf(IOperation value, ValueOrigin origin, CancellationToken cancellation)
    {
        if (origin.Of(value) is not IPropertyReferenceOperation { Instance: { } whole } property || !property.Property.ContainingType.IsOurs())
            return null;
        if (property.Property.Name == "Gradient")
            return TensorOf(whole, origin, cancellation);

        if (property.Property.Name is not ("Weight" or "Bias")
            || origin.Of(whole) is not IPropertyReferenceOperation { Property: { } layer, Instance: { } owner }
            || NetworkTypes.Of(owner) is not { } network)
            return null;

        return TableOf(network, cancellation)?.Find(layer.Name, property.Property.Name.ToLowerInvariant()) is { } parameter
            ? ($"{network.Name}.{layer.Name}.{property.Property.Name}", parameter)
            : null;
    }
}
