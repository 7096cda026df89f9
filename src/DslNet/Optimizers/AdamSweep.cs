namespace DslNet;

/// <summary>One step of <see cref="Adam"/> or <see cref="AdamW"/>.</summary>
internal readonly ref struct AdamSweep<TDecay> : ISweep<AdamUpdate<Lanes512, TDecay>> where TDecay : struct, IDecay
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

    /// <summary>The learning rate, corrected for both means' start at zero.</summary>
    public required float StepLength { get; init; }

    /// <summary>Added to the root of the squares as they are, not yet corrected.</summary>
    public required float Epsilon { get; init; }

    /// <summary>The multiple of a parameter that joins its gradient, where decay does.</summary>
    public required float Decay { get; init; }

    /// <summary>What a parameter is multiplied by beforehand, where decay shrinks it.</summary>
    public required float Shrinkage { get; init; }

    public int Length => Parameters.Length;

    public AdamUpdate<Lanes512, TDecay> WideUpdate() => new(in this);

    public int Run<TLanes>(int start, int end, bool isDivided) where TLanes : struct, ILanes<TLanes> =>
        Sweep.Each<AdamUpdate<TLanes, TDecay>, TLanes>(new AdamUpdate<TLanes, TDecay>(in this), start, end, isDivided);
}
