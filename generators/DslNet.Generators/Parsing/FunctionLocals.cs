using DslNet.Generators.Expressions;
using Microsoft.CodeAnalysis;

namespace DslNet.Generators.Parsing;

/// <summary>The parameters and variables of a body, at one place in it.</summary>
internal sealed class FunctionLocals
{
    private readonly Dictionary<ISymbol, Expr> _values;
    private readonly Dictionary<ISymbol, FunctionCondition> _conditions;

    private readonly Dictionary<ISymbol, IReadOnlyList<Expr>> _tuples;

    private FunctionLocals(Dictionary<ISymbol, Expr> values, Dictionary<ISymbol, FunctionCondition> conditions, Dictionary<ISymbol, IReadOnlyList<Expr>> tuples) =>
        (_values, _conditions, _tuples) = (values, conditions, tuples);

    /// <summary>The parameters of a method, with the values of some arguments: of a tuple one for each element.</summary>
    public static FunctionLocals Of(IMethodSymbol method, IReadOnlyList<Expr> arguments)
    {
        FunctionLocals locals = new(new(SymbolEqualityComparer.Default), new(SymbolEqualityComparer.Default), new(SymbolEqualityComparer.Default));
        int at = 0;
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            int elements = FunctionForm.ElementsOf(parameter.Type);
            if (elements == 0)
                locals.Set(parameter, arguments[at++]);
            else
                locals._tuples[parameter] = [.. arguments.Skip(at).Take(elements)];
            at += elements;
        }

        return locals;
    }

    public FunctionLocals Copy() => new(new(_values, SymbolEqualityComparer.Default), new(_conditions, SymbolEqualityComparer.Default), _tuples);

    /// <summary>A float; null if it is none that is known.</summary>
    public Expr? ValueOf(ISymbol symbol) => _values.TryGetValue(symbol, out Expr? value) ? value : null;

    /// <summary>A bool; null if it is none that is known.</summary>
    public FunctionCondition? ConditionOf(ISymbol symbol) => _conditions.TryGetValue(symbol, out FunctionCondition? condition) ? condition : null;

    /// <summary>An element of a tuple that is a parameter; null if it is none that is known.</summary>
    public Expr? ElementOf(ISymbol tuple, IFieldSymbol element)
    {
        if (!_tuples.TryGetValue(tuple, out IReadOnlyList<Expr>? values) || tuple is not IParameterSymbol { Type: INamedTypeSymbol type })
            return null;
        IFieldSymbol place = element.CorrespondingTupleField ?? element;
        int index = type.TupleElements.Select(each => each.CorrespondingTupleField ?? each).ToList().FindIndex(each => SymbolEqualityComparer.Default.Equals(each, place) || each.Name == place.Name);
        return index < 0 ? null : values[index];
    }

    public void Set(ISymbol symbol, Expr value) => _values[symbol] = value;

    public void Set(ISymbol symbol, FunctionCondition condition) => _conditions[symbol] = condition;

    /// <summary>Takes the variables behind a choice from its two sides.</summary>
    /// <param name="then">The variables behind the one.</param>
    /// <param name="otherwise">Those behind the other.</param>
    /// <param name="condition">Which it is.</param>
    /// <param name="choose">Makes a value of two that differ.</param>
    public void Merge(FunctionLocals then, FunctionLocals otherwise, FunctionCondition condition, Func<Expr, Expr, Expr> choose)
    {
        // One that is assigned on one side only is read by nobody: the compiler sees to it.
        foreach ((ISymbol symbol, Expr a, Expr b) in InBoth(then._values, otherwise._values))
            _values[symbol] = ReferenceEquals(a, b) ? a : choose(a, b);
        foreach ((ISymbol symbol, FunctionCondition a, FunctionCondition b) in InBoth(then._conditions, otherwise._conditions))
            _conditions[symbol] = ReferenceEquals(a, b) ? a : (x, y) => condition(a(x, y), b(x, y));
    }

    private static IEnumerable<(ISymbol Symbol, T Then, T Otherwise)> InBoth<T>(Dictionary<ISymbol, T> then, Dictionary<ISymbol, T> otherwise) =>
        then.Where(pair => otherwise.ContainsKey(pair.Key)).Select(pair => (pair.Key, pair.Value, otherwise[pair.Key]));
}
