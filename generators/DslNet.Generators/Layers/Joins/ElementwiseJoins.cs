namespace DslNet.Generators.Layers.Joins;

/// <summary>All joins that compute each value by itself. One line a join; kernels and gradients follow from it.</summary>
internal static class ElementwiseJoins
{
    public static IReadOnlyList<ElementwiseJoin> All { get; } =
    [
        new("Add", "adds", "+", (sum, next) => sum + next),
        new("Multiply", "multiplies", "·", (product, next) => product * next),
        new("Subtract", "takes the difference of", "−", (rest, next) => rest - next),
    ];

    public static ElementwiseJoin Get(string kind) => All.First(join => join.Kind == kind);
}
