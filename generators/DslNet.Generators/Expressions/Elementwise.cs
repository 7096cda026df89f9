namespace DslNet.Generators.Expressions;

/// <summary>A function of each value of a tensor, as lowering sees it: what is computed, what its gradient needs, and where it pays to compute it.</summary>
/// <param name="Kind">Its name.</param>
/// <param name="Value">The output, of the input.</param>
/// <param name="Gradient">The gradient of the input, of that of the output and of what is saved.</param>
/// <param name="FromOutput">
/// Whether the derivative is a function of the output. Then the function is computed in place, fused with the layer before it, and only its
/// output is saved; otherwise its input is.
/// </param>
/// <param name="FusesInOneSample">Whether the program for one sample, where nothing is saved, computes it in registers behind a small dense layer.</param>
/// <param name="IsRectifier">Whether it lets through about half of what comes in, so that weights before it start with twice the variance.</param>
internal sealed record Elementwise(string Kind, Expr Value, Expr Gradient, bool FromOutput, bool FusesInOneSample, bool IsRectifier)
{
    /// <summary>So many need no registers that the accumulators of a tile want.</summary>
    private const int MostInstructions = 4;

    /// <summary>The input, for functions of one value.</summary>
    public static Expr.Input X { get; } = new(0);

    /// <summary>
    /// Whether it is an instruction or two. Then it is applied to accumulators while they are in registers; a polynomial there would
    /// evict them, and is computed in a loop of its own right after, where its constants stay in registers instead.
    /// </summary>
    public bool IsShort => Value.Instructions <= MostInstructions;

    /// <summary>A function with its gradient, which is that of the output where the derivative can be written so.</summary>
    /// <param name="kind">Its name.</param>
    /// <param name="value">The function, of <see cref="X"/>.</param>
    /// <param name="isRectifier">See <see cref="IsRectifier"/>.</param>
    /// <param name="fusesInOneSample">See <see cref="FusesInOneSample"/>; null to do so where <see cref="FromOutput"/>.</param>
    public static Elementwise Of(string kind, Expr value, bool isRectifier = false, bool? fusesInOneSample = null)
    {
        Expr.Input saved = new(1);
        Expr derivative = value.By(X), ofOutput = derivative.Replace(value, saved);
        if (IsPositiveWhereInputIs(value))
            ofOutput = ofOutput.Replace(X > Expr.Zero, saved > Expr.Zero);
        bool fromOutput = !ofOutput.Contains(X);
        Expr gradient = Derivative.Times(new Expr.Input(0), fromOutput ? ofOutput : derivative.Replace(X, saved));
        return new(kind, value, gradient, fromOutput, fusesInOneSample ?? fromOutput, isRectifier);
    }

    /// <summary>Whether the output says if the input is positive: that passes, and of all else nothing positive comes, as of a rectifier that is written out.</summary>
    private static bool IsPositiveWhereInputIs(Expr value) =>
        value is Expr.Select select && select.Condition == (X > Expr.Zero) && select.Then == X && select.Else switch
        {
            Expr.Constant constant => constant.Value <= 0,
            Expr.Binary { Op: BinaryOp.Multiply } product => (product.Left, product.Right) is (Expr.Constant { Value: >= 0 }, Expr.Input) or (Expr.Input, Expr.Constant { Value: >= 0 }),
            _ => false,
        };
}
