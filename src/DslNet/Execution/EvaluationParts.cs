namespace DslNet.CompilerServices;

/// <summary>A prediction of many samples, and their losses, group by group.</summary>
internal readonly ref struct EvaluationParts<TPrograms, TSamples>(NetworkMemory memory, TSamples samples, int count, Span<double> losses) : IParts
    where TPrograms : struct, INetworkPrograms<TSamples>
    where TSamples : struct, ISamples, allows ref struct
{
    private readonly NetworkMemory _memory = memory;
    private readonly TSamples _samples = samples;
    private readonly int _count = count;
    private readonly Span<double> _losses = losses;

    public void Run(Job job, int participant)
    {
        if (!job.TryNext(participant, out int group))
            return;
        AlignedMemory arena = _memory.RentArena();
        do
        {
            int first = SampleGroups.First(group, _losses.Length, _count), end = SampleGroups.First(group + 1, _losses.Length, _count);
            _losses[group] = NetworkRun.Evaluate<TPrograms, TSamples>(_memory, in _samples, first, end, arena);
        }
        while (job.TryNext(participant, out group));
        _memory.ReturnArena(arena);
    }
}
