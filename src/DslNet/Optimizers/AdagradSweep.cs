namespace DslNet;

/// <summary>One step of <see cref="Adagrad"/>.</summary>
internal readonly ref struct AdagradSweep : ISweep<AdagradUpdate<Lanes512>>
{
    public required Span<float> Parameters { get; init; }

    public required ReadOnlySpan<float> Gradients { get; init; }

    /// <summary>The sum of squared gradients.</summary>
    public required Span<float> Squares { get; init; }

    /// <summary>The learning rate after its decay.</summary>
    public required float LearningRate { get; init; }

    public required float WeightDecay { get; init; }

    public required float Epsilon { get; init; }

    public int Length => Parameters.Length;

    public AdagradUpdate<Lanes512> WideUpdate() => new(in this);

    public int Run<TLanes>(int start, int end, bool isDivided) where TLanes : struct, ILanes<TLanes> =>
        Sweep.Each<AdagradUpdate<TLanes>, TLanes>(new AdagradUpdate<TLanes>(in this), start, end, isDivided);
}
