namespace DslNet;

/// <summary>One step of <see cref="SGD"/>.</summary>
internal readonly ref struct SGDSweep : ISweep<SGDUpdate<Lanes512>>
{
    public required Span<float> Parameters { get; init; }

    public required ReadOnlySpan<float> Gradients { get; init; }

    /// <summary>The direction, or nothing without momentum.</summary>
    public required Span<float> Velocity { get; init; }

    public required float LearningRate { get; init; }

    public required float WeightDecay { get; init; }

    public required float Momentum { get; init; }

    /// <summary>What a gradient is multiplied by before it joins the direction.</summary>
    public required float Gain { get; init; }

    public required bool Nesterov { get; init; }

    public int Length => Parameters.Length;

    public SGDUpdate<Lanes512> WideUpdate() => new(in this);

    public int Run<TLanes>(int start, int end, bool isDivided) where TLanes : struct, ILanes<TLanes> =>
        Sweep.Each<SGDUpdate<TLanes>, TLanes>(new SGDUpdate<TLanes>(in this), start, end, isDivided);
}
