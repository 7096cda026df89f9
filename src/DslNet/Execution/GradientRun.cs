using System.Runtime.InteropServices;

namespace DslNet.CompilerServices;

/// <summary>One computation of gradients: the caller's samples, and how they are divided into groups, threads and parts.</summary>
internal readonly ref struct GradientRun<TPrograms, TSamples>
    where TPrograms : struct, INetworkPrograms<TSamples>
    where TSamples : struct, ISamples, allows ref struct
{
    /// <summary>A training step is a forward pass and two of the same size backward.</summary>
    private const int TrainingPasses = 3;

    /// <summary>So many threads that share an update afterwards are no faster than one that updates while it sums.</summary>
    private const int MostThreadsBetter = 2;

    private readonly NetworkMemory _memory;
    private readonly TSamples _samples;
    private readonly int _count;
    private readonly int _frames;
    private readonly float _scale;
    private readonly int _seed;
    private readonly long _step;

    public GradientRun(NetworkMemory memory, TSamples samples, float scale, int seed, long step)
    {
        (_memory, _count, _scale, _seed, _step) = (memory, samples.Count, scale, seed, step);
        _samples = samples;
        _frames = TPrograms.FramesOf(in samples);
        Groups = SampleGroups.OfGradients(_count, memory.MultiplyAdds, memory.Parameters.Length, _frames);
        memory.ReserveWorkspaces(TPrograms.WorkspaceLength(_frames), _frames);
    }

    /// <summary>The groups of samples, whose gradients are summed apart.</summary>
    public int Groups { get; }

    /// <summary>
    /// Whether the parameters are better updated while gradients are summed: where one thread sums all of them, and few would share the update
    /// afterwards. Whoever passes parameters as inputs means what they were before.
    /// </summary>
    public bool GainsFromFusedUpdate =>
        _memory.Ranks is null && !IsInParts && Threads == ThreadCount.One && Sweep.ThreadsFor(_memory.Parameters.Length).Awake <= MostThreadsBetter &&
        !_samples.InputsOverlap(_memory.Parameters);

    /// <summary>The threads that pay for the gradients.</summary>
    private ThreadCount Threads => NetworkThreads.For(TrainingPasses * _memory.MultiplyAdds * _count * _frames).AtMost(Groups);

    /// <summary>Whether there is a group so long that it is summed in parts.</summary>
    private bool IsInParts => (long)_count * _frames > (long)Groups * SampleGroups.MostInPart;

    /// <summary>The sums of all groups of samples, each in its own memory, and the sum of the losses.</summary>
    public double SumAll()
    {
        if (TPrograms.Phases > 1 && _memory.Ranks is not null)
            throw new InvalidOperationException("The network normalizes over all samples of a step (BatchNorm), which ranks do not share. Use LayerNorm or GroupNorm, or train in one process.");
        if (TPrograms.Phases > 1)
            return new PhasedRun<TPrograms, TSamples>(_memory, _samples, Groups, _scale, _seed, _step).SumAll(_count < SampleGroups.LeastDivided ? ThreadCount.One : Threads);
        if ((long)_count * _frames >= SampleGroups.LeastDivided)
            return SumGroups();
        ref float scratch = ref Prepare(participant: 0);
        return Sum(0, _count, _memory.Gradients, ref scratch);
    }

    /// <summary>One group after the other; while the last one's gradients are summed, the parameters are updated.</summary>
    public double TrainFused<TUpdate>(TUpdate update)
        where TUpdate : struct, IParameterUpdate, allows ref struct
    {
        int last = Groups - 1;
        ref float scratch = ref Prepare(participant: 0);
        double loss = 0;
        for (int group = 0; group < last; group++)
            loss += SumGroup(group, participant: 0, ref scratch);
        if (last > 0)
            update.UseGroupSums(_memory.Gradients, _memory.OtherSums(Groups));
        return loss + TPrograms.TrainFused(
            in _samples, First(last), _count, ref MemoryMarshal.GetReference(_memory.Parameters),
            ref MemoryMarshal.GetReference(_memory.GroupSums(last, Groups)), ref scratch, _scale, _seed, _step, update);
    }

    /// <summary>A thread's scratch memory, filled with what depends on the parameters alone.</summary>
    public ref float Prepare(int participant)
    {
        ref float scratch = ref MemoryMarshal.GetReference(_memory.Workspace(participant).Span);
        TPrograms.Prepare(ref MemoryMarshal.GetReference(_memory.Parameters), ref scratch);
        return ref scratch;
    }

    /// <summary>Sums the gradients of one group of samples in its own memory, with scratch memory that is prepared, and returns the sum of its losses.</summary>
    public double SumGroup(int group, int participant, ref float scratch)
    {
        int first = First(group), count = First(group + 1) - first;
        Span<float> sums = _memory.GroupSums(group, Groups);
        int parts = SampleGroups.Parts(count, _frames);
        if (parts == 1)
            return Sum(first, first + count, sums, ref scratch);

        Span<double> totals = _memory.Totals(participant);
        totals.Clear();
        double loss = 0;
        for (int part = 0; part < parts; part++)
        {
            int start = first + SampleGroups.First(part, parts, count), end = first + SampleGroups.First(part + 1, parts, count);
            loss += Sum(start, end, sums, ref scratch);
            PartTotals.Add(sums, totals);
        }

        PartTotals.Round(totals, sums);
        return loss;
    }

    private double SumGroups()
    {
        (int first, int end) = _memory.Ranks is { } ranks ? ranks.Of(ranks.Communicator.Rank, Groups) : (0, Groups);
        ThreadCount threads = Threads.AtMost(Math.Max(1, end - first));
        Span<double> losses = stackalloc double[Groups];

        // Before the work is divided, so that the others allocate nothing.
        _ = _memory.Gradients;
        _memory.OtherSums(Groups);
        _memory.Workspace(threads.Awake - 1);
        if (IsInParts)
            _memory.Totals(threads.Awake - 1);
        GradientParts<TPrograms, TSamples> parts = new(this, losses, first);
        if (end > first)
            Job<GradientParts<TPrograms, TSamples>>.Run(ref parts, end - first, threads);
        _memory.Ranks?.Share(_memory, losses);
        return NetworkRun.Sum(losses);
    }

    /// <summary>Sums the gradients of some neighbouring samples, and returns the sum of their losses.</summary>
    private double Sum(int first, int end, Span<float> sums, ref float scratch) => TPrograms.Gradients(
        in _samples, first, end, ref MemoryMarshal.GetReference(_memory.Parameters), ref MemoryMarshal.GetReference(sums), ref scratch, _scale, _seed, _step);

    private int First(int group) => SampleGroups.First(group, Groups, _count);
}
