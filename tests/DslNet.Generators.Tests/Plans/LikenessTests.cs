using DslNet.Generators.Operations;

namespace DslNet.Generators.Tests.Plans;

/// <summary>What was found equal stays so, whichever were compared.</summary>
public sealed class LikenessTests
{
    [Fact]
    public void Sets_that_are_joined_are_one()
    {
        Likeness[] all = [.. Enumerable.Range(0, 6).Select(_ => new Likeness())];
        all[3].Join(all[4]);
        all[1].Join(all[2]);
        Assert.False(all[4].IsThatOf(all[2]));
        all[4].Join(all[1]);
        all[1].Join(all[3]);
        foreach (Likeness one in all[1..5])
            Assert.All(all[1..5], other => Assert.True(one.IsThatOf(other)));
        Assert.False(all[0].IsThatOf(all[4]));
        Assert.False(all[5].IsThatOf(all[0]));
    }

    [Fact]
    public void Sets_joined_by_several_threads_end()
    {
        Likeness[] all = [.. Enumerable.Range(0, 200).Select(_ => new Likeness())];
        Parallel.For(0, 4, thread =>
        {
            for (int i = 1; i < all.Length; i++)
                all[(i * (thread + 7)) % all.Length].Join(all[(i * (thread + 11)) % all.Length]);
        });
        foreach (Likeness one in all)
            one.Join(all[0]);
        Assert.All(all, one => Assert.True(one.IsThatOf(all[199])));
    }
}
