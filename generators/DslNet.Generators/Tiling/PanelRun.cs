using DslNet.CompilerServices;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Tiling;

/// <summary>A run of panels of one width: 16 outputs each, and at the end perhaps one of 8.</summary>
/// <param name="Count">How many panels.</param>
/// <param name="Width">Outputs of each.</param>
/// <param name="FirstOutput">The first one's first output.</param>
internal readonly record struct PanelRun(int Count, int Width, int FirstOutput)
{
    private const int Full = PanelWidth.Full, MostVectors = 2;

    /// <summary>Vectors of a panel that are worked on at once: two, so that a tile looks the same whatever their width.</summary>
    public int Vectors(Target target) => Math.Min(MostVectors, Width / target.Lanes);

    /// <summary>
    /// Panels that share an input where each is but one vector: otherwise half of what is done would be loading. The run is a
    /// whole number of them.
    /// </summary>
    public int Together(Target target) => Width == target.Lanes && Width == Full && Count % 2 == 0 ? 2 : 1;

    /// <summary>
    /// Whether a target gains where vectors run along the panels of so many outputs: they must be whole vectors, and enough. More
    /// registers alone do not help, since such tiles are bound by multiplying.
    /// </summary>
    /// <param name="target">One that has a fallback.</param>
    /// <param name="paddedOutputs">Outputs.</param>
    /// <param name="rows">Weights of each.</param>
    public static bool Gains(Target target, int paddedOutputs, int rows) =>
        !target.GainsByRegisters && Of(paddedOutputs).All(run => run.Width % target.Lanes == 0) && (long)paddedOutputs * rows > target.WeightsToGain;

    /// <summary>What the panels of so many outputs cost together, given what those of one width do.</summary>
    public static KernelCost Cost(int paddedOutputs, Func<PanelRun, KernelCost> cost) => Of(paddedOutputs).Select(cost).Aggregate((sum, each) => sum + each);

    /// <summary>For a kernel's comment, so many outputs and the panels that they are stored in.</summary>
    public static string Phrase(int outputs, int paddedOutputs) =>
        $"{NumberText.Counted(outputs, "output")} in {string.Join(" and ", Of(paddedOutputs).Select(run => $"{NumberText.Counted(run.Count, "panel")} of {run.Width}"))}";

    /// <summary>Vectors of all its panels.</summary>
    public int AllVectors(Target target) => Count * Width / target.Lanes;

    /// <summary>Writes what is done for each panel, slice by slice where it is wider than what is worked on at once.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="target">For which instructions.</param>
    /// <param name="rows">Rows of weights that a panel has.</param>
    /// <param name="body">Given the offset of the first output and that of its weights in the first row, writes the body.</param>
    /// <param name="together">Panels that the body does at once.</param>
    public void Write(SourceWriter writer, Target target, int rows, Action<string, string> body, int together = 1)
    {
        PanelRun run = new(Count / together, Width * together, FirstOutput);
        int slices = Width / target.Lanes / Vectors(target);
        string panel = run.Count > 1 ? "panel" : "0", slice = slices > 1 ? Offset.Times("slice", Width / slices) : "0";
        using (run.Count > 1 ? writer.Loop("panel", "0", $"{run.Count}") : null)
        using (slices > 1 ? writer.Loop("slice", "0", $"{slices}") : null)
            body(At(1), At(rows));

        string At(int rowsBefore) => Offset.Sum(Offset.Times(panel, run.Width * rowsBefore), slice, Literal.Of(run.FirstOutput * rowsBefore));
    }

    public static IReadOnlyList<PanelRun> Of(int paddedOutputs)
    {
        int full = paddedOutputs / Full, rest = paddedOutputs % Full;
        List<PanelRun> runs = [];
        if (full > 0)
            runs.Add(new(full, Full, 0));
        if (rest > 0)
            runs.Add(new(1, rest, full * Full));
        return runs;
    }
}
