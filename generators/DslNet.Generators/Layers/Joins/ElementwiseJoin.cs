using DslNet.Generators.Expressions;
using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Joins;

/// <summary>A join that computes each value from the values of its inputs at the same place.</summary>
/// <param name="Kind">Its attribute.</param>
/// <param name="Verb">What it does, for messages: adds.</param>
/// <param name="Sign">The operator, for comments.</param>
/// <param name="Combine">The next input joined with what the inputs before it gave.</param>
internal sealed record ElementwiseJoin(string Kind, string Verb, string Sign, Func<Expr, Expr, Expr> Combine)
{
    public LayerSpec Read(IDeclaredArguments arguments) => new ElementwiseJoinLayer(Kind, JoinArguments.Read(arguments));

    /// <summary>The value, of the inputs in their order.</summary>
    public Expr Value(int inputs) => Enumerable.Range(0, inputs).Select(Expr (i) => new Expr.Input(i)).Aggregate(Combine);

    /// <summary>The derivative with respect to an input, of the inputs.</summary>
    public Expr Derivative(int inputs, int by) => Value(inputs).By(new Expr.Input(by));
}
