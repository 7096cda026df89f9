using DslNet.Generators.Tests.Oracle.Layers;

namespace DslNet.Generators.Tests.Values.Cases;

/// <summary>AvgPool1D and AvgPool2D, with padding that counts and that does not.</summary>
internal static class AvgPoolCases
{
    public static void AddTo(Dictionary<string, ValueCase> cases)
    {
        PoolingCases.Add(cases, "AvgPool2D", (height, width, stride, padding, ceil) => new AvgPool2D(height, width, stride, padding, ceil));
        PoolingCases.Add(cases, "AvgPool2D without padding", (height, width, stride, padding, ceil) => new AvgPool2D(height, width, stride, padding, ceil, countIncludePad: false));
        PoolingCases.AddSignals(cases, "AvgPool1D", (kernel, stride, padding, ceil) => new AvgPool1D(kernel, stride, padding, ceil));
        PoolingCases.AddSignals(cases, "AvgPool1D without padding", (kernel, stride, padding, ceil) => new AvgPool1D(kernel, stride, padding, ceil, countIncludePad: false));
    }
}
