namespace DslNet;

/// <summary>One division of work: which part is next, and how many helpers are still at it.</summary>
internal abstract class Job
{
    private readonly AutoResetEvent _left = new(false);
    private int _parts;
    private int _next;
    private int _helpers;
    private int _waiting;

    /// <summary>Takes the next part that nobody has.</summary>
    public bool TryNext(out int part)
    {
        part = Interlocked.Increment(ref _next) - 1;
        return part < _parts;
    }

    /// <summary>Does parts until none is left.</summary>
    public abstract void Participate();

    /// <summary>Begins a new division.</summary>
    protected void Begin(int parts)
    {
        (_parts, _next, _waiting) = (parts, 0, 0);
        _helpers = 0;
    }

    /// <summary>Says that helpers were called, or sent away before they began.</summary>
    public void AddHelpers(int count) => Interlocked.Add(ref _helpers, count);

    /// <summary>Says that a helper is done; it must not touch the work any more.</summary>
    public void Leave()
    {
        // Once the last one is counted, the caller may use this for its next division: a signal too many only makes it look again.
        if (Interlocked.Decrement(ref _helpers) == 0 && Volatile.Read(ref _waiting) != 0)
            _left.Set();
    }

    /// <summary>Waits for the helpers that began.</summary>
    protected void WaitForHelpers()
    {
        if (Patience.Spin(static job => Volatile.Read(ref job._helpers) == 0, this))
            return;
        Interlocked.Exchange(ref _waiting, 1);
        while (Volatile.Read(ref _helpers) != 0)
            _left.WaitOne();
    }
}
