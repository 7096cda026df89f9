using DslNet.Generators.Simd;

namespace DslNet.Generators.Planning;

/// <summary>A run of panels of one width: 16 outputs each, and at the end perhaps one of 8.</summary>
/// <param name="Count">How many panels.</param>
/// <param name="Width">Outputs of each.</param>
/// <param name="FirstOutput">The first one's first output.</param>
internal readonly record struct PanelRun(int Count, int Width, int FirstOutput)
{
    /// <summary>Vectors that a panel takes.</summary>
    public int Vectors(Target target) => Width / target.Lanes;

    public static IReadOnlyList<PanelRun> Of(int paddedOutputs)
    {
        int full = paddedOutputs / 16, rest = paddedOutputs % 16;
        List<PanelRun> runs = [];
        if (full > 0)
            runs.Add(new(full, 16, 0));
        if (rest > 0)
            runs.Add(new(1, rest, full * 16));
        return runs;
    }
}
