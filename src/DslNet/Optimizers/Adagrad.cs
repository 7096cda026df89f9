using System.Runtime.CompilerServices;
using DslNet.CompilerServices;

namespace DslNet;

/// <summary>Adagrad (Duchi, Hazan and Singer, 2011, "Adaptive subgradient methods"): the formulas and defaults of PyTorch's Adagrad.</summary>
/// <remarks>g ← g + WeightDecay·p; s ← s + g²; and in step t, counted from zero, p ← p − LearningRate / (1 + t·LearningRateDecay) · g / (√s + Epsilon).</remarks>
/// <example><code>new Adagrad(0.01f)</code></example>
/// <param name="learningRate">The length of a step.</param>
public sealed class Adagrad(float learningRate = 1e-2f) : Optimizer(learningRate), ISweepOptimizer
{
    private AlignedMemory _squares = new(0);

    /// <summary>How fast the learning rate falls; 0 unless said otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public float LearningRateDecay { get; set => field = OptimizerSetting.NonNegative(value); }

    /// <summary>Where the sums of squares begin; 0 unless said otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public float InitialAccumulator { get; set => field = OptimizerSetting.NonNegative(value); }

    /// <summary>Added to the root, so that nothing is divided by zero; 1e-10 unless said otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public float Epsilon { get; set => field = OptimizerSetting.Positive(value); } = 1e-10f;

    /// <inheritdoc />
    protected override void Allocate(int length)
    {
        _squares = new AlignedMemory(length);
        _squares.Span.Fill(InitialAccumulator);
    }

    /// <inheritdoc />
    protected override void Update(Span<float> parameters, ReadOnlySpan<float> gradients) => Update(new SweepOnly(), parameters, gradients);

    void ISweepOptimizer.VisitSettings(IStateVisitor visitor)
    {
        visitor.Single(nameof(LearningRateDecay), LearningRateDecay);
        visitor.Single(nameof(InitialAccumulator), InitialAccumulator);
        visitor.Single(nameof(Epsilon), Epsilon);
    }

    void ISweepOptimizer.VisitState(IStateVisitor visitor) => visitor.Floats("optimizer.squares", _squares.Span);

    float ISweepOptimizer.Update<TStep>(TStep step, Span<float> parameters, ReadOnlySpan<float> gradients) => Update(step, parameters, gradients);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float Update<TStep>(TStep step, Span<float> parameters, ReadOnlySpan<float> gradients) where TStep : struct, ISweepStep, allows ref struct =>
        step.Run<AdagradSweep, AdagradUpdate<Lanes512>>(new AdagradSweep
        {
            Parameters = parameters,
            Gradients = gradients,
            Squares = _squares.Span,
            LearningRate = (float)(CurrentRate / (1 + (double)Steps * LearningRateDecay)),
            WeightDecay = CurrentDecay,
            Epsilon = Epsilon,
        });
}
