namespace DslNet.Generators.Model;

/// <summary>How a window moves over positions, axis by axis.</summary>
/// <param name="Axes">One for each spatial axis of the shape.</param>
internal sealed record Window(EquatableArray<WindowAxis> Axes)
{
    /// <summary>Down an image; over a signal it stands on its one row.</summary>
    public WindowAxis Vertical => Axes.Count == 1 ? WindowAxis.Single : Axes[0];

    /// <summary>Across an image, along a signal.</summary>
    public WindowAxis Horizontal => Axes[Axes.Count - 1];

    /// <summary>At how many positions it stands.</summary>
    public int Count => Axes.Aggregate(1, (count, axis) => count * axis.Output);

    /// <summary>Whether it stands anywhere.</summary>
    public bool Fits => Axes.All(axis => axis.Output >= 1);

    /// <summary>Whether some positions of the input are behind its last place, on any axis.</summary>
    public bool DropsBorder => Axes.Any(axis => axis.Dropped > 0);

    /// <summary>A window over the positions of a shape. A shape of another rank has none, and is refused elsewhere: it counts as one position an axis.</summary>
    /// <param name="input">The shape.</param>
    /// <param name="kernel">The window's length on each axis.</param>
    /// <param name="stride">From one place to the next, on each axis.</param>
    /// <param name="padding">On both sides of each axis, or <see cref="DeclarationText.SamePadding"/>.</param>
    /// <param name="ceil">Whether a last window may reach beyond the padding.</param>
    public static Window Over(Shape input, IReadOnlyList<int> kernel, IReadOnlyList<int> stride, int padding, bool ceil = false) => new(Enumerable.Range(0, kernel.Count)
        .Select(axis => WindowAxis.Create(input.SpatialRank == kernel.Count ? input.Axes[axis + 1].Length : 1, kernel[axis], stride[axis], padding, ceil))
        .ToEquatableArray());

    public void Deconstruct(out WindowAxis vertical, out WindowAxis horizontal) => (vertical, horizontal) = (Vertical, Horizontal);
}
