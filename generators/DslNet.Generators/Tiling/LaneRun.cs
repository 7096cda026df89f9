using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Tiling;

/// <summary>
/// Consecutive terms of all accumulators of a tile, where a target multiplies by a lane: of each row two neighbouring operands are loaded at once.
/// </summary>
/// <param name="tile">The tile.</param>
/// <param name="operands">Its rows, and where the operands of each begin.</param>
/// <param name="vectors">Where the weights of each of its vectors begin.</param>
/// <param name="width">From one row of weights to the next.</param>
internal sealed class LaneRun(RegisterTile tile, IReadOnlyList<(int Row, int Offset)> operands, IReadOnlyList<int> vectors, int width)
{
    private const int Together = Target.LanePair;

    private readonly SourceWriter _writer = tile.Writer;
    private readonly Target _target = tile.Target;

    /// <summary>Whether so many terms can be done in this way.</summary>
    public static bool Fits(Target target, int terms) => target.MultipliesByLane && terms >= Together;

    /// <summary>Whether they leave nothing over.</summary>
    public static bool Divides(int terms) => terms % Together == 0;

    /// <summary>Writes a loop over pairs of terms, and what is left over.</summary>
    /// <param name="input">Where the first row's first operand is.</param>
    /// <param name="weights">Where the weights begin.</param>
    /// <param name="terms">How many terms.</param>
    /// <param name="firstRow">The row of weights of the first one.</param>
    public void Write(string input, string weights, int terms, int firstRow = 0)
    {
        int step = Math.Max(Together, tile.PartialSums), rest = terms % step, whole = terms - rest;
        using (Walk walk = Walk.Over(_writer, "k", "0", Literal.Of(whole), step, new("termInput", input, step), new("termWeights", weights, step * width)))
        {
            _writer.Explain("two terms at a time: load both inputs of each row, multiply each by its weights");
            WriteTerms(walk[0], walk[1], 0, step, firstRow, isAlone: whole > step && step == Together);
        }

        WriteTerms(input, weights, whole, rest, firstRow, isAlone: false);
    }

    private void WriteTerms(string input, string weights, int first, int count, int firstRow, bool isAlone)
    {
        for (int term = first; term < first + count; term += Together)
        {
            using (isAlone ? null : _writer.Block())
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
        foreach ((int row, int offset) in At(term))
            _writer.Line($"Float__ x{row} = {_target.LoadPair(input, Literal.Of(offset))};");
        for (int lane = 0; lane < Together; lane++)
        {
            using (_writer.Block())
            {
                VectorOperands factors = Weights(weights, firstRow + term + lane);
                factors.Declare(_writer, _target);
                _writer.Lines([.. _target.AddLaneRows(
                    [.. operands.Select(operand => ($"x{operand.Row}", tile.Row(operand.Row, (term + lane) % tile.PartialSums)))], lane, factors.Names)]);
            }
        }
    }

    private void WriteSingle(int term, string input, string weights, int firstRow)
    {
        VectorOperands factors = Weights(weights, firstRow + term);
        factors.Declare(_writer, _target);
        _writer.Lines([.. _target.AddRows(input, [.. At(term).Select(operand => (operand.Offset, tile.Row(operand.Row, term % tile.PartialSums)))], factors.Names)]);
    }

    private IReadOnlyList<(int Row, int Offset)> At(int term) => [.. operands.Select(operand => (operand.Row, operand.Offset + term))];

    private VectorOperands Weights(string weights, int row) => new("w", weights, [.. vectors.Select(vector => vector + row * width)]);
}
