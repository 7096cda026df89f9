using System.Runtime.CompilerServices;
using DslNet.CompilerServices;

namespace DslNet;

/// <summary>Lion (Chen et al., 2023, arXiv:2302.06675, "Symbolic discovery of optimization algorithms"): steps of one length for all parameters.</summary>
/// <remarks>
/// p ← p · (1 − LearningRate·WeightDecay) − LearningRate · sign(Beta1·m + (1 − Beta1)·g), then m ← Beta2·m + (1 − Beta2)·g. The defaults are the authors'. They advise a learning rate three to ten
/// times smaller than Adam's, and a weight decay as many times larger. PyTorch has no Lion.
/// </remarks>
/// <example><code>new Lion(1e-4f) { WeightDecay = 0.1f }</code></example>
/// <param name="learningRate">The length of a step.</param>
public sealed class Lion(float learningRate = 1e-4f) : Optimizer(learningRate), ISweepOptimizer
{
    private AlignedMemory _means = new(0);

    /// <summary>How much of the mean gradient is in the direction; 0.9 unless said otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, or 1 or more.</exception>
    public float Beta1 { get; set => field = OptimizerSetting.Fraction(value); } = 0.9f;

    /// <summary>How much of the mean gradient is kept in a step; 0.99 unless said otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, or 1 or more.</exception>
    public float Beta2 { get; set => field = OptimizerSetting.Fraction(value); } = 0.99f;

    /// <inheritdoc />
    protected override void Allocate(int length) => _means = new AlignedMemory(length);

    /// <inheritdoc />
    protected override void Update(Span<float> parameters, ReadOnlySpan<float> gradients) => Update(new SweepOnly(), parameters, gradients);

    void ISweepOptimizer.VisitSettings(IStateVisitor visitor)
    {
        visitor.Single(nameof(Beta1), Beta1);
        visitor.Single(nameof(Beta2), Beta2);
    }

    void ISweepOptimizer.VisitState(IStateVisitor visitor) => visitor.Floats("optimizer.means", _means.Span);

    float ISweepOptimizer.Update<TStep>(TStep step, Span<float> parameters, ReadOnlySpan<float> gradients) => Update(step, parameters, gradients);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float Update<TStep>(TStep step, Span<float> parameters, ReadOnlySpan<float> gradients) where TStep : struct, ISweepStep, allows ref struct
    {
        // A difference of g and m, rounded, does not give back g.
        if (Beta2 == 0)
            _means.Span.Clear();
        return step.Run<LionSweep, LionUpdate<Lanes512>>(new LionSweep
        {
            Parameters = parameters,
            Gradients = gradients,
            Means = _means.Span,
            LearningRate = CurrentRate,
            Beta1 = Beta1,
            Beta2 = Beta2,
            Shrinkage = (float)(1 - (double)CurrentRate * CurrentDecay),
        });
    }
}
