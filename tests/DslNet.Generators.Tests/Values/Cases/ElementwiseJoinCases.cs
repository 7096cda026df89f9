using DslNet.Generators.Tests.Oracle;
using DslNet.Generators.Tests.Oracle.Layers;
using static DslNet.Generators.Tests.Values.Cases.Batches;
using static DslNet.Generators.Tests.Values.ValueCase;

namespace DslNet.Generators.Tests.Values.Cases;

/// <summary>Add, Multiply and Subtract.</summary>
internal static class ElementwiseJoinCases
{
    public static void AddTo(Dictionary<string, ValueCase> cases)
    {
        cases.Add("Add", Of(Few, Extent.Vector(7), new Dense(7), Activation.ReLU(), new Dense(7), new Add { Inputs = [3, 1] }, Activation.Tanh()));
        cases.Add("Add of the input", Of(Few, Extent.Image(3, 5, 5), new Conv2D(3, 3, 3, padding: 1), Activation.GELU(), new Add { Inputs = [2, 0, 1] }));
        cases.Add("Add of itself", Of(Few, Extent.Vector(3), new Dense(5), new Add { Inputs = [1, 1] }));
        cases.Add("Add of the input to itself", Of(Few, Extent.Image(3, 2, 3), new Add { Inputs = [0, 0] }, new Flatten()));
        AddTo(cases, "Add", () => new Add());
        cases.Add("Multiply", Of(Few, Extent.Vector(7), new Dense(7), Activation.Sigmoid(), new Dense(7), new Multiply { Inputs = [3, 2] }, Activation.Tanh()));
        cases.Add("Multiply of the input", Of(Few, Extent.Image(3, 5, 5), new Conv2D(3, 3, 3, padding: 1), Activation.GELU(), new Multiply { Inputs = [2, 0, 1] }));
        cases.Add("Multiply of itself", Of(Few, Extent.Vector(3), new Dense(5), new Multiply { Inputs = [1, 1] }));
        cases.Add("Multiply of itself thrice", Of(Few, Extent.Image(3, 2, 3), new Multiply { Inputs = [0, 0, 0] }, new Flatten(), new Dense(2)));
        AddTo(cases, "Multiply", () => new Multiply());
        cases.Add("Subtract", Of(Few, Extent.Vector(7), new Dense(7), Activation.ReLU(), new Dense(7), new Subtract { Inputs = [3, 1] }, Activation.Tanh()));
        cases.Add("Subtract of the input", Of(Few, Extent.Image(3, 5, 5), new Conv2D(3, 3, 3, padding: 1), Activation.GELU(), new Subtract { Inputs = [2, 0, 1] }));
        AddTo(cases, "Subtract", () => new Subtract());
    }

    /// <summary>Vectors of channels beside images.</summary>
    private static void AddTo(Dictionary<string, ValueCase> cases, string name, Func<OracleLayer> join)
    {
        cases.Add($"{name} of a vector and an image", Of(
            Few, Extent.Image(3, 5, 4), new Conv2D(11, 3, 3, padding: 1), Activation.SiLU(), new GlobalAvgPool(), new Dense(5), Activation.ReLU(), new Dense(11),
            Activation.Sigmoid(), With(join(), 7, 2), Activation.ReLU(), new Conv2D(2, 2, 2)));
        cases.Add($"{name} of an image and a vector", Of(
            Few, Extent.Image(2, 3, 1), new Conv2D(33, 1, 1), new GlobalAvgPool(), Activation.Tanh(), With(join(), 1, 3), new Flatten(), new Dense(3)));
        cases.Add($"{name} of images and vectors", Of(
            Few, Extent.Image(5, 3, 3), new Conv2D(5, 3, 3, padding: 1), new GlobalAvgPool { Inputs = [0] }, new Dense(5), With(join(), 3, 1, 2, 0, 3), Activation.Softplus()));
        cases.Add($"{name} of one position", Of(
            Few, Extent.Image(8, 1, 1), new Flatten(), new Dense(8), With(join(), 0, 2), Activation.Tanh()));
        cases.Add($"{name} of 49 channels", Of(
            [1, 3], Extent.Image(1, 6, 5), new Conv2D(49, 2, 2), new GlobalAvgPool(), Activation.Sigmoid(), With(join(), 1, 3), new GlobalAvgPool()));
    }

    private static OracleLayer With(OracleLayer join, params int[] inputs)
    {
        join.Inputs = inputs;
        return join;
    }
}
