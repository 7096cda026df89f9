using Microsoft.CodeAnalysis;

namespace DslNet.Generators.Parsing;

/// <summary>The forms that methods of one's own may have.</summary>
internal static class FunctionForm
{
    /// <summary>Whether a method takes floats by value and returns one, and needs no instance and no type.</summary>
    public static bool IsOfFloats(IMethodSymbol method) => ReturnsFloat(method) && method.Parameters.All(IsFloat);

    /// <summary>Whether a method takes two tuples of as many floats first, and floats behind them.</summary>
    public static bool IsOfTuples(IMethodSymbol method) =>
        ReturnsFloat(method) && method.Parameters.Length >= 2 && method.Parameters.Take(2).All(parameter => parameter.RefKind == RefKind.None)
        && ElementsOf(method.Parameters[0].Type) is > 0 and var elements && ElementsOf(method.Parameters[1].Type) == elements && method.Parameters.Skip(2).All(IsFloat);

    /// <summary>Whether a method's body can be read: it is written in this very assembly. That of another project is source to an editor, and compiled to a build.</summary>
    public static bool HasBody(IMethodSymbol method, IAssemblySymbol assembly) =>
        method.DeclaringSyntaxReferences.Length > 0 && SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, assembly);

    /// <summary>How many elements a tuple of floats has; 0 if it is none.</summary>
    public static int ElementsOf(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsTupleType: true } tuple && tuple.TupleElements.All(element => element.Type.SpecialType == SpecialType.System_Single) ? tuple.TupleElements.Length : 0;

    private static bool ReturnsFloat(IMethodSymbol method) =>
        method is { IsStatic: true, IsGenericMethod: false, ReturnType.SpecialType: SpecialType.System_Single, ReturnsByRef: false, ReturnsByRefReadonly: false, Parameters.Length: > 0 };

    private static bool IsFloat(IParameterSymbol parameter) => parameter is { RefKind: RefKind.None, Type.SpecialType: SpecialType.System_Single };
}
