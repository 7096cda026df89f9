namespace DslNet.Tests.Threads;

/// <summary>Each part divides work of its own, of the same kind once more.</summary>
internal readonly ref struct NestedParts(Span<int> done, int depth = 0) : IParts
{
    private readonly Span<int> _done = done;
    private readonly int _depth = depth;

    public void Run(Job job, int participant)
    {
        while (job.TryNext(participant, out int part))
        {
            Interlocked.Increment(ref _done[part]);
            if (_depth > 0)
                continue;
            NestedParts inner = new(_done.Slice(part, 1), 1);
            for (int i = 0; i < 2; i++)
                Job<NestedParts>.Run(ref inner, 1, new(4, 4));
        }
    }
}
