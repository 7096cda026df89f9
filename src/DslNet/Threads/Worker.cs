namespace DslNet;

/// <summary>A background thread that helps with one job at a time.</summary>
internal sealed class Worker
{
    private static readonly object s_busy = new();

    private readonly AutoResetEvent _called = new(false);

    // Null while idle, a job that was assigned and not begun, or the mark of one that was.
    private object? _work;
    private int _asleep;

    public Worker(int number) => new Thread(Loop) { IsBackground = true, Name = $"DslNet worker {number}" }.UnsafeStart();

    /// <summary>Gives an idle worker something to do; one that sleeps only if it is to be woken.</summary>
    public bool TryAssign(Job job, bool wake)
    {
        if (Volatile.Read(ref _work) is not null || !wake && Volatile.Read(ref _asleep) != 0 || Interlocked.CompareExchange(ref _work, job, null) is not null)
            return false;

        // Asked once more after the work is there: one that fell asleep in between would not see it.
        if (Volatile.Read(ref _asleep) != 0)
            _called.Set();
        return true;
    }

    /// <summary>Takes a job back that was not begun.</summary>
    public bool TryRevoke(Job job) =>
        ReferenceEquals(Volatile.Read(ref _work), job) && ReferenceEquals(Interlocked.CompareExchange(ref _work, null, job), job);

    private void Loop()
    {
        while (true)
        {
            WaitForWork();
            if (Volatile.Read(ref _work) is not Job job || !ReferenceEquals(Interlocked.CompareExchange(ref _work, s_busy, job), job))
                continue;
            job.Help();

            // Idle before the caller goes on, so that its next division finds this thread.
            Volatile.Write(ref _work, null);
            job.Leave();
        }
    }

    private void WaitForWork()
    {
        if (Patience.Spin(static worker => Volatile.Read(ref worker._work) is not null, this))
            return;
        Interlocked.Exchange(ref _asleep, 1);
        while (Volatile.Read(ref _work) is null)
            _called.WaitOne();
        Volatile.Write(ref _asleep, 0);
    }
}
