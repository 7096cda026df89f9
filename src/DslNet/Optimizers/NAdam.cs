using System.Runtime.CompilerServices;
using DslNet.CompilerServices;

namespace DslNet;

/// <summary>NAdam (Dozat, 2016, "Incorporating Nesterov momentum into Adam"): the formulas and defaults of PyTorch's NAdam.</summary>
/// <remarks>
/// With μₜ = Beta1 · (1 − ½ · 0.96^(t·MomentumDecay)) in step t: g ← g + WeightDecay·p; m ← Beta1·m + (1 − Beta1)·g; v ← Beta2·v + (1 − Beta2)·g²;
/// p ← p − LearningRate · ((1 − μₜ) / (1 − Πμₜ) · g + μₜ₊₁ / (1 − Πμₜ₊₁) · m) / (√(v / (1 − Beta2ᵗ)) + Epsilon). The products are running ones in double.
/// </remarks>
/// <example><code>new NAdam()</code></example>
/// <param name="learningRate">The length of a step.</param>
public sealed class NAdam(float learningRate = 2e-3f) : Optimizer(learningRate), ISweepOptimizer
{
    private AlignedMemory _means = new(0);
    private AlignedMemory _squares = new(0);
    private double _momentums = 1;
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

    /// <summary>How fast the momentum grows to Beta1; 0.004 unless said otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public float MomentumDecay { get; set => field = OptimizerSetting.NonNegative(value); } = 4e-3f;

    /// <inheritdoc />
    protected override void Allocate(int length)
    {
        (_means, _squares) = (new AlignedMemory(length), new AlignedMemory(length));
        _momentums = _beta2Power = 1;
    }

    /// <inheritdoc />
    protected override void Update(Span<float> parameters, ReadOnlySpan<float> gradients) => Update(new SweepOnly(), parameters, gradients);

    void ISweepOptimizer.VisitSettings(IStateVisitor visitor)
    {
        visitor.Single(nameof(Beta1), Beta1);
        visitor.Single(nameof(Beta2), Beta2);
        visitor.Single(nameof(Epsilon), Epsilon);
        visitor.Single(nameof(MomentumDecay), MomentumDecay);
    }

    void ISweepOptimizer.VisitState(IStateVisitor visitor)
    {
        visitor.Floats("optimizer.means", _means.Span);
        visitor.Floats("optimizer.squares", _squares.Span);
        _momentums = visitor.Real("optimizer.momentums", _momentums);
        _beta2Power = visitor.Real("optimizer.beta2_power", _beta2Power);
    }

    float ISweepOptimizer.Update<TStep>(TStep step, Span<float> parameters, ReadOnlySpan<float> gradients) => Update(step, parameters, gradients);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float Update<TStep>(TStep step, Span<float> parameters, ReadOnlySpan<float> gradients) where TStep : struct, ISweepStep, allows ref struct
    {
        // As in Adam: a difference of g and m, rounded, does not give back g.
        if (Beta1 == 0)
            _means.Span.Clear();
        if (Beta2 == 0)
            _squares.Span.Clear();
        double momentum = Momentum(Steps + 1), next = Momentum(Steps + 2), momentums = _momentums * momentum, beta2Power = _beta2Power * Beta2;

        // Both corrections are in the factors and in Epsilon.
        double root = Math.Sqrt(1 - beta2Power), rate = CurrentRate * root;
        float result = step.Run<NAdamSweep, NAdamUpdate<Lanes512>>(new NAdamSweep
        {
            Parameters = parameters,
            Gradients = gradients,
            Means = _means.Span,
            Squares = _squares.Span,
            Beta1 = Beta1,
            Beta2 = Beta2,
            GradientStep = (float)(rate * (1 - momentum) / (1 - momentums)),
            MeanStep = (float)(rate * next / (1 - momentums * next)),
            Epsilon = Math.Max((float)(Epsilon * root), float.Epsilon),
            WeightDecay = CurrentDecay,
        });
        if (EndsStep)
            (_momentums, _beta2Power) = (momentums, beta2Power);
        return result;
    }

    private double Momentum(long step) => Beta1 * (1 - 0.5 * Math.Pow(0.96, step * (double)MomentumDecay));
}
