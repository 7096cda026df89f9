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

    public int Run<TLanes>(int start, int end) where TLanes : struct, ILanes<TLanes>
    {
        ref float parameters = ref MemoryMarshal.GetReference(Parameters);
        ref float gradients = ref MemoryMarshal.GetReference(Gradients);
        ref float means = ref MemoryMarshal.GetReference(Means);
        ref float squares = ref MemoryMarshal.GetReference(Squares);
        TLanes beta1 = TLanes.All(Beta1), rest1 = TLanes.All(1 - Beta1), beta2 = TLanes.All(Beta2), rest2 = TLanes.All(1 - Beta2);
        TLanes backwards = TLanes.All(-StepLength), rootScale = TLanes.All(RootScale), epsilon = TLanes.All(Epsilon);
        TLanes decay = TLanes.All(Decay), shrinkage = TLanes.All(Shrinkage);

        int i = start, last = end - TLanes.Count;
        for (; i <= last; i += TLanes.Count)
        {
            TLanes parameter = TLanes.Load(ref parameters, i);
            TLanes gradient = TLanes.Fuse(decay, parameter, TLanes.Load(ref gradients, i));
            TLanes mean = TLanes.Flush(TLanes.Fuse(beta1, TLanes.Load(ref means, i), rest1 * gradient));
            TLanes square = TLanes.Flush(TLanes.Fuse(beta2, TLanes.Load(ref squares, i), rest2 * (gradient * gradient)));
            TLanes.Store(mean, ref means, i);
            TLanes.Store(square, ref squares, i);
            TLanes root = TLanes.Fuse(TLanes.SquareRoot(square), rootScale, epsilon);
            TLanes.Store(TLanes.Fuse(backwards, mean / root, shrinkage * parameter), ref parameters, i);
        }

        return i;
    }
}
