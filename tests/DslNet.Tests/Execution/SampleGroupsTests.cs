using DslNet.CompilerServices;
using Xunit;

namespace DslNet.Tests.Execution;

public class SampleGroupsTests
{
    [Theory]
    [InlineData(127, 1), InlineData(128, 2), InlineData(255, 2), InlineData(256, 4), InlineData(511, 4), InlineData(512, 8), InlineData(100_000, 8)]
    public void Parameters_that_are_used_often_have_groups_of_64_samples(int samples, int groups) =>
        Assert.Equal(groups, SampleGroups.OfGradients(samples, multiplyAdds: 4000, parameters: 1000));

    [Theory]
    [InlineData(127, 1), InlineData(128, 2), InlineData(511, 2), InlineData(512, 4), InlineData(1024, 8), InlineData(100_000, 8)]
    public void Others_have_groups_of_128_samples_but_at_least_two(int samples, int groups) =>
        Assert.Equal(groups, SampleGroups.OfGradients(samples, multiplyAdds: 3999, parameters: 1000));

    [Theory]
    [InlineData(2_000_000, 8), InlineData(3_000_000, 4), InlineData(16_000_000, 2), InlineData(17_000_000, 1)]
    public void Memory_limits_the_groups(int parameters, int groups) =>
        Assert.Equal(groups, SampleGroups.OfGradients(2048, multiplyAdds: parameters, parameters));

    [Theory]
    [InlineData(1, 1), InlineData(127, 1), InlineData(128, 2), InlineData(1000, 8), InlineData(1_000_000, 32)]
    public void Predictions_have_groups_of_64_samples_or_more(int samples, int groups) =>
        Assert.Equal(groups, SampleGroups.OfEvaluation(samples));

    [Theory, InlineData(129, 2), InlineData(1000, 8), InlineData(int.MaxValue, 32)]
    public void Groups_cover_all_samples_evenly(int samples, int groups)
    {
        Assert.Equal(0, SampleGroups.First(0, groups, samples));
        Assert.Equal(samples, SampleGroups.First(groups, groups, samples));
        for (int group = 0; group < groups; group++)
            Assert.InRange(SampleGroups.First(group + 1, groups, samples) - SampleGroups.First(group, groups, samples), samples / groups, samples / groups + 1);
    }

    [Theory, InlineData(1, 1), InlineData(256, 1), InlineData(257, 2), InlineData(7500, 30), InlineData(int.MaxValue, 8_388_608)]
    public void No_part_of_a_group_has_more_than_256_samples(int samples, int parts)
    {
        Assert.Equal(parts, SampleGroups.Parts(samples));
        Assert.InRange(SampleGroups.First(1, parts, samples), 1, SampleGroups.MostInPart);
        Assert.InRange(samples - SampleGroups.First(parts - 1, parts, samples), 1, SampleGroups.MostInPart);
    }
}
