namespace DslNet;

/// <summary>One step of <see cref="RMSProp"/>.</summary>
internal readonly ref struct RMSPropSweep : ISweep<RMSPropUpdate<Lanes512>>
{
    public required Span<float> Parameters { get; init; }

    public required ReadOnlySpan<float> Gradients { get; init; }

    /// <summary>The running mean of squared gradients.</summary>
    public required Span<float> Squares { get; init; }

    /// <summary>The direction, or nothing without momentum.</summary>
    public required Span<float> Velocity { get; init; }

    public required float LearningRate { get; init; }

    public required float WeightDecay { get; init; }

    public required float Alpha { get; init; }

    public required float Epsilon { get; init; }

    public required float Momentum { get; init; }

    public int Length => Parameters.Length;

    public RMSPropUpdate<Lanes512> WideUpdate() => new(in this);

    public int Run<TLanes>(int start, int end, bool isDivided) where TLanes : struct, ILanes<TLanes> =>
        Sweep.Each<RMSPropUpdate<TLanes>, TLanes>(new RMSPropUpdate<TLanes>(in this), start, end, isDivided);
}
