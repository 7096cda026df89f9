using Xunit;

namespace DslNet.Tests.Data;

public class SampleOrderTests
{
    [Theory, InlineData(0), InlineData(1), InlineData(2), InlineData(1000)]
    public void Every_sample_comes_once(int count)
    {
        int[] order = new int[count];
        SampleOrder.Shuffle(order, seed: 5);
        Assert.Equal(Enumerable.Range(0, count), order.Order());
    }

    [Fact]
    public void The_order_is_the_same_on_every_machine()
    {
        int[] order = new int[10];
        SampleOrder.Shuffle(order, seed: 7, epoch: 3);
        Assert.Equal([5, 2, 7, 1, 3, 8, 0, 6, 4, 9], order);
    }

    [Fact]
    public void Seeds_and_epochs_have_orders_of_their_own()
    {
        int[] one = new int[100], other = new int[100];
        SampleOrder.Shuffle(one, seed: 7, epoch: 1);
        SampleOrder.Shuffle(other, seed: 7, epoch: 2);
        Assert.NotEqual(one, other);
        SampleOrder.Shuffle(other, seed: 8, epoch: 1);
        Assert.NotEqual(one, other);
        SampleOrder.Shuffle(other, seed: 7, epoch: 1);
        Assert.Equal(one, other);
    }

    [Fact]
    public void Every_order_of_three_is_equally_likely()
    {
        var counts = new Dictionary<(int, int, int), int>();
        int[] order = new int[3];
        for (int seed = 0; seed < 60_000; seed++)
        {
            SampleOrder.Shuffle(order, seed);
            var key = (order[0], order[1], order[2]);
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        // The standard deviation of a count is 91; five of them.
        Assert.Equal(6, counts.Count);
        Assert.All(counts.Values, count => Assert.InRange(count, 10_000 - 456, 10_000 + 456));
    }

    [Fact]
    public void The_generator_is_the_published_one()
    {
        // The sequence of the reference implementation of SplitMix64 from the seed 1234567.
        var random = new SplitMix64(1234567);
        Assert.Equal(6457827717110365317UL, random.Next());
        Assert.Equal(3203168211198807973UL, random.Next());
        Assert.Equal(9817491932198370423UL, random.Next());
    }
}
