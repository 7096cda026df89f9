using DslNet.Generators.Model;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Convolution.Groups;

/// <summary>The shape rule of convolutions of groups: they divide channels and filters.</summary>
internal static class DividedChannels
{
    /// <param name="groups">Groups.</param>
    /// <param name="filters">Filters.</param>
    /// <param name="input">What arrives.</param>
    /// <param name="problems">Receives what does not fit.</param>
    public static void Check(int groups, int filters, ShapedInput input, IShapeProblems problems)
    {
        int channels = input.Shape.Channels;
        if (channels % groups == 0 && filters % groups == 0)
            return;
        string counted = NumberText.Counted(groups, "group"), fitting = string.Join(", ", Divisors.OfBoth(channels, filters).Select(divisor => NumberText.Of(divisor)));
        if (channels % groups != 0)
            problems.Report(RuleIds.GroupsDoNotDivide, "Groups", problems.LayerName, counted, input.Producer, input.Shape, NumberText.Of(channels), fitting);
        else
            problems.Report(RuleIds.GroupsDoNotDivideFilters, "Groups", problems.LayerName, counted, NumberText.Counted(filters, "filter"), Nearest(filters, groups), fitting);
    }

    /// <summary>The numbers of filters next to the one declared that the groups divide.</summary>
    private static string Nearest(int filters, int groups)
    {
        long below = filters / groups * (long)groups, above = below + groups;
        return below == 0 ? NumberText.Of(above) : $"{NumberText.Of(below)} or {NumberText.Of(above)}";
    }
}
