using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Dense;

/// <summary>
/// Where a row of weights begins in the panels of a tile: one name for each width of panels, since their rows are stored at different distances.
/// </summary>
internal sealed class PanelWeights
{
    private readonly IReadOnlyList<(int Width, string Name)> _names;

    private PanelWeights(IReadOnlyList<(int Width, string Name)> names) => _names = names;

    /// <summary>The first row: it begins with the tile's first panel, whatever the width.</summary>
    public static PanelWeights Of(IEnumerable<DenseVector> vectors, string weights) =>
        new([.. vectors.Select(vector => vector.Width).Distinct().Select(width => (width, weights))]);

    /// <summary>The name for panels of one width.</summary>
    public string this[int width] => _names.Single(each => each.Width == width).Name;

    /// <summary>Names a later row.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="name">Its name.</param>
    /// <param name="index">A factor of how many rows it is further.</param>
    /// <param name="rows">The other.</param>
    public PanelWeights Declare(SourceWriter writer, string name, string index, int rows) =>
        new([.. _names.Select(each => (each.Width, Offset.Declare(writer, NameOf(name, each.Width), each.Name, Offset.Times(index, rows * each.Width))))]);

    /// <summary>What walks over the rows in a loop.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="rows">Rows per turn.</param>
    public IEnumerable<Walk.Step> Steps(string name, int rows) => _names.Select(each => new Walk.Step(NameOf(name, each.Width), each.Name, rows * each.Width));

    /// <summary>The row of a loop's turn.</summary>
    /// <param name="walk">The loop.</param>
    /// <param name="first">Which of its references is the first of <see cref="Steps"/>.</param>
    public PanelWeights At(Walk walk, int first) => new([.. _names.Select((each, i) => (each.Width, walk[first + i]))]);

    private string NameOf(string name, int width) => _names.Count == 1 ? name : name + width;
}
