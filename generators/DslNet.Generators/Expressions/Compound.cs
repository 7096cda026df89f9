using DslNet.Generators.Text;

namespace DslNet.Generators.Expressions;

/// <summary>
/// Expressions that the library has one method for. The C# compiler takes a call of it in much less time than the operators and generic calls that it stands for,
/// and a reader too; it computes the same, operation by operation.
/// </summary>
internal static class Compound
{
    /// <summary>The method, the expressions that it takes, and further arguments as they are written; null where there is none.</summary>
    public static (string Method, IReadOnlyList<Expr> Arguments, string Constants)? Of(Expr expression) => expression switch
    {
        Expr.Binary { Op: BinaryOp.Max } max when max.Left == Expr.Zero => ("ReLU", [max.Right], ""),
        Expr.Select { Condition: Expr.Compare { Op: Comparison.LessThanOrEqual } compare } select when compare.Right == Expr.Zero && select.Then == Expr.Zero =>
            ("ReLUGradient", [select.Else, compare.Left], ""),
        Expr.Select { Condition: Expr.Compare { Op: Comparison.GreaterThan } compare, Else: Expr.Binary { Op: BinaryOp.Multiply, Right: Expr.Constant slope } otherwise } select
            when compare.Right == Expr.Zero && otherwise.Left == select.Then =>
            select.Then == compare.Left
                ? ("LeakyReLU", [select.Then], $", {Literal.Of(slope.Value)}")
                : ("LeakyReLUGradient", [select.Then, compare.Left], $", {Literal.Of(slope.Value)}"),
        Expr.Binary { Op: BinaryOp.Multiply, Right: Expr.Call { Function.Name: "TanhDerivativeFromOutput" } call } product => ("TanhGradient", [product.Left, call.Arguments[0]], ""),
        Expr.Binary { Op: BinaryOp.Multiply, Right: Expr.Call { Function.Name: "SigmoidDerivativeFromOutput" } call } product => ("SigmoidGradient", [product.Left, call.Arguments[0]], ""),
        _ => null,
    };
}
