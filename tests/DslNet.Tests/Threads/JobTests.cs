using Xunit;

namespace DslNet.Tests.Threads;

public class JobTests
{
    [Theory, InlineData(1, 1), InlineData(1, 8), InlineData(8, 1), InlineData(7, 3), InlineData(1000, 8)]
    public void Every_part_is_done_once(int count, int threads)
    {
        for (int round = 0; round < 200; round++)
        {
            int[] done = new int[count];
            CountingParts parts = new(done, new Participants(0));
            Job<CountingParts>.Run(ref parts, count, threads);
            Assert.All(done, times => Assert.Equal(1, times));
        }
    }

    [Theory, InlineData(2), InlineData(5)]
    public void Other_threads_take_part(int threads)
    {
        // The calling thread waits in its first part until all have come: it cannot do the work alone.
        Participants participants = new(threads);
        int[] done = new int[threads];
        CountingParts parts = new(done, participants);
        Job<CountingParts>.Run(ref parts, threads, threads);
        Assert.Equal(threads, participants.Count);
    }

    [Fact]
    public void Work_inside_of_a_part_is_done_too()
    {
        int[] done = new int[4];
        NestedParts parts = new(done);
        Job<NestedParts>.Run(ref parts, 4, 4);
        Assert.All(done, times => Assert.Equal(3, times));
    }

    [Fact]
    public void Many_callers_share_the_workers()
    {
        int wrong = 0;
        Thread[] callers = [.. Enumerable.Range(0, 8).Select(_ => new Thread(() =>
        {
            for (int round = 0; round < 3000; round++)
            {
                int[] done = new int[5];
                CountingParts parts = new(done, new Participants(0));
                Job<CountingParts>.Run(ref parts, done.Length, 4);
                if (done.Any(times => times != 1))
                    Interlocked.Increment(ref wrong);
            }
        }))];
        foreach (Thread caller in callers)
            caller.Start();
        foreach (Thread caller in callers)
            caller.Join();
        Assert.Equal(0, wrong);
    }
}
