using DslNet.Onnx.Graphs;

namespace DslNet.Onnx.Operators.Shapes;

/// <summary>The shape of what several values become together.</summary>
internal static class Broadcasting
{
    /// <summary>The common shape; null if one is unknown or they do not fit.</summary>
    public static IReadOnlyList<Extent>? Of(IReadOnlyList<Extent>? left, IReadOnlyList<Extent>? right)
    {
        if (left is null || right is null)
            return null;
        var shape = new Extent[Math.Max(left.Count, right.Count)];
        for (int axis = 1; axis <= shape.Length; axis++)
        {
            Extent a = axis <= left.Count ? left[^axis] : 1, b = axis <= right.Count ? right[^axis] : 1;
            if (a != b && a != 1 && b != 1)
                return null;
            shape[^axis] = a == 1 ? b : a;
        }

        return shape;
    }

    /// <summary>The common shape of constants.</summary>
    public static long[]? Of(IReadOnlyList<long> left, IReadOnlyList<long> right) =>
        Of([.. left.Select(axis => (Extent)axis)], [.. right.Select(axis => (Extent)axis)]) is { } shape ? [.. shape.Select(extent => extent.Factor)] : null;
}
