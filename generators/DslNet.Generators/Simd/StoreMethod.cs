namespace DslNet.Generators.Simd;

/// <summary>The name of a method that stores vectors; between its parts "Two" is written where it stores two.</summary>
/// <param name="Verb">What it does.</param>
/// <param name="Object">With what.</param>
internal readonly record struct StoreMethod(string Verb, string Object = "")
{
    public static StoreMethod Plain { get; } = new("Store");

    public static StoreMethod Add { get; } = new("Add");

    public static StoreMethod Accumulate { get; } = new("Accumulate");
}
