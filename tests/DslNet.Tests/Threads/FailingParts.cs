namespace DslNet.Tests.Threads;

/// <summary>Counts how often each part is done, on two threads, of which one throws before it has done any.</summary>
internal readonly ref struct FailingParts(Span<int> done, Participants participants, int thrower) : IParts
{
    private readonly Span<int> _done = done;
    private readonly Participants _participants = participants;
    private readonly int _thrower = thrower;

    public void Run(Job job, int participant)
    {
        _participants.Arrive();
        if (participant == _thrower)
            throw new FormatException($"participant {participant}");
        while (job.TryNext(participant, out int part))
            Interlocked.Increment(ref _done[part]);
    }
}
