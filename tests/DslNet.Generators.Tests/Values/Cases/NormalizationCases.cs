using DslNet.Generators.Tests.Oracle;
using DslNet.Generators.Tests.Oracle.Layers;
using DslNet.Generators.Tests.Oracle.Losses;
using static DslNet.Generators.Tests.Values.Cases.Batches;
using static DslNet.Generators.Tests.Values.ValueCase;

namespace DslNet.Generators.Tests.Values.Cases;

/// <summary>Normalizations: numbers of channels around groups of eight, panels and unrolled loops, and of positions around pairs.</summary>
internal static class NormalizationCases
{
    private static readonly (string Name, Func<OracleLayer> Create)[] s_kinds =
    [
        ("LayerNorm", () => new LayerNorm()), ("LayerNorm per position", () => new LayerNorm(perPosition: true)),
        ("RMSNorm", () => new RMSNorm()), ("RMSNorm per position", () => new RMSNorm(perPosition: true)),
    ];

    private static readonly (string Name, Func<OracleLayer> Create)[] s_settings =
    [
        ("LayerNorm without bias", () => new LayerNorm(bias: false)), ("LayerNorm without weights", () => new LayerNorm(affine: false)),
        ("LayerNorm with epsilon", () => new LayerNorm(epsilon: 0.1f)), ("RMSNorm without weights", () => new RMSNorm(affine: false)),
        ("RMSNorm with epsilon", () => new RMSNorm(epsilon: 0.1f, perPosition: true)),
    ];

    public static void AddTo(Dictionary<string, ValueCase> cases)
    {
        AddGroups(cases);
        foreach ((string name, Func<OracleLayer> create) in s_kinds)
        {
            if (!name.EndsWith("position", StringComparison.Ordinal))
            {
                foreach (int features in new[] { 3, 7, 8, 9, 16, 21, 32, 33, 43, 52, 64, 100, 128 })
                    cases.Add($"{name}, {features} features", Of(Small, Extent.Vector(features), create()));
            }

            foreach ((int channels, int height, int width) in new[] { (3, 1, 2), (4, 1, 1), (5, 2, 2), (8, 3, 3), (12, 1, 5), (17, 3, 5), (33, 2, 2), (52, 2, 3), (64, 1, 3) })
                cases.Add($"{name}, an image of {channels}×{height}×{width}", Of(Small, Extent.Image(channels, height, width), create()));
            cases.Add($"{name}, many samples of an image", Of(Many, Extent.Image(2, 3, 4), new Conv2D(9, 2, 2), create(), new GlobalAvgPool()));
            cases.Add($"{name} before an activation in registers", Of(Few, Extent.Image(2, 3, 5), new Conv2D(11, 2, 2), create(), Activation.ReLU(), new Flatten(), new Dense(2)));
            cases.Add($"{name} before a long activation", Of(Few, Extent.Image(3, 2, 5), create(), Activation.Tanh(), new Conv2D(3, 1, 2)));
            cases.Add($"{name} before a pooling", Of(Few, Extent.Image(1, 8, 34), new Conv2D(3, 3, 3), create(), new MaxPool2D(2, 2), new Flatten(), new Dense(2)));
            cases.Add($"{name}, an image without input gradient", OnTheWayIn(Small, Extent.Image(11, 3, 3), create(), new GlobalAvgPool()));
        }

        foreach ((string name, Func<OracleLayer> create) in s_settings)
        {
            cases.Add($"{name}, a vector", Of(Few, Extent.Vector(21), create(), new Dense(3)));
            cases.Add($"{name}, an image", Of(Few, Extent.Image(19, 3, 3), create(), new GlobalAvgPool()));
            cases.Add($"{name}, behind weights", OnTheWayIn(Few, Extent.Vector(5), new Dense(19), create(), new Dense(3)));
        }

        foreach ((string name, Func<OracleLayer> create) in s_kinds.Where((_, i) => i % 2 == 0))
        {
            cases.Add($"{name}, many samples", Of(Many, Extent.Vector(9), new Dense(21), create(), new Dense(3)));
            cases.Add($"{name} behind an activation", Of(Few, Extent.Vector(7), new Dense(19), Activation.Tanh(), create(), new Dense(2)));
            cases.Add($"{name}, without input gradient", OnTheWayIn(Many, Extent.Vector(11), create(), new Dense(3)));
            cases.Add($"{name} before an activation", Of(Few, Extent.Vector(7), new Dense(19), create(), Activation.ReLU(), new Dense(2)));
            cases.Add($"{name} before a long activation in place", Of(Few, Extent.Vector(7), new Dense(40), create(), Activation.Sigmoid(), new Dense(2)));
            OracleLayer second = create();
            second.Inputs = [1];
            cases.Add($"{name} twice read", Of(Few, Extent.Image(2, 3, 5), new Conv2D(11, 2, 2), create(), second, new Add { Inputs = [2, 3] }));
        }
    }

    private static void AddGroups(Dictionary<string, ValueCase> cases)
    {
        foreach ((int groups, int channels, int height, int width) in new[] { (1, 3, 1, 2), (2, 6, 1, 1), (5, 5, 2, 2), (2, 12, 1, 5), (3, 51, 3, 5), (4, 64, 2, 2), (2, 32, 1, 1), (1, 17, 1, 3) })
        {
            foreach (bool affine in new[] { false, true })
            {
                cases.Add(
                    $"GroupNorm{(affine ? "" : " without weights")}, {groups} groups, an image of {channels}×{height}×{width}",
                    Of(Small, Extent.Image(channels, height, width), new GroupNorm(groups, affine: affine)));
            }
        }

        foreach ((int groups, int features) in new[] { (1, 9), (3, 21), (2, 48), (4, 128) })
            cases.Add($"GroupNorm, {groups} groups, {features} features", Of(Small, Extent.Vector(features), new GroupNorm(groups)));
        foreach ((int channels, int height, int width) in new[] { (1, 1, 3), (5, 2, 3), (8, 3, 3), (17, 3, 5) })
        {
            foreach (bool affine in new[] { false, true })
            {
                cases.Add(
                    $"InstanceNorm{(affine ? " with weights" : "")}, an image of {channels}×{height}×{width}",
                    Of(Small, Extent.Image(channels, height, width), new InstanceNorm(affine: affine)));
            }
        }

        foreach ((string name, Func<OracleLayer> create) in new (string, Func<OracleLayer>)[] { ("GroupNorm", () => new GroupNorm(3)), ("InstanceNorm", () => new InstanceNorm(0.1f, affine: true)) })
        {
            cases.Add($"{name}, many samples", Of(Many, Extent.Image(2, 3, 4), new Conv2D(9, 2, 2), create(), new GlobalAvgPool()));
            cases.Add($"{name} before an activation", Of(Few, Extent.Image(2, 3, 5), new Conv2D(12, 2, 2), create(), Activation.ReLU(), new Flatten(), new Dense(2)));
            cases.Add($"{name} before a long activation", Of(Few, Extent.Image(3, 2, 5), create(), Activation.Tanh(), new Conv2D(3, 1, 2)));
            cases.Add($"{name}, without input gradient", OnTheWayIn(Small, Extent.Image(12, 3, 3), create(), new GlobalAvgPool()));
            cases.Add($"{name} behind an activation", Of(Few, Extent.Image(2, 3, 5), new Conv2D(12, 2, 2), Activation.Tanh(), create(), new Flatten(), new Dense(2)));
        }
    }
}
