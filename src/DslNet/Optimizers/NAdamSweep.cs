namespace DslNet;

/// <summary>One step of <see cref="NAdam"/>.</summary>
internal readonly ref struct NAdamSweep : ISweep<NAdamUpdate<Lanes512>>
{
    public required Span<float> Parameters { get; init; }

    public required ReadOnlySpan<float> Gradients { get; init; }

    /// <summary>The running mean of gradients.</summary>
    public required Span<float> Means { get; init; }

    /// <summary>The running mean of squared gradients.</summary>
    public required Span<float> Squares { get; init; }

    /// <summary>How much of the means is kept.</summary>
    public required float Beta1 { get; init; }

    /// <summary>How much of the squares is kept.</summary>
    public required float Beta2 { get; init; }

    /// <summary>What a gradient is multiplied by, corrected for both means' start at zero.</summary>
    public required float GradientStep { get; init; }

    /// <summary>What a mean is multiplied by, corrected likewise.</summary>
    public required float MeanStep { get; init; }

    /// <summary>Added to the root of the squares as they are, not yet corrected.</summary>
    public required float Epsilon { get; init; }

    public required float WeightDecay { get; init; }

    public int Length => Parameters.Length;

    public NAdamUpdate<Lanes512> WideUpdate() => new(in this);

    public int Run<TLanes>(int start, int end, bool isDivided) where TLanes : struct, ILanes<TLanes> =>
        Sweep.Each<NAdamUpdate<TLanes>, TLanes>(new NAdamUpdate<TLanes>(in this), start, end, isDivided);
}
