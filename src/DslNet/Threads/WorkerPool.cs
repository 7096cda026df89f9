using System.Runtime.Loader;

namespace DslNet;

/// <summary>
/// All workers of the process: as many as were ever wanted at once by one caller. Their threads live as long as the process, unless this
/// library was loaded to be unloaded again: a thread in its code would keep it for ever.
/// </summary>
internal static class WorkerPool
{
    /// <summary>How long threads stay idle in a library that may be unloaded. It also ends those that were started after the unloading had begun.</summary>
    private const int IdleMilliseconds = 1000;

    private static readonly Lock s_growing = new();
    private static Worker[] s_workers = [];
    private static int s_longestIdleness = LongestIdlenessAtFirst();

    /// <summary>For how many milliseconds a thread waits for work before it ends.</summary>
    public static int LongestIdleness => Volatile.Read(ref s_longestIdleness);

    /// <summary>Calls idle workers to a job, first those that are awake; those that help others stay there.</summary>
    public static void Assign(Job job, ThreadCount threads)
    {
        Worker[] workers = Volatile.Read(ref s_workers);
        if (workers.Length < threads.Asleep - 1)
            workers = Grow(threads.Asleep - 1);
        int helpers = Assign(job, workers, threads.Awake - 1, wake: false);
        Assign(job, workers, threads.Asleep - 1 - helpers, wake: true);
    }

    /// <summary>Sends those away that have not begun.</summary>
    public static void Revoke(Job job)
    {
        foreach (Worker worker in Volatile.Read(ref s_workers))
        {
            if (worker.TryRevoke(job))
                job.AddHelpers(-1);
        }
    }

    private static int LongestIdlenessAtFirst()
    {
        if (AssemblyLoadContext.GetLoadContext(typeof(WorkerPool).Assembly) is not { IsCollectible: true } context)
            return Timeout.Infinite;
        context.Unloading += static _ => EndThreads();
        return IdleMilliseconds;
    }

    /// <summary>From now on every thread ends as soon as it is idle.</summary>
    private static void EndThreads()
    {
        Volatile.Write(ref s_longestIdleness, 0);
        foreach (Worker worker in Volatile.Read(ref s_workers))
            worker.Wake();
    }

    private static int Assign(Job job, Worker[] workers, int most, bool wake)
    {
        int assigned = 0;
        for (int i = 0; i < workers.Length && assigned < most; i++)
        {
            // Counted before, since it may have left by the time that it is known to be assigned.
            job.AddHelpers(1);
            if (workers[i].TryAssign(job, wake))
                assigned++;
            else
                job.AddHelpers(-1);
        }

        return assigned;
    }

    private static Worker[] Grow(int count)
    {
        lock (s_growing)
        {
            Worker[] workers = s_workers;
            if (workers.Length < count)
            {
                workers = [.. workers, .. Enumerable.Range(workers.Length, count - workers.Length).Select(number => new Worker(number + 1))];
                Volatile.Write(ref s_workers, workers);
            }

            return workers;
        }
    }
}
