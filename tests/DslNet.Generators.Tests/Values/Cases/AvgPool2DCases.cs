using DslNet.Generators.Tests.Oracle.Layers;

namespace DslNet.Generators.Tests.Values.Cases;

/// <summary>AvgPool2D.</summary>
internal static class AvgPool2DCases
{
    public static void AddTo(Dictionary<string, ValueCase> cases) =>
        PoolingCases.Add(cases, "AvgPool2D", (height, width, stride, padding) => new AvgPool2D(height, width, stride, padding));
}
