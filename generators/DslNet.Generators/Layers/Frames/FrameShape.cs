using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Frames;

/// <summary>Layers that read several frames want vectors.</summary>
internal static class FrameShape
{
    // Frames of one value are stored as eight.
    private const int Padding = 8;

    /// <param name="input">What the layer reads.</param>
    /// <param name="frames">How many frames before the current one.</param>
    /// <param name="problems">Receives what does not fit.</param>
    public static void Check(ShapedInput input, long frames, IShapeProblems problems)
    {
        if (input.Shape.SpatialRank > 0)
            problems.Report(RuleIds.FlattenMissing, null, problems.LayerName, input.Producer, input.Shape);
        if (Limits.Multiply(frames, input.Shape.Length) > Limits.TensorLength / Padding)
            problems.Report(RuleIds.HistoryTooLong, null, problems.LayerName, frames, input.Shape.Length, Limits.TensorLength / Padding);
    }
}
