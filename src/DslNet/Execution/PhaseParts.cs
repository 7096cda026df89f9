namespace DslNet.CompilerServices;

/// <summary>One phase of a computation of gradients, group by group.</summary>
internal readonly ref struct PhaseParts<TPrograms, TSamples>(PhasedRun<TPrograms, TSamples> run, int phase, Span<double> losses) : IParts
    where TPrograms : struct, INetworkPrograms<TSamples>
    where TSamples : struct, ISamples, allows ref struct
{
    private readonly PhasedRun<TPrograms, TSamples> _run = run;
    private readonly int _phase = phase;
    private readonly Span<double> _losses = losses;

    public void Run(Job job, int participant)
    {
        if (!job.TryNext(participant, out int group))
            return;
        ref float scratch = ref _run.Prepare(_phase, participant);
        do
            _losses[group] += _run.Run(_phase, group, ref scratch);
        while (job.TryNext(participant, out group));
    }
}
