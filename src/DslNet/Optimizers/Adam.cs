using System.Runtime.CompilerServices;
using DslNet.CompilerServices;

namespace DslNet;

/// <summary>Adam (Kingma and Ba, 2015, arXiv:1412.6980): the formulas and defaults of PyTorch's Adam.</summary>
/// <remarks>
/// g ← g + WeightDecay·p; m ← Beta1·m + (1 − Beta1)·g; v ← Beta2·v + (1 − Beta2)·g²; and in step t
/// p ← p − LearningRate / (1 − Beta1ᵗ) · m / (√v / √(1 − Beta2ᵗ) + Epsilon). The powers are running products in double.
/// It is computed as m + (1 − Beta1)·(g − m), v − (1 − Beta2)·(v − g²), and with both corrections in the learning rate and Epsilon, as
/// the end of the paper's section 2 has it: the same but for rounding, and fewer multiplications.
/// </remarks>
/// <example><code>new Adam(1e-3f)</code></example>
/// <param name="learningRate">The length of a step.</param>
public class Adam(float learningRate = 1e-3f) : Optimizer(learningRate), ISweepOptimizer
{
    private AlignedMemory _means = new(0);
    private AlignedMemory _squares = new(0);
    private double _beta1Power = 1;
    private double _beta2Power = 1;

    /// <summary>How much of the mean gradient is kept in a step; 0.9 unless said otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, or 1 or more.</exception>
    public float Beta1 { get; set => field = OptimizerSetting.Fraction(value); } = 0.9f;

    /// <summary>How much of the mean of squared gradients is kept in a step; 0.999 unless said otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, or 1 or more.</exception>
    public float Beta2 { get; set => field = OptimizerSetting.Fraction(value); } = 0.999f;

    /// <summary>Added to the root, so that nothing is divided by zero; 1e-8 unless said otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public float Epsilon { get; set => field = OptimizerSetting.Positive(value); } = 1e-8f;

    /// <summary>Whether weight decay shrinks the parameters themselves instead of joining the gradients.</summary>
    private protected virtual bool DecouplesDecay => false;

    /// <inheritdoc />
    protected override void Allocate(int length)
    {
        _means = new AlignedMemory(length);
        _squares = new AlignedMemory(length);
        _beta1Power = _beta2Power = 1;
    }

    /// <inheritdoc />
    protected sealed override void Update(Span<float> parameters, ReadOnlySpan<float> gradients) => Update(new SweepOnly(), parameters, gradients);

    void ISweepOptimizer.VisitSettings(IStateVisitor visitor)
    {
        visitor.Single(nameof(Beta1), Beta1);
        visitor.Single(nameof(Beta2), Beta2);
        visitor.Single(nameof(Epsilon), Epsilon);
    }

    void ISweepOptimizer.VisitState(IStateVisitor visitor)
    {
        visitor.Floats("optimizer.means", _means.Span);
        visitor.Floats("optimizer.squares", _squares.Span);
        _beta1Power = visitor.Real("optimizer.beta1_power", _beta1Power);
        _beta2Power = visitor.Real("optimizer.beta2_power", _beta2Power);
    }

    float ISweepOptimizer.Update<TStep>(TStep step, Span<float> parameters, ReadOnlySpan<float> gradients) => Update(step, parameters, gradients);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float Update<TStep>(TStep step, Span<float> parameters, ReadOnlySpan<float> gradients) where TStep : struct, ISweepStep, allows ref struct
    {
        // Nothing of the means counts, so nothing of it may remain: a difference of g and m, rounded, does not give back g.
        if (Beta1 == 0)
            _means.Span.Clear();
        if (Beta2 == 0)
            _squares.Span.Clear();
        double beta1Power = _beta1Power * Beta1, beta2Power = _beta2Power * Beta2;
        float result = CurrentDecay == 0
            ? Update<TStep, NoDecay>(step, parameters, gradients, beta1Power, beta2Power)
            : DecouplesDecay
                ? Update<TStep, ParameterDecay>(step, parameters, gradients, beta1Power, beta2Power)
                : Update<TStep, GradientDecay>(step, parameters, gradients, beta1Power, beta2Power);
        if (EndsStep)
            (_beta1Power, _beta2Power) = (beta1Power, beta2Power);
        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float Update<TStep, TDecay>(TStep step, Span<float> parameters, ReadOnlySpan<float> gradients, double beta1Power, double beta2Power)
        where TStep : struct, ISweepStep, allows ref struct
        where TDecay : struct, IDecay =>
        step.Run<AdamSweep<TDecay>, AdamUpdate<Lanes512, TDecay>>(new AdamSweep<TDecay>
        {
            Parameters = parameters,
            Gradients = gradients,
            Means = _means.Span,
            Squares = _squares.Span,
            Beta1 = Beta1,
            Beta2 = Beta2,
            StepLength = (float)(CurrentRate * Math.Sqrt(1 - beta2Power) / (1 - beta1Power)),
            Epsilon = Math.Max((float)(Epsilon * Math.Sqrt(1 - beta2Power)), float.Epsilon), // never zero: nothing is divided by that
            Decay = CurrentDecay,
            Shrinkage = (float)(1 - (double)CurrentRate * CurrentDecay),
        });
}
