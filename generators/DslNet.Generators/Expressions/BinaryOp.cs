namespace DslNet.Generators.Expressions;

/// <summary>What is computed of two values.</summary>
internal enum BinaryOp
{
    Add,
    Subtract,
    Multiply,
    Divide,

    /// <summary>a &gt; b ? a : b, so that NaN of b passes, and b is taken where either is NaN.</summary>
    Max,

    /// <summary>a &lt; b ? a : b, so that NaN of b passes, and b is taken where either is NaN.</summary>
    Min,

    /// <summary>a where a &gt; b, else b; NaN where either is NaN.</summary>
    MaxOrNaN,

    /// <summary>a where a &lt; b, else b; NaN where either is NaN.</summary>
    MinOrNaN,
}
