namespace DslNet;

/// <summary>One step of <see cref="Adadelta"/>.</summary>
internal readonly ref struct AdadeltaSweep : ISweep<AdadeltaUpdate<Lanes512>>
{
    public required Span<float> Parameters { get; init; }

    public required ReadOnlySpan<float> Gradients { get; init; }

    /// <summary>The running mean of squared gradients.</summary>
    public required Span<float> Squares { get; init; }

    /// <summary>The running mean of squared moves.</summary>
    public required Span<float> Moves { get; init; }

    public required float LearningRate { get; init; }

    public required float WeightDecay { get; init; }

    /// <summary>How much of the means is kept.</summary>
    public required float Rho { get; init; }

    public required float Epsilon { get; init; }

    public int Length => Parameters.Length;

    public AdadeltaUpdate<Lanes512> WideUpdate() => new(in this);

    public int Run<TLanes>(int start, int end, bool isDivided) where TLanes : struct, ILanes<TLanes> =>
        Sweep.Each<AdadeltaUpdate<TLanes>, TLanes>(new AdadeltaUpdate<TLanes>(in this), start, end, isDivided);
}
