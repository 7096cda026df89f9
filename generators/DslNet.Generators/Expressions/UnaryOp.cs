namespace DslNet.Generators.Expressions;

/// <summary>What is computed of one value.</summary>
internal enum UnaryOp
{
    Negate,
    Abs,
    Sqrt,

    /// <summary>−|x|: one instruction, as the magnitude is.</summary>
    NegativeAbs,
}
