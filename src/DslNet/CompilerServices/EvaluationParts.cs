using System.Runtime.InteropServices;

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
            NetworkCall part = _call.Slice(first, count);
            _losses[group] = TPrograms.Evaluate(
                ref NetworkGuard.Reference(part.Inputs), ref NetworkGuard.Reference(part.Targets), ref NetworkGuard.Reference(part.Labels),
                ref NetworkGuard.Reference(NetworkCall.Slice(_outputs, _call.Count, first, count)), count,
                ref MemoryMarshal.GetReference(_memory.Parameters), ref MemoryMarshal.GetReference(arena.Span));
        }
        while (job.TryNext(participant, out group));
        _memory.ReturnArena(arena);
    }
}
