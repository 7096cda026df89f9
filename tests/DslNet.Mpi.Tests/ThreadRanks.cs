namespace DslNet.Mpi.Tests;

/// <summary>Ranks that are threads of one process.</summary>
internal sealed class ThreadRanks(int ranks)
{
    private readonly Barrier _barrier = new(ranks);
    private readonly byte[]?[] _sent = new byte[ranks][];

    /// <summary>Has each rank do something, and throws what one of them threw.</summary>
    public static void Run(int ranks, Action<ICommunicator> action)
    {
        ThreadRanks all = new(ranks);
        Exception? failure = null;
        Thread[] threads = [.. Enumerable.Range(0, ranks).Select(rank => new Thread(() =>
        {
            try
            {
                action(new Rank(all, rank, ranks));
            }
            catch (Exception exception)
            {
                Interlocked.CompareExchange(ref failure, exception, null);
            }
        }))];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();
        if (failure is not null)
            throw failure;
    }

    private sealed class Rank(ThreadRanks all, int rank, int ranks) : ICommunicator
    {
        int ICommunicator.Rank => rank;

        public int Ranks => ranks;

        public void AllGather(Span<byte> parts)
        {
            int length = parts.Length / ranks;
            all._sent[rank] = parts.Slice(rank * length, length).ToArray();
            all._barrier.SignalAndWait();
            for (int other = 0; other < ranks; other++)
                all._sent[other].CopyTo(parts[(other * length)..]);
            all._barrier.SignalAndWait();
        }
    }
}
