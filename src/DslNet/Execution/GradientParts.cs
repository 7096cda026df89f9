
namespace DslNet.CompilerServices;

/// <summary>The gradients of a batch, group by group: the first group's are summed where the network's gradients are, the others' in memory of their own.</summary>
internal readonly ref struct GradientParts<TPrograms>(GradientRun run, Span<double> losses) : IParts
    where TPrograms : struct, IGradientPrograms
{
    private readonly GradientRun _run = run;
    private readonly Span<double> _losses = losses;

    public void Run(Job job, int participant)
    {
        if (!job.TryNext(participant, out int group))
            return;
        ref float scratch = ref _run.Prepare<TPrograms>(participant);
        do
            _losses[group] = _run.SumGroup<TPrograms>(group, participant, ref scratch);
        while (job.TryNext(participant, out group));
    }
}
