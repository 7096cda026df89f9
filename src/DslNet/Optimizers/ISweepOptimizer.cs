namespace DslNet;

/// <summary>An optimiser of this library: its step is a sweep over the parameters, which can be fused into the kernels that sum gradients, and its state is known.</summary>
internal interface ISweepOptimizer
{
    /// <summary>Does one step. If it throws, it can be repeated as if it had not been tried.</summary>
    /// <param name="step">What is done with the sweep.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="gradients">Where the gradients are, or will be.</param>
    /// <returns>What the step returns.</returns>
    float Update<TStep>(TStep step, Span<float> parameters, ReadOnlySpan<float> gradients) where TStep : struct, ISweepStep, allows ref struct;

    /// <summary>Tells a checkpoint what is kept from step to step.</summary>
    void VisitState(IStateVisitor visitor);

    /// <summary>Tells what its steps depend on besides state: its own settings.</summary>
    void VisitSettings(IStateVisitor visitor);
}
