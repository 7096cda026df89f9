using DslNet.Generators.Simd;

namespace DslNet.Generators.Tiling;

/// <summary>One of the <see cref="BroadcastOperands"/>, as it is loaded: a lane of a register.</summary>
/// <param name="Row">The tile's row that it serves.</param>
/// <param name="Register">The register.</param>
/// <param name="Lane">The lane.</param>
/// <param name="Load">The offset from which the register is loaded before this use; null where it is already.</param>
/// <param name="IsVector">Whether it is loaded together with its neighbours.</param>
internal readonly record struct BroadcastOperand(int Row, string Register, int Lane, int? Load, bool IsVector)
{
    /// <summary>
    /// One register per operand; or, where a target multiplies by a lane, one for as many neighbours in memory as it has lanes.
    /// The last load of a run reaches back, so that nothing behind the run is read.
    /// </summary>
    /// <param name="target">For which instructions.</param>
    /// <param name="operands">The operands.</param>
    public static IReadOnlyList<BroadcastOperand> Of(Target target, BroadcastOperands operands)
    {
        bool sharesLoads = operands.ShareLoads && target.MultipliesByLane;
        IReadOnlyList<(int Row, int Offset)> all = sharesLoads ? [.. operands.Rows.OrderBy(each => each.Offset)] : operands.Rows;
        List<BroadcastOperand> loaded = [];
        while (loaded.Count < all.Count)
        {
            int start = loaded.Count, run = sharesLoads ? RunLength(all, start) : 1;
            for (int i = 0; i < run; i++)
            {
                (int row, int offset) = all[start + i];
                if (run < target.Lanes)
                {
                    loaded.Add(new(row, Name(row), 0, offset, false));
                    continue;
                }

                int first = i / target.Lanes * target.Lanes, load = Math.Min(first, run - target.Lanes);
                loaded.Add(new(row, Name(all[start + first].Row), i - load, i == first ? offset - (i - load) : null, true));
            }
        }

        return loaded;
    }

    private static string Name(int row) => $"x{row}";

    /// <summary>How many operands are neighbours.</summary>
    private static int RunLength(IReadOnlyList<(int Row, int Offset)> operands, int start)
    {
        int length = 1;
        while (start + length < operands.Count && operands[start + length].Offset == operands[start].Offset + length)
            length++;
        return length;
    }
}
