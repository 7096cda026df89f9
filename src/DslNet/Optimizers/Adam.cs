namespace DslNet;

/// <summary>Adam (Kingma and Ba, 2015, arXiv:1412.6980): the formulas and defaults of PyTorch's Adam.</summary>
/// <remarks>
/// g ← g + WeightDecay·p; m ← Beta1·m + (1 − Beta1)·g; v ← Beta2·v + (1 − Beta2)·g²; and in step t
/// p ← p − LearningRate / (1 − Beta1ᵗ) · m / (√v / √(1 − Beta2ᵗ) + Epsilon). The powers are running products in double.
/// </remarks>
/// <example><code>new Adam(1e-3f)</code></example>
/// <param name="learningRate">The length of a step.</param>
public class Adam(float learningRate = 1e-3f) : Optimizer(learningRate)
{
    private float[] _means = [];
    private float[] _squares = [];
    private double _beta1Power = 1;
    private double _beta2Power = 1;

    /// <summary>How much of the mean gradient is kept in a step; 0.9 unless said otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, or 1 or more.</exception>
    public float Beta1 { get; set => field = Setting.Fraction(value); } = 0.9f;

    /// <summary>How much of the mean of squared gradients is kept in a step; 0.999 unless said otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, or 1 or more.</exception>
    public float Beta2 { get; set => field = Setting.Fraction(value); } = 0.999f;

    /// <summary>Added to the root, so that nothing is divided by zero; 1e-8 unless said otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public float Epsilon { get; set => field = Setting.Positive(value); } = 1e-8f;

    /// <summary>Whether weight decay shrinks the parameters themselves instead of joining the gradients.</summary>
    private protected virtual bool DecouplesDecay => false;

    /// <inheritdoc />
    protected override void Allocate(int length)
    {
        _means = new float[length];
        _squares = new float[length];
        _beta1Power = _beta2Power = 1;
    }

    /// <inheritdoc />
    protected override void Update(Span<float> parameters, ReadOnlySpan<float> gradients)
    {
        _beta1Power *= Beta1;
        _beta2Power *= Beta2;
        Sweep.Over(new AdamSweep
        {
            Parameters = parameters,
            Gradients = gradients,
            Means = _means,
            Squares = _squares,
            StepLength = (float)(LearningRate / (1 - _beta1Power)),
            RootScale = (float)(1 / Math.Sqrt(1 - _beta2Power)),
            Beta1 = Beta1,
            Beta2 = Beta2,
            Epsilon = Epsilon,
            Decay = DecouplesDecay ? 0 : WeightDecay,
            Shrinkage = DecouplesDecay ? (float)(1 - (double)LearningRate * WeightDecay) : 1,
        });
    }
}
