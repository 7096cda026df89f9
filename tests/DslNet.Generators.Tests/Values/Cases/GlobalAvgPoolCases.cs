using DslNet.Generators.Tests.Oracle;
using DslNet.Generators.Tests.Oracle.Layers;
using static DslNet.Generators.Tests.Values.Cases.Batches;
using static DslNet.Generators.Tests.Values.ValueCase;

namespace DslNet.Generators.Tests.Values.Cases;

/// <summary>GlobalAvgPool.</summary>
internal static class GlobalAvgPoolCases
{
    public static void AddTo(Dictionary<string, ValueCase> cases)
    {
        cases.Add("GlobalAvgPool", Of(Few, Extent.Image(17, 5, 7), new GlobalAvgPool()));
        cases.Add("GlobalAvgPool in between", Of(Many, Extent.Image(1, 4, 5), new Conv2D(9, 2, 2), Activation.ReLU(), new GlobalAvgPool(), new Dense(3)));
        cases.Add("GlobalAvgPool of one place", Of(Small, Extent.Image(3, 1, 1), new GlobalAvgPool()));
    }
}
