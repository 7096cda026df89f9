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
        // One rank has all groups.
        if (communicator.Ranks == 1)
            return;
        int groups = losses.Length, length = MessageLength(memory.Parameters.Length, groups, communicator.Ranks);
        int parameters = memory.Parameters.Length * sizeof(float), slot = parameters + sizeof(double);
        if (_parts.Length != length)
            _parts = new byte[length];
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

    /// <summary>Bytes of all ranks' parts, of which each has room for the groups of one.</summary>
    /// <exception cref="InvalidOperationException">They are more than one message can have.</exception>
    internal static int MessageLength(int parameters, int groups, int ranks)
    {
        long length = ((long)parameters * sizeof(float) + sizeof(double)) * PerRank(groups, ranks) * ranks;
        return length <= Array.MaxLength
            ? (int)length
            : throw new InvalidOperationException(FormattableString.Invariant(
                $"The gradients of {parameters} parameters, for {groups} groups of samples among {ranks} ranks, are {length} bytes, and a message of ranks has {Array.MaxLength} at most. Use smaller batches, which have fewer groups, or train in one process by threads: without FitOptions.Communicator."));
    }

    private static int PerRank(int groups, int ranks) => (groups + ranks - 1) / ranks;

    private int PerRank(int groups) => PerRank(groups, communicator.Ranks);
}
