using DslNet.Generators.Tests.Oracle;

namespace DslNet.Generators.Tests.Values;

/// <summary>Something that random networks are made of.</summary>
/// <param name="Weight">How often it is drawn, beside the weights of the others of its list.</param>
/// <param name="Create">Draws its arguments, given the shape that it reads; null if what was drawn does not fit.</param>
internal sealed record RandomPart<T>(int Weight, Func<Random, Extent, T?> Create)
    where T : class
{
    /// <summary>Draws one of a list, and again until it fits; one of the list must fit with some arguments.</summary>
    public static T Draw(IReadOnlyList<RandomPart<T>> parts, Random random, Extent at)
    {
        while (true)
        {
            int place = random.Next(parts.Sum(part => part.Weight)), chosen = 0;
            while (place >= parts[chosen].Weight)
                place -= parts[chosen++].Weight;
            if (parts[chosen].Create(random, at) is { } part)
                return part;
        }
    }
}
