namespace DslNet;

/// <summary>One step of <see cref="Lion"/>.</summary>
internal readonly ref struct LionSweep : ISweep<LionUpdate<Lanes512>>
{
    public required Span<float> Parameters { get; init; }

    public required ReadOnlySpan<float> Gradients { get; init; }

    /// <summary>The running mean of gradients.</summary>
    public required Span<float> Means { get; init; }

    public required float LearningRate { get; init; }

    /// <summary>How much of the mean is in the direction.</summary>
    public required float Beta1 { get; init; }

    /// <summary>How much of the mean is kept.</summary>
    public required float Beta2 { get; init; }

    /// <summary>What a parameter is multiplied by beforehand.</summary>
    public required float Shrinkage { get; init; }

    public int Length => Parameters.Length;

    public LionUpdate<Lanes512> WideUpdate() => new(in this);

    public int Run<TLanes>(int start, int end, bool isDivided) where TLanes : struct, ILanes<TLanes> =>
        Sweep.Each<LionUpdate<TLanes>, TLanes>(new LionUpdate<TLanes>(in this), start, end, isDivided);
}
