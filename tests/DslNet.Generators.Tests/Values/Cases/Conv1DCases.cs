using DslNet.Generators.Tests.Oracle;
using DslNet.Generators.Tests.Oracle.Layers;
using static DslNet.Generators.Tests.Values.Cases.Batches;
using static DslNet.Generators.Tests.Values.ValueCase;

namespace DslNet.Generators.Tests.Values.Cases;

/// <summary>Conv1D: strides, paddings, kernels, tiles, and vectors along positions.</summary>
internal static class Conv1DCases
{
    private const int Same = WindowRange.Same;

    public static void AddTo(Dictionary<string, ValueCase> cases)
    {
        cases.Add("Conv1D 1", Of(Small, Extent.Signal(1, 1), new Conv1D(1, 1)));
        cases.Add("Conv1D 3", Of(Many, Extent.Signal(1, 9), new Conv1D(3, 3)));
        cases.Add("Conv1D 3 padded", Of(Small, Extent.Signal(3, 7), new Conv1D(7, 3, padding: 1)));
        cases.Add("Conv1D 3 padded by 2", Of(Small, Extent.Signal(2, 4), new Conv1D(9, 3, padding: 2, bias: false)));
        cases.Add("Conv1D 5", Of([1, 3], Extent.Signal(6, 29), new Conv1D(17, 5)));
        cases.Add("Conv1D, whole signal", Of(Small, Extent.Signal(3, 7), new Conv1D(17, 7)));
        cases.Add("Conv1D, stride 2", Of(Small, Extent.Signal(3, 18), new Conv1D(5, 3, stride: 2)));
        cases.Add("Conv1D, stride 2 padded", Of(Small, Extent.Signal(3, 20), new Conv1D(8, 4, stride: 2, padding: 1)));
        cases.Add("Conv1D, stride beyond kernel", Of(Small, Extent.Signal(2, 23), new Conv1D(4, 2, stride: 5, padding: 1)));
        cases.Add("Conv1D, stride 3 of 7", Of(Small, Extent.Signal(1, 37), new Conv1D(3, 7, stride: 3, padding: 1, bias: false)));
        cases.Add("Conv1D, same", Of(Small, Extent.Signal(3, 13), new Conv1D(7, 3, padding: Same)));
        cases.Add("Conv1D, same, even kernel", Of(Small, Extent.Signal(2, 12), new Conv1D(3, 4, padding: Same)));
        cases.Add("Conv1D, same, stride 3", Of(Small, Extent.Signal(2, 20), new Conv1D(3, 5, stride: 3, padding: Same, bias: false)));
        cases.Add("Conv1D, same, kernel beyond signal", Of(Small, Extent.Signal(1, 3), new Conv1D(3, 7, padding: Same)));
        cases.Add("Conv1D, wide kernel", Of(Few, Extent.Signal(2, 61), new Conv1D(17, 25, padding: Same)));
        cases.Add("Conv1D, long", Of([1, 3], Extent.Signal(1, 400), new Conv1D(16, 40, stride: 8), Activation.ReLU(), new Conv1D(24, 3, padding: 1)));
        cases.Add("Conv1D, 33 channels", Of([1, 7], Extent.Signal(33, 6), new Conv1D(33, 2)));
        cases.Add("Conv1D, several", Of(
            [1, 3, 130], Extent.Signal(2, 14), new Conv1D(5, 3, padding: 1), Activation.Tanh(), new Conv1D(52, 3, stride: 2), Activation.ReLU(), new Conv1D(9, 2), new Flatten(), new Dense(3)));
        cases.Add("Conv1D without loss", new(new OracleNetwork(Extent.Signal(1, 17), [new Conv1D(6, 5)], null, inputGradient: false), Few));
        foreach (int filters in (int[])[1, 4, 7, 8])
        {
            foreach (int outputs in (int[])[8, 17, 33])
                cases.Add($"Conv1D along {outputs} positions, {filters} filters", OnTheWayIn(Few, Extent.Signal(2, outputs + 2), new Conv1D(filters, 3), Activation.Tanh()));
        }
    }
}
