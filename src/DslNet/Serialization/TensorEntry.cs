using System.Globalization;

namespace DslNet;

/// <summary>One tensor in the header of a safetensors file, as it is written there.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ElementType">Its dtype, such as F32.</param>
/// <param name="Shape">The lengths of its axes.</param>
/// <param name="Begin">Where its bytes begin, counted from the end of the header.</param>
/// <param name="End">Where they end.</param>
internal sealed record TensorEntry(string Name, string ElementType, IReadOnlyList<long> Shape, long Begin, long End)
{
    /// <summary>How much of a name messages show, so that a hostile file floods none.</summary>
    public const int LongestShownName = 120;

    /// <summary>The count of steps that PyTorch keeps with each batch normalisation; converted with the rest of a file, it may be a float.</summary>
    private const string Counter = "num_batches_tracked";

    /// <summary>The name, cut off where a hostile file would flood a message.</summary>
    public string ShownName => Shown(Name);

    /// <summary>The shape, as a <see cref="TensorShape"/> would show it.</summary>
    public string ShownShape => Shape.Count switch
    {
        0 => "a scalar",
        > 8 => $"{Shape.Count} axes",
        _ => string.Join('×', Shape.Select(axis => axis.ToString(CultureInfo.InvariantCulture))),
    };

    /// <summary>
    /// Whether it can be no weight that the network lacks: counters, indices and masks, and what has no element. Such tensors are skipped
    /// where no parameter has their name.
    /// </summary>
    public bool HoldsNoWeights => SafetensorsFormat.IsInteger(ElementType) || Shape.Contains(0) || Name == Counter || Name.EndsWith("." + Counter, StringComparison.Ordinal);

    public static string Shown(string name) => name.Length <= LongestShownName ? name : name[..LongestShownName] + "…";

    public bool HasShape(TensorShape shape) => Shape.SequenceEqual(shape.Axes.Select(axis => (long)axis));
}
