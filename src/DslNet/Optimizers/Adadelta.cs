using System.Runtime.CompilerServices;
using DslNet.CompilerServices;

namespace DslNet;

/// <summary>Adadelta (Zeiler, 2012, arXiv:1212.5701): the formulas and defaults of PyTorch's Adadelta.</summary>
/// <remarks>
/// g ← g + WeightDecay·p; v ← Rho·v + (1 − Rho)·g²; d = √(u + Epsilon) / √(v + Epsilon) · g; u ← Rho·u + (1 − Rho)·d²; p ← p − LearningRate·d.
/// </remarks>
/// <example><code>new Adadelta()</code></example>
/// <param name="learningRate">What a step is multiplied by.</param>
public sealed class Adadelta(float learningRate = 1) : Optimizer(learningRate), ISweepOptimizer
{
    private AlignedMemory _squares = new(0);
    private AlignedMemory _moves = new(0);

    /// <summary>How much of the mean squares is kept in a step; 0.9 unless said otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, or 1 or more.</exception>
    public float Rho { get; set => field = OptimizerSetting.Fraction(value); } = 0.9f;

    /// <summary>Added below both roots; 1e-6 unless said otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public float Epsilon { get; set => field = OptimizerSetting.Positive(value); } = 1e-6f;

    /// <inheritdoc />
    protected override void Allocate(int length) => (_squares, _moves) = (new AlignedMemory(length), new AlignedMemory(length));

    /// <inheritdoc />
    protected override void Update(Span<float> parameters, ReadOnlySpan<float> gradients) => Update(new SweepOnly(), parameters, gradients);

    void ISweepOptimizer.VisitSettings(IStateVisitor visitor)
    {
        visitor.Single(nameof(Rho), Rho);
        visitor.Single(nameof(Epsilon), Epsilon);
    }

    void ISweepOptimizer.VisitState(IStateVisitor visitor)
    {
        visitor.Floats("optimizer.squares", _squares.Span);
        visitor.Floats("optimizer.moves", _moves.Span);
    }

    float ISweepOptimizer.Update<TStep>(TStep step, Span<float> parameters, ReadOnlySpan<float> gradients) => Update(step, parameters, gradients);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float Update<TStep>(TStep step, Span<float> parameters, ReadOnlySpan<float> gradients) where TStep : struct, ISweepStep, allows ref struct =>
        step.Run<AdadeltaSweep, AdadeltaUpdate<Lanes512>>(new AdadeltaSweep
        {
            Parameters = parameters,
            Gradients = gradients,
            Squares = _squares.Span,
            Moves = _moves.Span,
            LearningRate = CurrentRate,
            WeightDecay = CurrentDecay,
            Rho = Rho,
            Epsilon = Epsilon,
        });
}
