namespace DslNet.CompilerServices;

/// <summary>The gradients of a batch, group by group: the first group's are summed where the network's gradients are, the others' in memory of their own.</summary>
internal readonly ref struct GradientParts<TPrograms, TSamples>(GradientRun<TPrograms, TSamples> run, Span<double> losses, int first) : IParts
    where TPrograms : struct, INetworkPrograms<TSamples>
    where TSamples : struct, ISamples, allows ref struct
{
    private readonly GradientRun<TPrograms, TSamples> _run = run;
    private readonly Span<double> _losses = losses;
    private readonly int _first = first;

    public void Run(Job job, int participant)
    {
        if (!job.TryNext(participant, out int group))
            return;
        ref float scratch = ref _run.Prepare(participant);
        do
            _losses[_first + group] = _run.SumGroup(_first + group, participant, ref scratch);
        while (job.TryNext(participant, out group));
    }
}
