namespace DslNet.Generators.Simd;

/// <summary>
/// How far code is unrolled. The just-in-time compiler gives up optimising beyond 60,000 bytes of IL or 2,000 locals in a
/// method, and nothing is won long before that: loops over fully unrolled register tiles run as fast.
/// </summary>
internal static class UnrollBudget
{
    /// <summary>Weights of a dense layer that is small enough to be written out without any loop over its inputs.</summary>
    public const int SmallLayer = 256;

    /// <summary>Vector multiply-adds of a tile that is written out without a loop.</summary>
    public const int StraightLine = 96;

    /// <summary>Vector multiply-adds of a tile at an image's border, where each tap is written out with the positions that it meets.</summary>
    public const int Border = 128;

    /// <summary>Kinds of column tiles that get code of their own.</summary>
    public const int ColumnRuns = 8;

    /// <summary>Vector multiply-adds in the body of an innermost loop.</summary>
    public const int LoopBody = 16;
}
