using System.Runtime.CompilerServices;

namespace DslNet;

/// <summary>A place for a background thread that helps with one job at a time. The thread starts with the first job.</summary>
internal sealed class Worker(int number)
{
    private const int Awake = 0, Asleep = 1, NoThread = 2;

    private static readonly object s_busy = new();

    private readonly AutoResetEvent _called = new(false);

    // Null while idle, a job that was assigned and not begun, or the mark of one that was.
    private object? _work;
    private int _thread = NoThread;

    /// <summary>Gives an idle worker something to do; one that sleeps, or has no thread, only if it is to be woken.</summary>
    public bool TryAssign(Job job, bool wake)
    {
        if (Volatile.Read(ref _work) is not null || !wake && Volatile.Read(ref _thread) != Awake || Interlocked.CompareExchange(ref _work, job, null) is not null)
            return false;

        // Asked once more after the work is there: one that fell asleep in between would not see it.
        int thread = Volatile.Read(ref _thread);
        if (thread == Asleep)
            _called.Set();
        else if (thread == NoThread && Interlocked.CompareExchange(ref _thread, Awake, NoThread) == NoThread)
            Start();
        return true;
    }

    /// <summary>Takes a job back that was not begun.</summary>
    public bool TryRevoke(Job job) =>
        ReferenceEquals(Volatile.Read(ref _work), job) && ReferenceEquals(Interlocked.CompareExchange(ref _work, null, job), job);

    /// <summary>Lets a sleeping thread look whether it should end.</summary>
    public void Wake() => _called.Set();

    private void Start()
    {
        try
        {
            new Thread(Loop) { IsBackground = true, Name = $"DslNet worker {number}" }.UnsafeStart();
        }
        catch
        {
            // Another call may try again; the job is taken back by whoever assigned it.
            Volatile.Write(ref _thread, NoThread);
            throw;
        }
    }

    private void Loop()
    {
        while (WaitForWork())
            Work();
    }

    /// <summary>
    /// Does what was assigned. A method of its own, never part of the loop: the loop's frame would otherwise keep the last job alive, and with
    /// it the assembly of a network that is to be unloaded.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Work()
    {
        if (Volatile.Read(ref _work) is not Job job || !ReferenceEquals(Interlocked.CompareExchange(ref _work, s_busy, job), job))
            return;
        job.Help();

        // Idle before the caller goes on, so that its next division finds this thread.
        Volatile.Write(ref _work, null);
        job.Leave();
    }

    /// <summary>Whether there is work; if not, this thread is to end.</summary>
    private bool WaitForWork()
    {
        if (SpinThenSleep.Spin(static worker => Volatile.Read(ref worker._work) is not null, this))
            return true;
        Interlocked.Exchange(ref _thread, Asleep);
        while (Volatile.Read(ref _work) is null)
        {
            bool called = _called.WaitOne(WorkerPool.LongestIdleness);
            if ((!called || WorkerPool.LongestIdleness == 0) && TryEnd())
                return false;
        }

        Volatile.Write(ref _thread, Awake);
        return true;
    }

    /// <summary>Ends this thread, unless work came in between; then whoever is first, this thread or the one that assigned it, sees to it.</summary>
    private bool TryEnd()
    {
        if (Volatile.Read(ref _work) is not null)
            return false;
        Interlocked.Exchange(ref _thread, NoThread);
        return Volatile.Read(ref _work) is null || Interlocked.CompareExchange(ref _thread, Asleep, NoThread) != NoThread;
    }
}
