using DslNet.Generators.Simd;

namespace DslNet.Generators.Planning;

/// <summary>A run of panels of one width: 16 outputs each, and at the end perhaps one of 8.</summary>
/// <param name="Count">How many panels.</param>
/// <param name="Width">Outputs of each.</param>
/// <param name="FirstOutput">The first one's first output.</param>
internal readonly record struct PanelRun(int Count, int Width, int FirstOutput)
{
    private const int MostVectors = 2;

    /// <summary>Vectors of a panel that are worked on at once: two, so that a tile looks the same whatever their width.</summary>
    public int Vectors(Target target) => Math.Min(MostVectors, Width / target.Lanes);

    /// <summary>How often that must be done for a whole panel.</summary>
    public int Slices(Target target) => Width / target.Lanes / Vectors(target);

    /// <summary>Writes the loop over them.</summary>
    /// <returns>What closes the loop, and what is added to an offset for a slice: empty where the panel is done at once.</returns>
    public (IDisposable? Loop, string Offset) WriteSlices(Emission.SourceWriter writer, Target target)
    {
        int slices = Slices(target);
        return slices == 1 ? (null, "") : (writer.Loop("slice", slices), $" + slice * {Width / slices}");
    }

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
