using Xunit;

namespace DslNet.Tests.Threads;

public class JobTests
{
    /// <summary>Far beyond what any machine takes: who waits so long waits for ever.</summary>
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(10);

    [Theory, InlineData(1, 1), InlineData(1, 8), InlineData(8, 1), InlineData(7, 3), InlineData(1000, 8)]
    public void Every_part_is_done_once(int count, int threads)
    {
        for (int round = 0; round < 200; round++)
        {
            int[] done = new int[count];
            CountingParts parts = new(done, new Participants(0));
            Job<CountingParts>.Run(ref parts, count, new(threads, threads));
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
        Job<CountingParts>.Run(ref parts, threads, new(threads, threads));
        Assert.Equal(threads, participants.Count);
    }

    /// <summary>What a thread writes in one step it finds near in the next.</summary>
    [Theory, InlineData(2), InlineData(4)]
    public void The_caller_begins_at_the_front_and_others_at_the_end(int threads)
    {
        int[] doneBy = [.. Enumerable.Repeat(-1, 1000)];
        NotingParts parts = new(doneBy, new Participants(threads));
        Job<NotingParts>.Run(ref parts, doneBy.Length, new(threads, threads));
        int callers = doneBy.TakeWhile(participant => participant == 0).Count();
        Assert.All(doneBy[callers..], participant => Assert.InRange(participant, 1, threads - 1));
    }

    [Fact]
    public void Work_inside_of_a_part_is_done_too()
    {
        int[] done = new int[4];
        NestedParts parts = new(done);
        Job<NestedParts>.Run(ref parts, 4, new(4, 4));
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
                Job<CountingParts>.Run(ref parts, done.Length, new(4, 4));
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

    [Fact]
    public void One_thread_is_the_callers()
    {
        int[] done = new int[5];
        Participants participants = new(0);
        CountingParts parts = new(done, participants);
        for (int round = 0; round < 100; round++)
            Job<CountingParts>.Run(ref parts, done.Length, ThreadCount.One);
        Assert.Equal(100, participants.Count);
        Assert.All(done, times => Assert.Equal(100, times));
    }

    [Theory, InlineData(0), InlineData(1)]
    public void What_a_part_throws_reaches_the_caller(int thrower)
    {
        for (int round = 0; round < 20; round++)
        {
            // Whichever thread it is that throws, the other one does the rest.
            Participants participants = new(2);
            int[] done = new int[50];
            FailingParts failing = new(done, participants, thrower);
            string? message = null;
            try
            {
                Job<FailingParts>.Run(ref failing, done.Length, new(2, 2));
            }
            catch (FormatException exception)
            {
                message = exception.Message;
            }

            Assert.Equal($"participant {thrower}", message);
            Assert.All(done, times => Assert.Equal(1, times));

            CountingParts parts = new(done, new Participants(0));
            Job<CountingParts>.Run(ref parts, done.Length, new(2, 2));
            Assert.All(done, times => Assert.Equal(2, times));
        }
    }

    [Fact]
    public void An_interrupted_caller_stays_until_its_helpers_have_left()
    {
        using ManualResetEventSlim release = new();
        using CountdownEvent began = new(2);
        Exception? thrown = null;
        Thread caller = new(() =>
        {
            WaitingParts parts = new(began, release);
            try
            {
                Job<WaitingParts>.Run(ref parts, 2, new(2, 2));
            }
            catch (ThreadInterruptedException exception)
            {
                thrown = exception;
            }
        });
        caller.Start();
        Assert.True(began.Wait(s_limit, TestContext.Current.CancellationToken));
        caller.Interrupt();
        Assert.False(caller.Join(TimeSpan.FromMilliseconds(200)));
        release.Set();
        Assert.True(caller.Join(s_limit));
        Assert.NotNull(thrown);
    }
}
