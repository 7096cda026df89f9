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

    /// <summary>Writes the load of the register, if it is this number's turn to load it.</summary>
    public void WriteLoad(SourceWriter writer, Target target, string array, string variable)
    {
        if (Load is { } place)
            writer.Line($"Float__ {Register} = {(IsVector ? target.Load(array, Offset.Of(variable, place)) : target.Multiplier(array, Offset.Of(variable, place)))};");
    }

    /// <summary>Writes what adds this number × a vector to each of some sums; only one that serves several of them is worth a line of its own.</summary>
    public void WriteAdds(SourceWriter writer, Target target, string array, string variable, IReadOnlyList<(string Vector, string Sum)> products)
    {
        if (products.Count == 1 && !target.MultipliesByLane)
        {
            string broadcast = target.Multiplier(array, Offset.Of(variable, Load!.Value));
            writer.Line($"{products[0].Sum} = {target.MultiplyAdd(broadcast, products[0].Vector, products[0].Sum)};");
            return;
        }

        WriteLoad(writer, target, array, variable);
        Multiplier x = this;
        writer.Line(string.Join(" ", products.Select(product => $"{product.Sum} = {x.MultiplyAdd(target, product.Vector, product.Sum)};")));
    }

    /// <summary>This number × vector + addend.</summary>
    public string MultiplyAdd(Target target, string vector, string addend) => target.MultiplyAddLane(Register, Lane, vector, addend);

    private static string Name(int label) => $"x{label}";

    private static int RunLength(IReadOnlyList<(int Label, int Place)> numbers, int start)
    {
        int length = 1;
        while (start + length < numbers.Count && numbers[start + length].Place == numbers[start].Place + length)
            length++;
        return length;
    }
}
