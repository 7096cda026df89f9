using System.Runtime.InteropServices;

namespace DslNet.CompilerServices;

/// <summary>The gradients of a batch, group by group: the first group's are summed in their place, the others' in memory of their own.</summary>
internal readonly ref struct GradientParts<TPrograms>(
    NetworkMemory memory, NetworkCall call, Span<float> inputGradients, Span<double> losses, float scale, int seed, long step) : IParts
    where TPrograms : struct, IGradientPrograms
{
    private readonly NetworkMemory _memory = memory;
    private readonly NetworkCall _call = call;
    private readonly Span<float> _inputGradients = inputGradients;
    private readonly Span<double> _losses = losses;
    private readonly float _scale = scale;
    private readonly int _seed = seed;
    private readonly long _step = step;

    public void Run(Job job, int participant)
    {
        if (!job.TryNext(participant, out int group))
            return;
        ref float scratch = ref MemoryMarshal.GetReference(_memory.Workspace(participant).Span);
        TPrograms.Prepare(ref MemoryMarshal.GetReference(_memory.Parameters), ref scratch);
        do
            _losses[group] = _memory.SumGroup<TPrograms>(_call, _inputGradients, group, _losses.Length, participant, ref scratch, _scale, _seed, _step);
        while (job.TryNext(participant, out group));
    }
}
