using DslNet.Generators.Tests.Oracle;
using DslNet.Generators.Tests.Oracle.Layers;
using static DslNet.Generators.Tests.Values.Cases.Batches;
using static DslNet.Generators.Tests.Values.ValueCase;

namespace DslNet.Generators.Tests.Values.Cases;

/// <summary>Concat.</summary>
internal static class ConcatCases
{
    public static void AddTo(Dictionary<string, ValueCase> cases)
    {
        cases.Add("Concat", Of(Few, Extent.Vector(3), new Dense(7), Activation.SiLU(), new Dense(9), new Concat { Inputs = [3, 2, 0] }, new Dense(5)));
        cases.Add("Concat of images", Of(Few, Extent.Image(3, 4, 5), new Conv2D(5, 3, 3, padding: 1), Activation.ReLU(), new Concat { Inputs = [2, 0, 1] }, new Conv2D(2, 2, 2)));
        cases.Add("Concat of itself", Of(Few, Extent.Image(1, 2, 3), new Conv2D(3, 1, 1), new Concat { Inputs = [1, 1, 1] }, new Flatten(), new Dense(2)));
        foreach (string axis in new[] { "Height", "Width" })
        {
            foreach (int channels in new[] { 1, 5, 8, 17, 52 })
            {
                cases.Add($"Concat along {axis}, {channels} channels", Of(
                    Few, Extent.Image(2, 3, 5), new Conv2D(channels, 1, 1), Activation.Tanh(), new Conv2D(channels, axis == "Height" ? 2 : 1, axis == "Height" ? 1 : 3),
                    new Concat(axis) { Inputs = [3, 2] }, Activation.Sigmoid(), new Conv2D(3, 2, 2)));
            }

            cases.Add($"Concat along {axis}, of the caller's image twice", OnTheWayIn(
                Few, Extent.Image(3, 2, 4), new Conv2D(3, 1, 1), new Concat(axis) { Inputs = [1, 0, 0] }, new Conv2D(2, 2, 2)));
            cases.Add($"Concat along {axis}, with a gradient of the input, at the end", Of(Few, Extent.Image(3, 2, 4), Activation.Sigmoid(), new Concat(axis) { Inputs = [0, 1, 1] }));
        }

        cases.Add("Concat along the length", Of(
            Few, Extent.Signal(3, 9), new Conv1D(6, 3), Activation.ReLU(), new MaxPool1D(2), new Concat("Length") { Inputs = [3, 2] }, new Conv1D(4, 3), new Flatten(), new Dense(2)));
        cases.Add("Concat at the end", Of(Few, Extent.Image(2, 3, 3), new MaxPool2D(2, 2, stride: 1), new AvgPool2D(2, 2, stride: 1) { Inputs = [0] }, new Concat { Inputs = [2, 1] }));
    }
}
