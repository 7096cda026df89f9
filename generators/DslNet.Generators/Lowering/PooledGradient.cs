using DslNet.Generators.Layers.Pooling;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Lowering;

/// <summary>
/// The gradient of an image that only a max pooling reads. All of it is zero but for one place a window, the first that holds
/// the maximum; so it is kept as what it is, the gradient of the maxima and their places, and never written out as an image.
/// </summary>
/// <param name="Windows">Where the windows lie in the image.</param>
/// <param name="Pooled">The maxima.</param>
/// <param name="Places">Where they were found, in each of the forms that the image's producer asked for.</param>
internal sealed record PooledGradient(PoolWindows Windows, Tensor Pooled, IReadOnlyList<Buffer> Places);
