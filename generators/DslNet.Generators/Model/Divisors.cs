namespace DslNet.Generators.Model;

/// <summary>What divides numbers of channels.</summary>
internal static class Divisors
{
    /// <summary>The divisors of a number, in order.</summary>
    public static IEnumerable<int> Of(int number)
    {
        int[] small = [.. Enumerable.Range(1, (int)Math.Sqrt(number)).Where(divisor => number % divisor == 0)];
        return small.Concat(small.Select(divisor => number / divisor)).Distinct().OrderBy(divisor => divisor);
    }

    /// <summary>What divides two numbers.</summary>
    public static IEnumerable<int> OfBoth(int one, int other) => Of(one).Where(divisor => other % divisor == 0);
}
