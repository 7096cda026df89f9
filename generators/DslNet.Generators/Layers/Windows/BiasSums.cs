using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Windows;

/// <summary>∂b[o] += Σ ∂y over positions, in partial sums by position mod 4 (<see cref="Tiling.Summation.PositionPartialSums"/>) that are added as a tree.</summary>
internal static class BiasSums
{
    public static void Write(SourceWriter writer, string gradient, int positions, int paddedOutputs, string biasGradient) =>
        writer.Line($"Lanes__.AddRows(ref {gradient}, {positions}, ref {biasGradient}, {paddedOutputs});");
}
