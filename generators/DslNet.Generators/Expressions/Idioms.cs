namespace DslNet.Generators.Expressions;

/// <summary>
/// Arithmetic that is a function of the library's, written out as textbooks do. The library's overflows nowhere and loses no digits, and brings
/// its derivative.
/// </summary>
internal static class Idioms
{
    /// <summary>The library's function that an expression is; the expression itself where it is none.</summary>
    public static Expr Of(Expr expression) => expression switch
    {
        Expr.Call { Function: var log } call when log == MathFunction.Log => OfLogarithm(call, call.Arguments[0]),
        Expr.Binary { Op: BinaryOp.Divide } quotient => OfQuotient(quotient),
        Expr.Binary { Op: BinaryOp.Multiply } product => OfProduct(product.Left, product.Right) ?? OfProduct(product.Right, product.Left) ?? product,
        _ => expression,
    };

    private static Expr OfLogarithm(Expr logarithm, Expr argument) => argument switch
    {
        // ln(1 + eᵃ)
        Expr.Binary { Op: BinaryOp.Add } sum when OneMore(sum) is Expr.Call { Function: var exp } call && exp == MathFunction.Exp => MathFunction.Softplus.Of(call.Arguments[0]),

        // ln σ(a)
        Expr.Call { Function: var sigmoid } call when sigmoid == MathFunction.Sigmoid => MathFunction.LogSigmoid.Of(call.Arguments[0]),
        _ => logarithm,
    };

    // 1/(1 + e⁻ᵃ) and a/(1 + e⁻ᵃ), eᵃ/(1 + eᵃ), a/(1 + |a|)
    private static Expr OfQuotient(Expr.Binary quotient)
    {
        if (quotient.Right is not Expr.Binary { Op: BinaryOp.Add } sum)
            return quotient;
        Expr? added = OneMore(sum);
        if (added is Expr.Unary { Op: UnaryOp.Abs } magnitude && magnitude.Value == quotient.Left)
            return MathFunction.Softsign.Of(quotient.Left);
        if (added is not Expr.Call { Function: var exp } call || exp != MathFunction.Exp)
            return quotient;
        Expr exponent = call.Arguments[0];
        return exponent is Expr.Unary { Op: UnaryOp.Negate } negated && quotient.Left == Expr.One ? MathFunction.Sigmoid.Of(negated.Value)
            : exponent is Expr.Unary { Op: UnaryOp.Negate } opposite && quotient.Left == opposite.Value ? MathFunction.Silu.Of(opposite.Value)
            : quotient.Left == call ? MathFunction.Sigmoid.Of(exponent)
            : quotient;
    }

    // a·σ(a) and a·tanh(ln(1 + eᵃ))
    private static Expr? OfProduct(Expr a, Expr factor) => factor switch
    {
        Expr.Call { Function: var sigmoid } call when sigmoid == MathFunction.Sigmoid && call.Arguments[0] == a => MathFunction.Silu.Of(a),
        Expr.Call { Function: var tanh } call when tanh == MathFunction.Tanh && call.Arguments[0] == MathFunction.Softplus.Of(a) => MathFunction.Mish.Of(a),
        _ => null,
    };

    /// <summary>What is added to 1.</summary>
    private static Expr? OneMore(Expr.Binary sum) => sum.Left == Expr.One ? sum.Right : sum.Right == Expr.One ? sum.Left : null;
}
