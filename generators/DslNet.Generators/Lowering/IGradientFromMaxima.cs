using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Lowering;

/// <summary>A layer that can compute its gradients from those of a max pooling which alone reads its output, and from where the maxima are.</summary>
internal interface IGradientFromMaxima
{
    /// <summary>In what encodings it wants the argmax indices; none if it cannot do so here, or if nothing is gained.</summary>
    /// <param name="input">The shape of its input.</param>
    /// <param name="layout">How its input is stored.</param>
    /// <param name="output">The shape of its output.</param>
    /// <param name="needsInputGradient">Whether the gradient of its input is wanted too.</param>
    /// <param name="window">The pooling's window.</param>
    IReadOnlyList<IndexEncoding> IndexEncodings(Shape input, Layout layout, Shape output, bool needsInputGradient, Window window);
}
