namespace DslNet;

/// <summary>All workers of the process: as many as were ever wanted at once by one caller. They live as long as the process.</summary>
internal static class WorkerPool
{
    private static readonly Lock s_growing = new();
    private static Worker[] s_workers = [];

    /// <summary>Calls up to so many idle workers to a job; those that help others stay there.</summary>
    public static void Assign(Job job, int helpers)
    {
        Worker[] workers = Volatile.Read(ref s_workers);
        if (workers.Length < helpers)
            workers = Grow(helpers);
        job.AddHelpers(helpers);
        int assigned = 0;
        for (int i = 0; i < workers.Length && assigned < helpers; i++)
        {
            if (workers[i].TryAssign(job))
                assigned++;
        }

        if (assigned < helpers)
            job.AddHelpers(assigned - helpers);
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
