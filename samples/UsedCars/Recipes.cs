using DslNet.Data;

namespace UsedCars;

/// <summary>Three ways to read the same table. Of the price the logarithm is learned, so that errors are shares of it.</summary>
internal static class Recipes
{
    /// <summary>Make, model and fuel as tokens, for which vectors are learned.</summary>
    public static Recipe Embeddings { get; } = new()
    {
        new Standardize("age", "km", "power") { Input = "numbers" },
        new Embed("make", "model", "fuel"),
        new TargetNumber("price") { Log = true, Standardize = true },
    };

    /// <summary>A value of 0 or 1 for each make, model and fuel.</summary>
    public static Recipe OneHot { get; } = new()
    {
        new Standardize("age", "km", "power") { Input = "numbers" },
        new OneHot("make", "model", "fuel"),
        new TargetNumber("price") { Log = true, Standardize = true },
    };

    /// <summary>The numbers of make, model and fuel as if they measured something.</summary>
    public static Recipe Numbers { get; } = new()
    {
        new Standardize("age", "km", "power") { Input = "numbers" },
        new MinMax("make", "model", "fuel"),
        new TargetNumber("price") { Log = true, Standardize = true },
    };
}
