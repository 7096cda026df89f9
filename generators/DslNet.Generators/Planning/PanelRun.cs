using DslNet.Generators.Emission;
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

    /// <summary>Writes what is done for each panel, slice by slice where it is wider than what is worked on at once.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="target">For which instructions.</param>
    /// <param name="rows">Rows of weights that a panel has.</param>
    /// <param name="body">Given the offset of the first output and that of its weights in the first row, writes the body.</param>
    public void Write(SourceWriter writer, Target target, int rows, Action<string, string> body)
    {
        PanelRun run = this;
        int slices = Width / target.Lanes / Vectors(target);
        string slice = slices > 1 ? Offset.Times("slice", Width / slices) : "";
        using (Count > 1 ? writer.Loop("panel", Count) : writer.Block())
        using (slices > 1 ? writer.Loop("slice", slices) : null)
            body(At(1), At(rows));

        string At(int rowsBefore)
        {
            if (run.Count == 1)
                return Offset.Of(slice, run.FirstOutput * rowsBefore);
            string panel = Offset.Times("panel", run.Width * rowsBefore);
            return slice.Length == 0 ? panel : $"{panel} + {slice}";
        }
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
