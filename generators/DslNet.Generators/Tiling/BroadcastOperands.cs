namespace DslNet.Generators.Tiling;

/// <summary>The operands of a product that are broadcast: one for each of some rows of a <see cref="RegisterTile"/>.</summary>
/// <param name="Array">Their memory.</param>
/// <param name="Rows">Rows, and the offsets of their operands; in any order.</param>
/// <param name="ShareLoads">Whether those that are neighbours in memory are loaded together, where a target multiplies by a lane.</param>
internal sealed record BroadcastOperands(string Array, IReadOnlyList<(int Row, int Offset)> Rows, bool ShareLoads = true)
{
    /// <summary>The operands of all rows, at one distance.</summary>
    /// <param name="array">Their memory.</param>
    /// <param name="rows">How many.</param>
    /// <param name="stride">From one to the next.</param>
    /// <param name="first">The first one's offset.</param>
    /// <param name="shareLoads">Whether neighbours are loaded together.</param>
    public static BroadcastOperands Of(string array, int rows, int stride, int first = 0, bool shareLoads = true) =>
        new(array, [.. Enumerable.Range(0, rows).Select(row => (row, first + row * stride))], shareLoads);
}
