using System.Globalization;

namespace DslNet.Generators.Model;

/// <summary>A tensor in a file of weights.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="ElementType">Its dtype, such as F32.</param>
/// <param name="Shape">The lengths of its axes.</param>
internal sealed record StoredTensor(string Name, string ElementType, EquatableArray<long> Shape)
{
    /// <summary>How much of a name messages show.</summary>
    private const int LongestShownName = 120;

    /// <summary>What PyTorch counts beside batch normalization.</summary>
    private const string Counter = "num_batches_tracked";

    /// <summary>The name, cut off where a file would flood a message.</summary>
    public string ShownName => Name.Length <= LongestShownName ? Name : Name.Substring(0, LongestShownName) + "…";

    /// <summary>The shape as messages have it: 3×4.</summary>
    public string ShownShape => Shape.Count switch
    {
        0 => "a scalar",
        > 8 => Shape.Count.ToString(CultureInfo.InvariantCulture) + " axes",
        _ => string.Join("×", Shape.Select(axis => axis.ToString(CultureInfo.InvariantCulture))),
    };

    /// <summary>Whether parameters can be read from elements of its dtype.</summary>
    public bool IsRead => ElementType is "F64" or "F32" or "F16" or "BF16";

    /// <summary>Whether its elements are whole numbers or truth values.</summary>
    public bool IsInteger => ElementType is "BOOL" or "U8" or "I8" or "U16" or "I16" or "U32" or "I32" or "U64" or "I64";

    /// <summary>Whether it can be no weight: counters, indices and masks, and what has no element. A load skips it where no parameter has its name.</summary>
    public bool HoldsNoWeights => IsInteger || Shape.Contains(0) || Name == Counter || Name.EndsWith("." + Counter, StringComparison.Ordinal);
}
