using System.Runtime.CompilerServices;
using DslNet.CompilerServices;

namespace DslNet;

/// <summary>Stochastic gradient descent, with momentum if wanted: the formulas and defaults of PyTorch's SGD.</summary>
/// <remarks>
/// g ← g + WeightDecay·p; b ← Momentum·b + (1 − Dampening)·g (in the first step b ← g); then p ← p − LearningRate·b, or
/// with <see cref="Nesterov"/> p ← p − LearningRate·(g + Momentum·b). See Sutskever et al., 2013, "On the importance of
/// initialization and momentum in deep learning".
/// </remarks>
/// <example><code>new SGD(0.1f) { Momentum = 0.9f, Nesterov = true }</code></example>
/// <param name="learningRate">The length of a step.</param>
public sealed class SGD(float learningRate) : Optimizer(learningRate), ISweepOptimizer
{
    private AlignedMemory? _velocity;
    private bool _moving;

    /// <summary>How much of the previous step's direction is kept; none unless said otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public float Momentum { get; set => field = OptimizerSetting.NonNegative(value); }

    /// <summary>How much a new gradient counts less in the direction; 0 unless said otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public float Dampening { get; set => field = OptimizerSetting.NonNegative(value); }

    /// <summary>Whether to look one step of momentum ahead. It needs a momentum and no dampening.</summary>
    public bool Nesterov { get; set; }

    /// <inheritdoc />
    protected override void Allocate(int length)
    {
        CheckNesterov();
        _velocity = Momentum > 0 ? new AlignedMemory(length) : null;
        _moving = false;
    }

    /// <inheritdoc />
    protected override void Update(Span<float> parameters, ReadOnlySpan<float> gradients) => Update(new SweepOnly(), parameters, gradients);

    void ISweepOptimizer.VisitSettings(IStateVisitor visitor)
    {
        visitor.Single(nameof(Momentum), Momentum);
        visitor.Single(nameof(Dampening), Dampening);
        visitor.Truth(nameof(Nesterov), Nesterov);
    }

    void ISweepOptimizer.VisitState(IStateVisitor visitor)
    {
        if (_velocity is not null)
            visitor.Floats("optimizer.velocity", _velocity.Span);
        _moving = visitor.Truth("optimizer.moving", _moving);
    }

    float ISweepOptimizer.Update<TStep>(TStep step, Span<float> parameters, ReadOnlySpan<float> gradients) => Update(step, parameters, gradients);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float Update<TStep>(TStep step, Span<float> parameters, ReadOnlySpan<float> gradients) where TStep : struct, ISweepStep, allows ref struct
    {
        CheckNesterov();
        if (Momentum > 0)
            _velocity ??= new AlignedMemory(parameters.Length);
        float result = step.Run<SGDSweep, SGDUpdate<Lanes512>>(new SGDSweep
        {
            Parameters = parameters,
            Gradients = gradients,
            Velocity = Momentum > 0 ? _velocity!.Span : [],
            LearningRate = CurrentRate,
            WeightDecay = CurrentDecay,
            Momentum = Momentum,
            Gain = _moving ? 1 - Dampening : 1,
            Nesterov = Nesterov,
        });
        if (EndsStep)
            _moving = Momentum > 0;
        return result;
    }

    private void CheckNesterov()
    {
        if (Nesterov && (Momentum == 0 || Dampening != 0))
        {
            throw new InvalidOperationException(
                FormattableString.Invariant($"Nesterov needs a Momentum above 0 and a Dampening of 0, but they are {Momentum} and {Dampening}. Change them, or leave Nesterov off."));
        }
    }
}
