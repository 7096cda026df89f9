using DslNet.Onnx.Writing;

namespace DslNet.Onnx.Operators.Layers;

/// <summary>The arguments of a Pad layer, as short as they can be.</summary>
internal static class PadArguments
{
    /// <param name="sides">What is before and behind each axis: of a signal its length, of an image its rows and columns.</param>
    public static IReadOnlyList<string> Of(IEnumerable<(int Before, int After)> sides)
    {
        (int Before, int After)[] axes = [.. sides];
        ((int top, int bottom), (int left, int right)) = axes.Length == 1 ? ((axes[0].Before, axes[0].After), axes[0]) : (axes[0], axes[1]);
        if (top == bottom && left == right && top == left)
            return [Argument.Of(top)];
        if (axes.Length == 2 && top == bottom && left == right)
            return [Argument.Of(top), Argument.Of(left)];
        return [.. Side("top", axes.Length == 1 ? 0 : top), .. Side("bottom", axes.Length == 1 ? 0 : bottom), .. Side("left", left), .. Side("right", right)];
    }

    private static IEnumerable<string> Side(string name, int amount) => amount == 0 ? [] : [$"{name}: {Argument.Of(amount)}"];
}
