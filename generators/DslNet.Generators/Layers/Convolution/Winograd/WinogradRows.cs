using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Convolution.Winograd;

/// <summary>
/// Minimal filtering F(2, 2) along rows (S. Winograd, "Arithmetic Complexity of Computations", SIAM, 1980): two neighbouring output rows from
/// three products instead of four. With kernel rows w and image rows x, counted from the padding's first, and an even i,
/// <code>
/// y[i]   = Σ w[2j]·x[i+2j]   + w[2j+1]·x[i+2j+1] = s + Σ w[2j]·d[i+2j]
/// y[i+1] = Σ w[2j]·x[i+2j+1] + w[2j+1]·x[i+2j+2] = s + Σ w[2j+1]·d[i+2j+1]
/// </code>
/// where s = Σ (w[2j] + w[2j+1])·x[i+2j+1] is the common product of both rows, with the filter transform w[2j] + w[2j+1], and the input
/// transform d[r] is the difference of rows r and r + 1, the odd one subtracted. The last row of an odd kernel has no partner, and is multiplied as
/// usual.
/// </summary>
/// <param name="Shared">The common product of each pair: pairs × columns, in the order that the kernel writes its own output.</param>
/// <param name="Count">Pairs.</param>
/// <param name="Differences">The input transform, with the distances of the image's rows and channels.</param>
/// <param name="ReadsImage">Whether a kernel row has no partner.</param>
internal sealed record WinogradRows(KernelParameter Shared, int Count, KernelParameter Differences, bool ReadsImage)
{
    /// <summary>What the kernel that adds the second product reads besides its weights.</summary>
    public IEnumerable<KernelParameter> Parameters(KernelParameter image) => Inputs(image, Differences, Shared);

    /// <summary>The same of anything that there is one of for each.</summary>
    public IEnumerable<T> Inputs<T>(T image, T differences, T shared) => ReadsImage ? [image, differences, shared] : [differences, shared];
}
