namespace DslNet.Tests.Threads;

/// <summary>The threads that took part; each is held up until as many as expected have come.</summary>
internal sealed class Participants(int expected)
{
    /// <summary>Far beyond what any machine takes: who waits so long waits for ever.</summary>
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(10);

    private readonly CountdownEvent _missing = new(expected);
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public void Arrive()
    {
        Interlocked.Increment(ref _count);
        if (!_missing.IsSet)
            _missing.Signal();
        _missing.Wait(s_limit);
    }
}
