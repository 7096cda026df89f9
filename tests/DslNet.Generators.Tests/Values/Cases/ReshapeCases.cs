using DslNet.Generators.Tests.Oracle;
using DslNet.Generators.Tests.Oracle.Layers;
using static DslNet.Generators.Tests.Values.Cases.Batches;
using static DslNet.Generators.Tests.Values.ValueCase;

namespace DslNet.Generators.Tests.Values.Cases;

/// <summary>Reshape.</summary>
internal static class ReshapeCases
{
    public static void AddTo(Dictionary<string, ValueCase> cases)
    {
        cases.Add("Reshape to an image", Of(Few, Extent.Vector(4), new Dense(42), Activation.ReLU(), new Reshape(Extent.Image(3, 2, 7)), new Conv2D(5, 2, 2), new Flatten(), new Dense(2)));
        cases.Add("Reshape to an image at the end", Of(Few, Extent.Vector(4), new Dense(40), new Reshape(Extent.Image(5, 4, 2))));
        cases.Add("Reshape of the input", Of(Few, Extent.Vector(24), new Reshape(Extent.Image(2, 3, 4)), new Conv2D(3, 2, 2)));
        cases.Add("Reshape of the input's image", Of(Few, Extent.Image(2, 3, 4), new Reshape(Extent.Image(3, 2, 4)), new Conv2D(3, 2, 2)));
        cases.Add("Reshape to the same channels", Of(
            Few, Extent.Image(2, 4, 4), new Conv2D(11, 1, 1), Activation.Tanh(), new Reshape(Extent.Image(11, 8, 2)), new Conv2D(3, 3, 2), new Flatten(), new Dense(3)));
        cases.Add("Reshape to other channels", Of(
            Few, Extent.Image(2, 4, 4), new Conv2D(6, 1, 1), Activation.SiLU(), new Reshape(Extent.Image(12, 2, 4)), new Conv2D(3, 2, 2), Activation.Tanh(), new Reshape(Extent.Image(1, 3, 3))));
        cases.Add("Reshape to a vector", Of(Few, Extent.Image(2, 4, 3), new Conv2D(5, 2, 2), Activation.Tanh(), new Reshape(Extent.Vector(30)), new Dense(4)));
        cases.Add("Reshape to a vector that is copied", Of(Few, Extent.Image(2, 4, 3), new Conv2D(5, 2, 2), new Reshape(Extent.Vector(30)), Activation.SiLU(), new Reshape(Extent.Image(30, 1, 1)), new Conv2D(2, 1, 1)));
        cases.Add("Reshape, read twice", Of(
            Few, Extent.Image(4, 2, 2), new Conv2D(8, 1, 1), new Reshape(Extent.Image(4, 4, 2)), new Conv2D(3, 1, 1) { Inputs = [1] }, new GlobalAvgPool(),
            new GlobalAvgPool { Inputs = [2] }, new Concat { Inputs = [5, 4] }, new Dense(2)));
        cases.Add("Reshape of 128 values", Of(Few, Extent.Vector(3), new Dense(128), new Reshape(Extent.Image(128, 1, 1)), new Conv2D(4, 1, 1)));
    }
}
