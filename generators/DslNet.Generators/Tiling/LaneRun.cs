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
        using (Walk walk = Walk.Over(writer, "k", "0", Literal.Of(whole), step, new("termInput", input, step), new("termWeights", weights, step * width)))
        {
            writer.Explain("two terms at a time: load both inputs of each row, multiply each by its weights");
            WriteTerms(walk[0], walk[1], 0, step, firstRow, isAlone: whole > step && step == Together);
        }

        WriteTerms(input, weights, whole, rest, firstRow, isAlone: false);
    }

    private void WriteTerms(string input, string weights, int first, int count, int firstRow, bool isAlone)
    {
        for (int term = first; term < first + count; term += Together)
        {
            using (isAlone ? null : writer.Block())
            {
                if (term + 1 < first + count)
                    WritePair(term, input, weights, firstRow);
                else
                    WriteSingle(term, input, weights, firstRow);
            }
        }
    }

    private void WritePair(int term, string input, string weights, int firstRow)
    {
        foreach ((int label, int place) in rows)
            writer.Line($"Float__ x{label} = {target.LoadPair(input, Literal.Of(place + term))};");
        for (int lane = 0; lane < Together; lane++)
        {
            using (writer.Block())
            {
                WriteWeights(weights, firstRow + term + lane);
                writer.Lines([.. target.AddLaneRows([.. rows.Select(row => ($"x{row.Label}", Sums(term + lane, row.Label)))], lane, Vectors)]);
            }
        }
    }

    private void WriteSingle(int term, string input, string weights, int firstRow)
    {
        WriteWeights(weights, firstRow + term);
        writer.Lines([.. target.AddRows(input, [.. rows.Select(row => (row.Place + term, Sums(term, row.Label)))], Vectors)]);
    }

    private void WriteWeights(string weights, int row) => writer.Lines(target.Declare(
        "w", [.. vectors.Select(vector => target.Load(weights, Literal.Of(vector + row * width)))]));

    private IReadOnlyList<string> Vectors => [.. vectors.Select((_, v) => $"w{v}")];

    private IReadOnlyList<string> Sums(int term, int label) => [.. vectors.Select((_, v) => sum(term % partialSums, label, v))];
}
