using DslNet.Generators.Emission;
using DslNet.Generators.Graph;

namespace DslNet.Generators.Layers.Conv2D.Paired;

/// <summary>
/// Two neighbouring rows of a convolution's outputs from three products instead of four. With kernel rows w and image rows x,
/// counted from the padding's first, and an even i,
/// <code>
/// y[i]   = Σ w[2j]·x[i+2j]   + w[2j+1]·x[i+2j+1] = s + Σ w[2j]·d[i+2j]
/// y[i+1] = Σ w[2j]·x[i+2j+1] + w[2j+1]·x[i+2j+2] = s + Σ w[2j+1]·d[i+2j+1]
/// </code>
/// where both share s = Σ (w[2j] + w[2j+1])·x[i+2j+1], and d[r] is the difference of rows r and r + 1, the odd one subtracted. The
/// last row of an odd kernel has no partner, and is multiplied as usual. This is the minimal filtering F(2, 2) of S. Winograd,
/// "Arithmetic Complexity of Computations", SIAM, 1980, in one direction.
/// </summary>
/// <param name="Axis">The kernel's rows.</param>
/// <param name="Shared">What each pair shares: image rows × columns, in the order that the kernel writes its own output.</param>
/// <param name="Differences">Differences of rows, as far apart as the image's rows and channels.</param>
internal sealed record RowPairs(PairedAxis Axis, Operand Shared, Operand Differences)
{
    /// <summary>What an output row reads besides its weights: of the image only what has no partner.</summary>
    public IEnumerable<Operand> Operands(Operand image) => Axis.Single is null ? [Differences, Shared] : [image, Differences, Shared];

    /// <summary>A C# reference to where a tap begins in the differences, or in the image.</summary>
    /// <param name="image">The image.</param>
    /// <param name="rowStride">From one row to the next, of either.</param>
    /// <param name="inRow">The place within the row, as an expression that may be empty, and a constant.</param>
    public string Tap(Operand image, int rowStride, (string Variable, int Constant) inRow)
    {
        string differences = Place(Differences, Axis.InputExpression("row", "tapRow"));
        return Axis.Single is { } single ? $"ref tapRow < {single} ? {differences} : {Place(image, Axis.SingleInput("row"))}" : differences;

        string Place(Operand from, string row) =>
            Offset.Reference(from.Name, Offset.Of($"({row}) * {rowStride}{inRow.Variable}", inRow.Constant));
    }
}
