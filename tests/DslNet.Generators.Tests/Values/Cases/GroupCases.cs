using DslNet.Generators.Tests.Oracle;
using DslNet.Generators.Tests.Oracle.Layers;
using static DslNet.Generators.Tests.Values.Cases.Batches;
using static DslNet.Generators.Tests.Values.ValueCase;

namespace DslNet.Generators.Tests.Values.Cases;

/// <summary>Convolutions of several groups: groups that fill panels, in inputs, in outputs, in both or in none.</summary>
internal static class GroupCases
{
    public static void AddTo(Dictionary<string, ValueCase> cases)
    {
        foreach ((int channels, int filters, int groups) in new[] { (4, 4, 2), (6, 15, 3), (16, 16, 2), (32, 48, 2), (32, 10, 2), (10, 32, 2), (60, 60, 3), (64, 64, 8), (104, 104, 13), (34, 100, 2) })
        {
            cases.Add($"Conv1D, {groups} groups, {channels} channels, {filters} filters", Of(Few, Extent.Signal(channels, 7), new Conv1D(filters, 3, padding: 1, groups: groups)));
            cases.Add(
                $"Conv2D, {groups} groups, {channels} channels, {filters} filters, behind an activation",
                Of(Few, Extent.Image(channels, 3, 4), Activation.Tanh(), new Conv2D(filters, 2, 3, padding: 1, bias: false, groups: groups), Activation.ReLU(), new Conv2D(3, 1, 1)));
        }

        cases.Add("Conv2D, groups of the caller's image", OnTheWayIn(Few, Extent.Image(6, 5, 9), new Conv2D(8, 3, 3, groups: 2), Activation.Tanh()));
        cases.Add("Conv2D, groups with stride and dilation", Of(Small, Extent.Image(4, 9, 8), new Conv2D(16, 3, 2, stride: 2, padding: 1, groups: 2, dilation: 2)));
        cases.Add("Conv2D, groups, many samples", Of(Many, Extent.Image(4, 3, 3), new Conv2D(6, 2, 2, groups: 2), Activation.ReLU(), new Conv2D(16, 1, 1, groups: 2), new GlobalAvgPool()));
        cases.Add("Conv2D, groups at one position", Of(Few, Extent.Image(6, 1, 1), new Conv2D(9, 1, 1, groups: 3)));
        cases.Add("Conv2D, groups before a pooling", Of(Few, Extent.Image(2, 8, 20), new Conv2D(6, 3, 3, groups: 2), Activation.ReLU(), new MaxPool2D(2, 2)));
        cases.Add("Conv2D, groups of an image that others read", Of(
            Few, Extent.Image(4, 4, 4), Activation.Tanh(), new Conv2D(4, 3, 3, padding: 1, groups: 2), new Add { Inputs = [2, 1] }));
    }
}
