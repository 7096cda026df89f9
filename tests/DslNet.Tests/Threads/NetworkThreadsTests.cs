using Xunit;

namespace DslNet.Tests.Threads;

public class NetworkThreadsTests
{
    [Fact]
    public void There_are_as_many_as_processors_unless_said_otherwise() =>
        Assert.Equal(Environment.ProcessorCount, NetworkThreads.Count);

    [Theory]
    [InlineData(0), InlineData(2 * NetworkThreads.LeastAwake - 1)]
    public void Small_calls_stay_on_their_thread(long multiplyAdds) =>
        Assert.Equal(ThreadCount.One, NetworkThreads.For(multiplyAdds));

    [Fact]
    public void Calls_too_small_to_wake_a_thread_use_those_that_are_awake() =>
        Assert.Equal(new ThreadCount(Math.Min(NetworkThreads.Count, (int)(2 * NetworkThreads.LeastAsleep / NetworkThreads.LeastAwake) - 1), 1), NetworkThreads.For(2 * NetworkThreads.LeastAsleep - 1));

    [Fact]
    public void Large_calls_use_all_threads() =>
        Assert.Equal(new ThreadCount(NetworkThreads.Count, NetworkThreads.Count), NetworkThreads.For(long.MaxValue));
}
