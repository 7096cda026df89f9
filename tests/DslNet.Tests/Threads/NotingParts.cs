namespace DslNet.Tests.Threads;

/// <summary>Notes who did each part, and holds each thread that takes part until as many as expected have begun.</summary>
internal readonly ref struct NotingParts(Span<int> doneBy, Participants participants) : IParts
{
    private readonly Span<int> _doneBy = doneBy;
    private readonly Participants _participants = participants;

    public void Run(Job job, int participant)
    {
        _participants.Arrive();
        while (job.TryNext(participant, out int part))
            _doneBy[part] = participant;
    }
}
