using System.Runtime.InteropServices;

namespace DslNet;

/// <summary>One step of <see cref="SGD"/>.</summary>
internal readonly ref struct SGDSweep : ISweep
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

    public int Run<TLanes>(int start, int end, bool isDivided) where TLanes : struct, ILanes<TLanes>
    {
        ref float parameters = ref MemoryMarshal.GetReference(Parameters);
        ref float gradients = ref MemoryMarshal.GetReference(Gradients);
        ref float velocities = ref MemoryMarshal.GetReference(Velocity);
        bool moving = Velocity.Length > 0, nesterov = Nesterov;
        TLanes backwards = TLanes.All(-LearningRate), decay = TLanes.All(WeightDecay), momentum = TLanes.All(Momentum), gain = TLanes.All(Gain);

        int i = start, last = end - TLanes.Count;
        for (; i <= last; i += TLanes.Count)
        {
            TLanes parameter = TLanes.Load(ref parameters, i);
            TLanes direction = TLanes.Fuse(decay, parameter, TLanes.Load(ref gradients, i));
            if (moving)
            {
                TLanes velocity = TLanes.Flush(TLanes.Fuse(momentum, TLanes.Load(ref velocities, i), gain * direction));
                TLanes.Store(velocity, ref velocities, i);
                direction = nesterov ? TLanes.Fuse(momentum, velocity, direction) : velocity;
            }

            TLanes.Store(TLanes.Fuse(backwards, direction, parameter), ref parameters, i);
        }

        return i;
    }
}
