using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Tiling;

/// <summary>
/// Consecutive terms of all sums of a tile, where a target multiplies by a lane: of each sample or column two neighbouring inputs
/// are loaded at once.
/// </summary>
/// <param name="writer">Where to.</param>
/// <param name="target">For which instructions.</param>
/// <param name="rows">Samples or columns of the tile: what each is called, and its distance from the first.</param>
/// <param name="vectors">Vectors of outputs: where each one's weights begin.</param>
/// <param name="width">From one row of weights to the next.</param>
/// <param name="partialSums">Into how many interleaved sums the terms of each output go.</param>
/// <param name="sum">The name of a sum, given which of the partial sums it is, a sample or column, and a vector.</param>
internal sealed class LaneRun(
    SourceWriter writer, Target target, IReadOnlyList<(int Label, int Place)> rows, IReadOnlyList<int> vectors, int width, int partialSums,
    Func<int, int, int, string> sum)
{
    private const int Together = Target.LanePair;

    /// <summary>Whether so many terms can be done in this way.</summary>
    public static bool Fits(Target target, int terms) => target.MultipliesByLane && terms >= Together;

    /// <summary>Whether they leave nothing over.</summary>
    public static bool Divides(int terms) => terms % Together == 0;

    /// <summary>Writes a loop over pairs of terms, and what is left over.</summary>
    /// <param name="input">Where the first sample's or column's first input is.</param>
    /// <param name="weights">Where the weights begin.</param>
    /// <param name="terms">How many terms.</param>
    /// <param name="firstRow">The row of weights of the first one.</param>
    public void Write(string input, string weights, int terms, int firstRow = 0)
    {
        int step = Math.Max(Together, partialSums), rest = terms % step, whole = terms - rest;
        using (writer.Block($"for (nuint k = 0; k < {whole}; k += {step})"))
        {
            writer.Line($"ref float termInput = ref Place__.Add(ref {input}, k);");
            writer.Line($"ref float termWeights = ref Place__.Add(ref {weights}, {Offset.Times("k", width)});");
            WriteTerms("termInput", "termWeights", 0, step, firstRow, isAlone: step == Together);
        }

        WriteTerms(input, weights, whole, rest, firstRow, isAlone: false);
    }

    private void WriteTerms(string input, string weights, int first, int count, int firstRow, bool isAlone)
    {
        for (int term = first; term < first + count; term += Together)
        {
            int together = Math.Min(Together, first + count - term);
            using (isAlone ? null : writer.Block())
            {
                foreach ((int label, int place) in rows)
                {
                    string offset = Literal.Of(place + term);
                    writer.Line($"Float__ x{label} = {(together == Together ? target.LoadPair(input, offset) : target.Multiplier(input, offset))};");
                }

                for (int lane = 0; lane < together; lane++)
                    WriteTerm((term + lane) % partialSums, lane, weights, firstRow + term + lane);
            }
        }
    }

    private void WriteTerm(int partialSum, int lane, string weights, int row)
    {
        using (writer.Block())
        {
            for (int v = 0; v < vectors.Count; v++)
                writer.Line($"Float__ w{v} = {target.Load(weights, Literal.Of(vectors[v] + row * width))};");
            foreach ((int label, _) in rows)
            {
                writer.Line(string.Join(" ", Enumerable.Range(0, vectors.Count).Select(v => (v, name: sum(partialSum, label, v))).Select(pair =>
                    $"{pair.name} = {target.MultiplyAddLane($"x{label}", lane, $"w{pair.v}", pair.name)};")));
            }
        }
    }
}
