namespace DslNet;

/// <summary>
/// A fully connected layer: y = W·x + b, with W of shape [outputs, inputs] and b of shape [outputs], as PyTorch's Linear.
/// </summary>
/// <example><code>[Input(4), Dense(16), ReLU, Dense(3)]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/Dense.md">Formula, shapes, weights, gradient and error.</seealso>
/// <param name="outputs">The number of outputs (neurons).</param>
public sealed class DenseAttribute(int outputs) : WeightedLayerAttribute
{
    /// <summary>The number of outputs.</summary>
    public int Outputs { get; } = outputs;

    /// <summary>
    /// Asserts the number of inputs. It is inferred, so that this is never needed; if it is given and differs, the
    /// network does not build.
    /// </summary>
    public int Inputs { get; set; }
}
