using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Tiling;

/// <summary>A number that a tile multiplies vectors by: a lane of a register.</summary>
/// <param name="Label">What the tile calls it.</param>
/// <param name="Register">The register.</param>
/// <param name="Lane">The lane.</param>
/// <param name="Load">The place from which the register is loaded before this use; null where it is already.</param>
/// <param name="IsVector">Whether the number is loaded together with its neighbours.</param>
internal readonly record struct Multiplier(int Label, string Register, int Lane, int? Load, bool IsVector)
{
    /// <summary>
    /// One register a number; or, where a target multiplies by a lane, one for as many that lie side by side as it has lanes.
    /// The last load of a run reaches back, so that nothing behind the run is read.
    /// </summary>
    /// <param name="target">For which instructions.</param>
    /// <param name="all">Each number's label and place; they serve different sums, and may come in any order.</param>
    public static IReadOnlyList<Multiplier> Of(Target target, IReadOnlyList<(int Label, int Place)> all)
    {
        IReadOnlyList<(int Label, int Place)> numbers = target.MultipliesByLane ? [.. all.OrderBy(number => number.Place)] : all;
        List<Multiplier> multipliers = [];
        while (multipliers.Count < numbers.Count)
        {
            int start = multipliers.Count, run = target.MultipliesByLane ? RunLength(numbers, start) : 1;
            for (int i = 0; i < run; i++)
            {
                (int label, int place) = numbers[start + i];
                if (run < target.Lanes)
                {
                    multipliers.Add(new(label, Name(label), 0, place, false));
                    continue;
                }

                int first = i / target.Lanes * target.Lanes, load = Math.Min(first, run - target.Lanes);
                multipliers.Add(new(label, Name(numbers[start + first].Label), i - load, i == first ? place - (i - load) : null, true));
            }
        }

        return multipliers;
    }

    /// <summary>Writes what adds this number × each of some vectors to as many sums.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="target">For which instructions.</param>
    /// <param name="array">From where the numbers' places count.</param>
    /// <param name="products">Vectors and sums.</param>
    public void WriteAdds(SourceWriter writer, Target target, string array, IReadOnlyList<(string Vector, string Sum)> products)
    {
        if (!IsVector)
        {
            writer.Line(target.AddProducts(array, Literal.Of(Load!.Value), products));
            return;
        }

        if (Load is { } place)
            writer.Line($"Float__ {Register} = {target.Load(array, Literal.Of(place))};");
        writer.Line(target.AddLaneProducts(Register, Lane, products));
    }

    private static string Name(int label) => $"x{label}";

    private static int RunLength(IReadOnlyList<(int Label, int Place)> numbers, int start)
    {
        int length = 1;
        while (start + length < numbers.Count && numbers[start + length].Place == numbers[start].Place + length)
            length++;
        return length;
    }
}
