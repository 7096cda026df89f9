using System.Runtime.InteropServices;

namespace DslNet;

/// <summary>One step of <see cref="Adam"/> or <see cref="AdamW"/>.</summary>
internal readonly ref struct AdamSweep : ISweep
{
    public required Span<float> Parameters { get; init; }

    public required ReadOnlySpan<float> Gradients { get; init; }

    /// <summary>The running mean of gradients.</summary>
    public required Span<float> Means { get; init; }

    /// <summary>The running mean of squared gradients.</summary>
    public required Span<float> Squares { get; init; }

    /// <summary>The learning rate, corrected for the mean's start at zero.</summary>
    public required float StepLength { get; init; }

    /// <summary>The correction of the root for the squares' start at zero.</summary>
    public required float RootScale { get; init; }

    public required float Beta1 { get; init; }

    public required float Beta2 { get; init; }

    public required float Epsilon { get; init; }

    /// <summary>The multiple of a parameter that joins its gradient.</summary>
    public required float Decay { get; init; }

    /// <summary>What a parameter is multiplied by beforehand.</summary>
    public required float Shrinkage { get; init; }

    public int Length => Parameters.Length;

    // Four arrays of it stay in the nearest cache.
    private const int Piece = 1024;

    public int Run<TLanes>(int start, int end, bool isDivided) where TLanes : struct, ILanes<TLanes>
    {
        end -= (end - start) % TLanes.Count;
        if (!isDivided)
        {
            Update<TLanes>(start, end);
            return end;
        }

        // All cores have read the parameters. A core that writes one must have it taken out of the others' caches, and there is room for
        // many of these requests at once only where no other stores stand between them: so the moments come first, piece by
        // piece. In one pass two threads took 45 µs for LeNet-5, where one takes 21; in two passes they take 16, and one 25.
        for (int piece = start; piece < end; piece += Piece)
        {
            int pieceEnd = Math.Min(end, piece + Piece);
            UpdateMoments<TLanes>(piece, pieceEnd);
            UpdateParameters<TLanes>(piece, pieceEnd);
        }

        return end;
    }

    private void Update<TLanes>(int start, int end) where TLanes : struct, ILanes<TLanes>
    {
        ref float parameters = ref MemoryMarshal.GetReference(Parameters);
        ref float gradients = ref MemoryMarshal.GetReference(Gradients);
        ref float means = ref MemoryMarshal.GetReference(Means);
        ref float squares = ref MemoryMarshal.GetReference(Squares);
        AdamFormulas<TLanes> formulas = new(in this);
        for (int i = start; i < end; i += TLanes.Count)
        {
            TLanes parameter = TLanes.Load(ref parameters, i);
            TLanes gradient = formulas.Gradient(TLanes.Load(ref gradients, i), parameter);
            TLanes mean = formulas.Mean(TLanes.Load(ref means, i), gradient);
            TLanes square = formulas.Square(TLanes.Load(ref squares, i), gradient);
            TLanes.Store(mean, ref means, i);
            TLanes.Store(square, ref squares, i);
            TLanes.Store(formulas.Parameter(parameter, mean, square), ref parameters, i);
        }
    }

    private void UpdateMoments<TLanes>(int start, int end) where TLanes : struct, ILanes<TLanes>
    {
        ref float parameters = ref MemoryMarshal.GetReference(Parameters);
        ref float gradients = ref MemoryMarshal.GetReference(Gradients);
        ref float means = ref MemoryMarshal.GetReference(Means);
        ref float squares = ref MemoryMarshal.GetReference(Squares);
        AdamFormulas<TLanes> formulas = new(in this);
        for (int i = start; i < end; i += TLanes.Count)
        {
            TLanes gradient = formulas.Gradient(TLanes.Load(ref gradients, i), TLanes.Load(ref parameters, i));
            TLanes.Store(formulas.Mean(TLanes.Load(ref means, i), gradient), ref means, i);
            TLanes.Store(formulas.Square(TLanes.Load(ref squares, i), gradient), ref squares, i);
        }
    }

    private void UpdateParameters<TLanes>(int start, int end) where TLanes : struct, ILanes<TLanes>
    {
        ref float parameters = ref MemoryMarshal.GetReference(Parameters);
        ref float means = ref MemoryMarshal.GetReference(Means);
        ref float squares = ref MemoryMarshal.GetReference(Squares);
        AdamFormulas<TLanes> formulas = new(in this);
        for (int i = start; i < end; i += TLanes.Count)
            TLanes.Store(formulas.Parameter(TLanes.Load(ref parameters, i), TLanes.Load(ref means, i), TLanes.Load(ref squares, i)), ref parameters, i);
    }
}
