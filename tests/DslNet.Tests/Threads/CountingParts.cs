namespace DslNet.Tests.Threads;

/// <summary>Counts how often each part is done and holds each thread that takes part until as many as expected have begun.</summary>
internal readonly ref struct CountingParts(Span<int> done, Participants participants) : IParts
{
    private readonly Span<int> _done = done;
    private readonly Participants _participants = participants;

    public void Run(Job job, int participant)
    {
        _participants.Arrive();
        while (job.TryNext(participant, out int part))
            Interlocked.Increment(ref _done[part]);
    }
}
