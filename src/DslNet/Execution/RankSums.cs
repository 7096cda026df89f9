using System.Runtime.InteropServices;
using DslNet.CompilerServices;

namespace DslNet;

/// <summary>
/// What ranks tell each other of a step: the gradients' sums and the losses of the sample groups that each of them has. Nothing is added on the way: every rank has all groups afterwards,
/// and adds them in ascending order, as a single process does. So the number of ranks changes no bit.
/// </summary>
/// <param name="communicator">The ranks.</param>
internal sealed class RankSums(ICommunicator communicator)
{
    private byte[] _parts = [];

    public ICommunicator Communicator => communicator;

    /// <summary>The groups of a rank: the first, and the one behind the last.</summary>
    public (int First, int End) Of(int rank, int groups)
    {
        int each = PerRank(groups);
        return (Math.Min(rank * each, groups), Math.Min((rank + 1) * each, groups));
    }

    /// <summary>Sends this rank's groups, and receives those of the others.</summary>
    /// <param name="memory">The network's memory.</param>
    /// <param name="losses">The losses of all groups; this rank's are there.</param>
    public void Share(NetworkMemory memory, Span<double> losses)
    {
        int groups = losses.Length, parameters = memory.Parameters.Length * sizeof(float), slot = parameters + sizeof(double), part = PerRank(groups) * slot;
        if (_parts.Length != (long)part * communicator.Ranks)
            _parts = new byte[checked(part * communicator.Ranks)];
        (int first, int end) = Of(communicator.Rank, groups);
        for (int group = first; group < end; group++)
        {
            Span<byte> sent = _parts.AsSpan(group * slot, slot);
            MemoryMarshal.AsBytes(memory.GroupSums(group, groups)).CopyTo(sent);
            MemoryMarshal.Write(sent[parameters..], in losses[group]);
        }

        communicator.AllGather(_parts);
        for (int group = 0; group < groups; group++)
        {
            if (group >= first && group < end)
                continue;
            ReadOnlySpan<byte> received = _parts.AsSpan(group * slot, slot);
            received[..parameters].CopyTo(MemoryMarshal.AsBytes(memory.GroupSums(group, groups)));
            losses[group] = MemoryMarshal.Read<double>(received[parameters..]);
        }
    }

    private int PerRank(int groups) => (groups + communicator.Ranks - 1) / communicator.Ranks;
}
