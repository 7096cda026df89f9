namespace DslNet;

/// <summary>
/// x + B(x): the layers of a block, whose output is added to what they read. Both must have the same shape, unless a projection makes it so.
/// </summary>
/// <example><code>[Input(3, 32, 32), Conv2D(16, 3, Padding = 1), Residual&lt;Basic&gt;, ReLU]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/blocks.md">Names, weights and mistakes.</seealso>
/// <typeparam name="TBlock">A class marked <see cref="BlockAttribute"/>.</typeparam>
public sealed class ResidualAttribute<TBlock> : BlockUseAttribute where TBlock : class
{
    /// <summary>
    /// Whether a layer without bias brings x to the shape of B(x) where they differ: a 1×1 <see cref="Conv2DAttribute"/> with the block's stride, or a
    /// <see cref="DenseAttribute"/> of a vector. It is named <c>Projection</c>.
    /// </summary>
    public bool Projection { get; set; }
}
