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

    /// <summary>Writes what adds numbers × each of some vectors to as many sums.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="target">For which instructions.</param>
    /// <param name="array">From where the numbers' places count.</param>
    /// <param name="numbers">Each number's label and place.</param>
    /// <param name="vectorArray">The vectors' memory.</param>
    /// <param name="offsets">The vectors' offsets.</param>
    /// <param name="name">What they are called in registers.</param>
    /// <param name="sums">Given a label, the names of its sums, one for each vector.</param>
    public static void WriteAll(
        SourceWriter writer, Target target, string array, IReadOnlyList<(int Label, int Place)> numbers, string vectorArray, IReadOnlyList<int> offsets, string name,
        Func<int, IReadOnlyList<string>> sums)
    {
        IReadOnlyList<Multiplier> all = Of(target, numbers);
        if (all.All(x => !x.IsVector))
        {
            writer.Lines([.. target.AddTerm(array, [.. all.Select(x => (x.Load!.Value, sums(x.Label)))], vectorArray, offsets, name)]);
            return;
        }

        string[] vectors = [.. offsets.Select((_, v) => $"{name}{v}")];
        writer.Lines(target.Declare(name, [.. offsets.Select(offset => target.Load(vectorArray, Literal.Of(offset)))]));
        for (int i = 0; i < all.Count;)
        {
            Multiplier first = all[i];
            if (first is { IsVector: true, Load: { } place })
                writer.Line($"Float__ {first.Register} = {target.Load(array, Literal.Of(place))};");
            Multiplier[] run = [.. all.Skip(i).TakeWhile(x => x.IsVector == first.IsVector && (!x.IsVector || x.Register == first.Register))];
            if (!first.IsVector)
                writer.Lines([.. target.AddRows(array, [.. run.Select(x => (x.Load!.Value, sums(x.Label)))], vectors)]);
            else if (run.Length == target.Lanes && vectors.Length <= 2)
                writer.Line(target.AddLanes(first.Register, [.. run.SelectMany(x => sums(x.Label))], vectors));
            else
                writer.Lines([.. run.SelectMany(x => target.AddLaneRows([(x.Register, sums(x.Label))], x.Lane, vectors))]);
            i += run.Length;
        }
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
