using System.Runtime.CompilerServices;
using DslNet.CompilerServices;

namespace DslNet;

/// <summary>
/// RMSProp (Tieleman and Hinton, 2012, lecture 6e of "Neural Networks for Machine Learning"): the formulas and defaults of PyTorch's RMSprop.
/// </summary>
/// <remarks>
/// g ← g + WeightDecay·p; v ← Alpha·v + (1 − Alpha)·g²; d = g / (√v + Epsilon); without momentum p ← p − LearningRate·d,
/// with it b ← Momentum·b + d and p ← p − LearningRate·b.
/// </remarks>
/// <example><code>new RMSProp(1e-3f) { Momentum = 0.9f }</code></example>
/// <param name="learningRate">The length of a step.</param>
public sealed class RMSProp(float learningRate = 1e-2f) : Optimizer(learningRate), ISweepOptimizer
{
    private AlignedMemory _squares = new(0);
    private AlignedMemory? _velocity;

    /// <summary>How much of the mean of squared gradients is kept in a step; 0.99 unless said otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, or 1 or more.</exception>
    public float Alpha { get; set => field = OptimizerSetting.Fraction(value); } = 0.99f;

    /// <summary>Added to the root, so that nothing is divided by zero; 1e-8 unless said otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public float Epsilon { get; set => field = OptimizerSetting.Positive(value); } = 1e-8f;

    /// <summary>How much of the previous step's direction is kept; none unless said otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public float Momentum { get; set => field = OptimizerSetting.NonNegative(value); }

    /// <inheritdoc />
    protected override void Allocate(int length)
    {
        _squares = new AlignedMemory(length);
        _velocity = Momentum > 0 ? new AlignedMemory(length) : null;
    }

    /// <inheritdoc />
    protected override void Update(Span<float> parameters, ReadOnlySpan<float> gradients) => Update(new SweepOnly(), parameters, gradients);

    void ISweepOptimizer.VisitSettings(IStateVisitor visitor)
    {
        visitor.Single(nameof(Alpha), Alpha);
        visitor.Single(nameof(Epsilon), Epsilon);
        visitor.Single(nameof(Momentum), Momentum);
    }

    void ISweepOptimizer.VisitState(IStateVisitor visitor)
    {
        visitor.Floats("optimizer.squares", _squares.Span);
        if (_velocity is not null)
            visitor.Floats("optimizer.velocity", _velocity.Span);
    }

    float ISweepOptimizer.Update<TStep>(TStep step, Span<float> parameters, ReadOnlySpan<float> gradients) => Update(step, parameters, gradients);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float Update<TStep>(TStep step, Span<float> parameters, ReadOnlySpan<float> gradients) where TStep : struct, ISweepStep, allows ref struct
    {
        if (Momentum > 0)
            _velocity ??= new AlignedMemory(parameters.Length);
        return step.Run<RMSPropSweep, RMSPropUpdate<Lanes512>>(new RMSPropSweep
        {
            Parameters = parameters,
            Gradients = gradients,
            Squares = _squares.Span,
            Velocity = Momentum > 0 ? _velocity!.Span : [],
            LearningRate = CurrentRate,
            WeightDecay = CurrentDecay,
            Alpha = Alpha,
            Epsilon = Epsilon,
            Momentum = Momentum,
        });
    }
}
