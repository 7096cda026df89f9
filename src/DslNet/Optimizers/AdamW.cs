namespace DslNet;

/// <summary>
/// Adam with decoupled weight decay (Loshchilov and Hutter, 2019, arXiv:1711.05101): the formulas and defaults of PyTorch's AdamW.
/// </summary>
/// <remarks>
/// As <see cref="Adam"/>, but <see cref="Optimizer.WeightDecay"/>, 0.01 unless said otherwise, leaves the gradients alone:
/// before each step p ← p · (1 − LearningRate·WeightDecay).
/// </remarks>
/// <example><code>new AdamW(1e-3f) { WeightDecay = 0.05f }</code></example>
public sealed class AdamW : Adam
{
    /// <summary>AdamW with a learning rate.</summary>
    /// <param name="learningRate">The length of a step.</param>
    /// <exception cref="ArgumentOutOfRangeException">The learning rate is negative or not finite.</exception>
    public AdamW(float learningRate = 1e-3f)
        : base(learningRate) => WeightDecay = 0.01f;

    private protected override bool DecouplesDecay => true;
}
