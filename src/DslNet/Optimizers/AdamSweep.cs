using System.Runtime.CompilerServices;

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

    // Four arrays of it stay in the nearest cache.
    private const int Piece = 1024;

    public AdamUpdate<Lanes512, TDecay> OfSixteen() => new(in this);

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public int Run<TLanes>(int start, int end, bool isDivided) where TLanes : struct, ILanes<TLanes>
    {
        AdamUpdate<TLanes, TDecay> update = new(in this);
        if (!isDivided)
            return Sweep.Each<AdamUpdate<TLanes, TDecay>, TLanes>(update, start, end);

        // All cores have read the parameters. A core that writes one must have it taken out of the others' caches, and there is room for
        // many of these requests at once only where no other stores stand between them: so the moments come first, piece by
        // piece. In one pass two threads took 45 µs for LeNet-5, where one takes 21; in two passes they take 16, and one 25.
        end -= (end - start) % TLanes.Count;
        for (int piece = start; piece < end; piece += Piece)
        {
            int pieceEnd = Math.Min(end, piece + Piece);
            for (int i = piece; i < pieceEnd; i += TLanes.Count)
                update.MomentsAt(i);
            for (int i = piece; i < pieceEnd; i += TLanes.Count)
                update.ParametersAt(i);
        }

        return end;
    }
}
