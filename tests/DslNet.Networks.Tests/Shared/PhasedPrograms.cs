using System.Runtime.InteropServices;
using DslNet.CompilerServices;

namespace DslNet.Networks.Tests;

/// <summary>Programs whose gradients have phases, run as one group of samples: what the library does for several groups and threads.</summary>
internal static class PhasedPrograms
{
    /// <summary>Where the memory comes from that phases leave for each other.</summary>
    public static MemoryOf CallMemory { get; set; } = length => new AlignedMemory(length).Span;

    /// <summary>Some memory.</summary>
    internal delegate Span<float> MemoryOf(int length);

    /// <summary>The loss and the gradients of all phases. What the memory of the call holds at first is of no consequence.</summary>
    public static double Gradients<TPrograms, TSamples>(
        in TSamples samples, int first, int end, ref float parameters, ref float gradients, ref float scratch, float scale, int seed, long step)
        where TPrograms : struct, INetworkPrograms<TSamples>
        where TSamples : struct, ISamples, allows ref struct
    {
        Span<float> memory = CallMemory((int)TPrograms.CallLength(1, end - first));
        MemoryMarshal.AsBytes(memory).Fill(0xFF);
        CallGroup group = new(ref MemoryMarshal.GetReference(memory), 0, 1, first, end, end - first);
        double loss = 0;
        for (int phase = 0; phase < TPrograms.Phases; phase++)
        {
            TPrograms.Prepare(phase, ref parameters, ref scratch);
            loss += TPrograms.Gradients(phase, in samples, in group, ref parameters, ref gradients, ref scratch, scale, seed, step);
            TPrograms.AfterPhase(phase, in group, ref parameters);
        }

        return loss;
    }
}
