namespace DslNet.CompilerServices;

/// <summary>A prediction of many samples, and their losses, group by group.</summary>
internal readonly ref struct EvaluationParts<TPrograms>(NetworkMemory memory, NetworkCall call, Span<float> outputs, Span<double> losses) : IParts
    where TPrograms : struct, INetworkPrograms
{
    private readonly NetworkMemory _memory = memory;
    private readonly NetworkCall _call = call;
    private readonly Span<float> _outputs = outputs;
    private readonly Span<double> _losses = losses;

    public void Run(Job job, int participant)
    {
        if (!job.TryNext(participant, out int group))
            return;
        AlignedMemory arena = _memory.RentArena();
        do
        {
            int first = SampleGroups.First(group, _losses.Length, _call.Count);
            int count = SampleGroups.First(group + 1, _losses.Length, _call.Count) - first;
            _losses[group] = NetworkRun.Evaluate<TPrograms>(_memory, _call.Slice(first, count), NetworkCall.Slice(_outputs, _call.Count, first, count), arena);
        }
        while (job.TryNext(participant, out group));
        _memory.ReturnArena(arena);
    }
}
