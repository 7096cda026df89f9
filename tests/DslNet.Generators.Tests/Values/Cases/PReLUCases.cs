using DslNet.Generators.Tests.Oracle;
using DslNet.Generators.Tests.Oracle.Layers;
using DslNet.Generators.Tests.Oracle.Losses;
using static DslNet.Generators.Tests.Values.Cases.Batches;
using static DslNet.Generators.Tests.Values.ValueCase;

namespace DslNet.Generators.Tests.Values.Cases;

/// <summary>PReLU, beyond what every activation is tried with: numbers of channels around vectors and panels, and of rows around partial sums.</summary>
internal static class PReLUCases
{
    public static void AddTo(Dictionary<string, ValueCase> cases)
    {
        foreach (bool perChannel in new[] { false, true })
        {
            string name = perChannel ? "PReLU per channel" : "PReLU";
            foreach (int features in new[] { 1, 8, 9, 16, 21, 33, 43, 64, 100 })
                cases.Add($"{name}, {features} features", Of(Small, Extent.Vector(features), new PReLU(perChannel)));
            foreach ((int channels, int height, int width) in new[] { (1, 1, 1), (3, 1, 2), (4, 1, 3), (5, 2, 2), (12, 1, 5), (17, 3, 5), (37, 2, 3) })
                cases.Add($"{name}, an image of {channels}×{height}×{width}", Of(Small, Extent.Image(channels, height, width), new PReLU(perChannel)));
            cases.Add($"{name}, many samples", Of(Many, Extent.Vector(9), new Dense(21), new PReLU(perChannel), new Dense(3)));
            cases.Add($"{name}, many samples of an image", Of(Many, Extent.Image(2, 3, 4), new PReLU(perChannel), new Conv2D(3, 2, 2), new PReLU(perChannel)));
            cases.Add($"{name} behind an activation", Of(Few, Extent.Vector(7), new Dense(19), Activation.Tanh(), new PReLU(perChannel), new Dense(2)));
            cases.Add($"{name} before a pooling", Of(Few, Extent.Image(1, 8, 34), new Conv2D(3, 3, 3), new PReLU(perChannel), new MaxPool2D(2, 2), new Flatten(), new Dense(2)));
            cases.Add($"{name} twice read", Of(
                Few, Extent.Image(2, 3, 5), new Conv2D(11, 2, 2), new PReLU(perChannel), new PReLU(perChannel) { Inputs = [1] }, new Add { Inputs = [2, 3] }));
            cases.Add($"{name}, without input gradient", new(
                new OracleNetwork(Extent.Vector(11), [new PReLU(perChannel), new Dense(3)], ElementwiseLoss.MeanSquaredError(), inputGradient: false), Many));
            cases.Add($"{name}, an image without input gradient", new(
                new OracleNetwork(Extent.Image(11, 3, 3), [new PReLU(perChannel), new GlobalAvgPool()], ElementwiseLoss.MeanSquaredError(), inputGradient: false), Small));
        }
    }
}
