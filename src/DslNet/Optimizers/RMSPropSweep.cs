using System.Runtime.InteropServices;

namespace DslNet;

/// <summary>One step of <see cref="RMSProp"/>.</summary>
internal readonly ref struct RMSPropSweep : ISweep
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

    public int Run<TLanes>(int start, int end, bool isDivided) where TLanes : struct, ILanes<TLanes>
    {
        ref float parameters = ref MemoryMarshal.GetReference(Parameters);
        ref float gradients = ref MemoryMarshal.GetReference(Gradients);
        ref float squares = ref MemoryMarshal.GetReference(Squares);
        ref float velocities = ref MemoryMarshal.GetReference(Velocity);
        bool moving = Velocity.Length > 0;
        TLanes backwards = TLanes.All(-LearningRate), decay = TLanes.All(WeightDecay), momentum = TLanes.All(Momentum);
        TLanes alpha = TLanes.All(Alpha), rest = TLanes.All(1 - Alpha), epsilon = TLanes.All(Epsilon);

        int i = start, last = end - TLanes.Count;
        for (; i <= last; i += TLanes.Count)
        {
            TLanes parameter = TLanes.Load(ref parameters, i);
            TLanes gradient = TLanes.Fuse(decay, parameter, TLanes.Load(ref gradients, i));
            TLanes square = TLanes.Flush(TLanes.Fuse(alpha, TLanes.Load(ref squares, i), rest * (gradient * gradient)));
            TLanes.Store(square, ref squares, i);
            TLanes direction = gradient / (TLanes.SquareRoot(square) + epsilon);
            if (moving)
            {
                direction = TLanes.Flush(TLanes.Fuse(momentum, TLanes.Load(ref velocities, i), direction));
                TLanes.Store(direction, ref velocities, i);
            }

            TLanes.Store(TLanes.Fuse(backwards, direction, parameter), ref parameters, i);
        }

        return i;
    }
}
