using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Lowering;

/// <summary>
/// The gradient of an image that only a max pooling reads. All of it is zero but for one position per window, the first that holds the
/// maximum; so it is kept as what it is, the gradient of the maxima and their indices, and never written out as an image.
/// </summary>
/// <param name="Window">How the pooling's window moves over the image.</param>
/// <param name="Pooled">The maxima.</param>
/// <param name="Indices">Where they were found, in each of the encodings that the image's producer asked for.</param>
internal sealed record SparseGradient(Window Window, Tensor Pooled, IReadOnlyList<Buffer> Indices);
