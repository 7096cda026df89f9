using System.Runtime.InteropServices;

namespace DslNet.CompilerServices;

/// <summary>The gradients of a batch, group by group: the first group's are summed in their place, the others' in memory of their own.</summary>
internal readonly ref struct GradientParts<TPrograms>(
    NetworkMemory memory, NetworkCall call, Span<float> inputGradients, Span<float> otherSums, Span<double> losses, float scale, int seed, long step) : IParts
    where TPrograms : struct, IGradientPrograms
{
    private readonly NetworkMemory _memory = memory;
    private readonly NetworkCall _call = call;
    private readonly Span<float> _inputGradients = inputGradients;
    private readonly Span<float> _otherSums = otherSums;
    private readonly Span<double> _losses = losses;
    private readonly float _scale = scale;
    private readonly int _seed = seed;
    private readonly long _step = step;

    public void Run(Job job, int participant)
    {
        if (!job.TryNext(out int group))
            return;
        ref float scratch = ref MemoryMarshal.GetReference(_memory.Workspace(participant).Span);
        ref float parameters = ref MemoryMarshal.GetReference(_memory.Parameters);
        TPrograms.Prepare(ref parameters, ref scratch);
        do
        {
            int length = _memory.Parameters.Length;
            Span<float> sums = group == 0 ? _memory.Gradients : _otherSums.Slice((group - 1) * length, length);
            _losses[group] = TPrograms.Gradients(
                ref NetworkGuard.Reference(_call.Inputs), ref NetworkGuard.Reference(_call.Targets), ref NetworkGuard.Reference(_call.Labels),
                ref NetworkGuard.Reference(_inputGradients), (nuint)SampleGroups.First(group, _losses.Length, _call.Count),
                (nuint)SampleGroups.First(group + 1, _losses.Length, _call.Count), ref parameters, ref MemoryMarshal.GetReference(sums),
                ref scratch, _scale, _seed, _step);
        }
        while (job.TryNext(out group));
    }
}
