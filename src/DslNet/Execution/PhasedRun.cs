using System.Runtime.InteropServices;

namespace DslNet.CompilerServices;

/// <summary>
/// One computation of gradients by a program with phases. Each phase is one division of work among threads; what it leaves for the next is memory of
/// the call. A group of many samples is done in parts, as by <see cref="GradientRun{TPrograms, TSamples}"/>; to the program each part is a group.
/// </summary>
internal readonly ref struct PhasedRun<TPrograms, TSamples>
    where TPrograms : struct, INetworkPrograms<TSamples>
    where TSamples : struct, ISamples, allows ref struct
{
    private readonly NetworkMemory _memory;
    private readonly TSamples _samples;
    private readonly int _count;
    private readonly int _groups;
    private readonly int _parts;
    private readonly float _scale;
    private readonly int _seed;
    private readonly long _step;

    public PhasedRun(NetworkMemory memory, TSamples samples, int groups, float scale, int seed, long step)
    {
        (_memory, _count, _groups, _scale, _seed, _step) = (memory, samples.Count, groups, scale, seed, step);
        _samples = samples;
        _parts = SampleGroups.Parts((_count + groups - 1) / groups);
    }

    private int Pieces => _groups * _parts;

    /// <summary>The sums of all groups of samples, each in its own memory, and the sum of the losses.</summary>
    /// <param name="threads">The threads that pay.</param>
    public double SumAll(ThreadCount threads)
    {
        // Helpers must find everything there.
        _memory.OtherSums(_groups);
        _memory.Workspace(threads.Awake - 1);
        ref float call = ref _memory.CallMemory(TPrograms.CallLength(Pieces, _count), _count);
        if (_parts > 1)
            _memory.ClearTotals(_groups);

        Span<double> losses = stackalloc double[_groups];
        losses.Clear();
        for (int phase = 0; phase < TPrograms.Phases; phase++)
        {
            PhaseParts<TPrograms, TSamples> parts = new(this, phase, losses);
            Job<PhaseParts<TPrograms, TSamples>>.Run(ref parts, _groups, threads);
            TPrograms.AfterPhase(phase, new CallGroup(ref call, 0, Pieces, 0, _count, _count), ref MemoryMarshal.GetReference(_memory.Parameters));
        }

        for (int group = 0; _parts > 1 && group < _groups; group++)
            PartTotals.Round(_memory.Totals(group), _memory.GroupSums(group, _groups));
        return NetworkRun.Sum(losses);
    }

    /// <summary>A thread's scratch memory, filled with what depends on the parameters alone and a phase needs.</summary>
    public ref float Prepare(int phase, int participant)
    {
        ref float scratch = ref MemoryMarshal.GetReference(_memory.Workspace(participant).Span);
        TPrograms.Prepare(phase, ref MemoryMarshal.GetReference(_memory.Parameters), ref scratch);
        return ref scratch;
    }

    /// <summary>Does one group of samples, and returns the sum of its losses.</summary>
    public double Run(int phase, int group, ref float scratch)
    {
        Span<float> sums = _memory.GroupSums(group, _groups);
        if (_parts == 1)
            return Run(phase, group, sums, ref scratch);

        double loss = 0;
        for (int piece = group * _parts; piece < (group + 1) * _parts; piece++)
        {
            // What other phases and parts have summed is in the totals.
            sums.Clear();
            loss += Run(phase, piece, sums, ref scratch);
            PartTotals.Add(sums, _memory.Totals(group));
        }

        return loss;
    }

    private double Run(int phase, int piece, Span<float> sums, ref float scratch)
    {
        CallGroup group = new(ref _memory.Call, piece, Pieces, First(piece), First(piece + 1), _count);
        return TPrograms.Gradients(
            phase, in _samples, in group, ref MemoryMarshal.GetReference(_memory.Parameters), ref MemoryMarshal.GetReference(sums), ref scratch, _scale, _seed, _step);
    }

    private int First(int piece)
    {
        int group = piece / _parts, first = SampleGroups.First(group, _groups, _count);
        return first + SampleGroups.First(piece % _parts, _parts, SampleGroups.First(group + 1, _groups, _count) - first);
    }
}
