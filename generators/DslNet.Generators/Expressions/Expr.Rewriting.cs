using DslNet.Generators.Model;

namespace DslNet.Generators.Expressions;

/// <summary>Walks over a tree.</summary>
internal abstract partial record Expr
{
    /// <summary>What it is computed from, in the order of computation.</summary>
    public IReadOnlyList<Expr> Operands => this switch
    {
        Unary unary => [unary.Value],
        Binary binary => [binary.Left, binary.Right],
        Fma fma => [fma.A, fma.B, fma.C],
        Compare compare => [compare.Left, compare.Right],
        Select select => [select.Condition, select.Then, select.Else],
        NegateWhere negate => [negate.Condition, negate.Value],
        Call call => call.Arguments,
        Named named => [named.Value],
        _ => [],
    };

    /// <summary>The same of other operands.</summary>
    public Expr Map(Func<Expr, Expr> map) => this switch
    {
        Unary unary => unary with { Value = map(unary.Value) },
        Binary binary => binary with { Left = map(binary.Left), Right = map(binary.Right) },
        Fma fma => fma with { A = map(fma.A), B = map(fma.B), C = map(fma.C) },
        Compare compare => compare with { Left = map(compare.Left), Right = map(compare.Right) },
        Select select => select with { Condition = map(select.Condition), Then = map(select.Then), Else = map(select.Else) },
        NegateWhere negate => negate with { Condition = map(negate.Condition), Value = map(negate.Value) },
        Call call => call with { Arguments = call.Arguments.Select(map).ToEquatableArray() },
        Named named => named with { Value = map(named.Value) },
        _ => this,
    };

    /// <summary>The tree with another in place of a part of it, wherever that occurs.</summary>
    public Expr Replace(Expr part, Expr by) => Equals(part) ? by : Map(operand => operand.Replace(part, by));

    /// <summary>The tree with other inputs: expressions, in the order of the inputs.</summary>
    public Expr WithInputs(IReadOnlyList<Expr> inputs) => this is Input input ? inputs[input.Index] : Map(operand => operand.WithInputs(inputs));

    /// <summary>Whether vectors of sixteen lanes have all that it consists of.</summary>
    public bool FitsSixteenLanes => Expanded is var expanded && Fits(expanded);

    private static bool Fits(Expr expression) => expression is not Call { Function.IsOfSixteenLanes: false } && expression.Operands.All(Fits);

    /// <summary>Whether an expression is a part of it.</summary>
    public bool Contains(Expr part) => Equals(part) || Operands.Any(operand => operand.Contains(part));

    /// <summary>The same without names, and with functions that the library lacks written out.</summary>
    public Expr Expanded => this switch
    {
        Named named => named.Value.Expanded,
        Call { Function.Definition: { } definition } call => definition(call.Arguments).Expanded,
        _ => Map(operand => operand.Expanded),
    };
}
