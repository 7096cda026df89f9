using DslNet.Generators.Tests.Oracle.Layers;

namespace DslNet.Generators.Tests.Values.Cases;

/// <summary>AvgPool2D, with padding that counts and that does not.</summary>
internal static class AvgPool2DCases
{
    public static void AddTo(Dictionary<string, ValueCase> cases)
    {
        PoolingCases.Add(cases, "AvgPool2D", (height, width, stride, padding, ceil) => new AvgPool2D(height, width, stride, padding, ceil));
        PoolingCases.Add(cases, "AvgPool2D without padding", (height, width, stride, padding, ceil) => new AvgPool2D(height, width, stride, padding, ceil, countIncludePad: false));
    }
}
