using DslNet.Generators.Tests.Oracle;
using DslNet.Generators.Tests.Oracle.Layers;
using static DslNet.Generators.Tests.Values.Cases.Batches;
using static DslNet.Generators.Tests.Values.ValueCase;

namespace DslNet.Generators.Tests.Values.Cases;

/// <summary>Slice.</summary>
internal static class SliceCases
{
    public static void AddTo(Dictionary<string, ValueCase> cases)
    {
        cases.Add("Slice", Of(Few, Extent.Vector(5), new Dense(19), Activation.Tanh(), new Slice(3, 9), new Dense(2)));
        cases.Add("Slice of the first values", Of(Few, Extent.Vector(5), new Dense(16), new Slice(0, 8)));
        cases.Add("Slice of the last value", Of(Few, Extent.Vector(17), new Slice(16, 1), new Dense(2)));
        cases.Add("Slice of an image", Of(Few, Extent.Image(3, 5, 4), new Conv2D(11, 2, 2), Activation.ReLU(), new Slice(2, 5), new Conv2D(2, 2, 2)));
        cases.Add("Slice of all", Of(Few, Extent.Image(3, 2, 3), new Slice(0, 3)));
        cases.Add("Slice, read twice", Of(
            Few, Extent.Image(2, 3, 3), new Conv2D(9, 1, 1), new Slice(0, 5), new Slice(3, 5) { Inputs = [1] }, new Multiply { Inputs = [2, 3] }, new Flatten(), new Dense(3)));
        cases.Add("Slice, beside others", Of(Few, Extent.Vector(6), new Dense(20), new Slice(7, 6), new Concat { Inputs = [2, 1, 0] }, new Dense(3)));
    }
}
