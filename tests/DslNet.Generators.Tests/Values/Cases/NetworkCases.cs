using DslNet.Generators.Tests.Oracle;
using DslNet.Generators.Tests.Oracle.Layers;
using static DslNet.Generators.Tests.Values.Cases.Batches;
using static DslNet.Generators.Tests.Values.ValueCase;

namespace DslNet.Generators.Tests.Values.Cases;

/// <summary>Networks of several kinds of layers together.</summary>
internal static class NetworkCases
{
    private const int Same = WindowRange.Same;

    public static void AddTo(Dictionary<string, ValueCase> cases)
    {
        cases.Add("Branches", Of(
            Few, Extent.Image(2, 5, 5), new Conv2D(4, 3, 3), Activation.ReLU(), new Conv2D(3, 1, 1), Activation.Tanh(),
            new Conv2D(5, 3, 3, padding: Same) { Inputs = [2] }, new Concat { Inputs = [5, 4] }, new GlobalAvgPool(), new Dense(3)));
        cases.Add("The input read three times", Of(
            Few, Extent.Vector(7), new Dense(3), new Dense(3, bias: false) { Inputs = [0] }, Activation.Sigmoid(), new Add { Inputs = [3, 1] }, new Concat { Inputs = [4, 0] }));
        cases.Add("LeNet", Of(
            [1, 3, 33], Extent.Image(1, 12, 12), new Conv2D(6, 3, 3), Activation.ReLU(), new MaxPool2D(2, 2), new Conv2D(16, 2, 2), Activation.ReLU(),
            new MaxPool2D(2, 2), new Flatten(), new Dense(30), Activation.ReLU(), new Dense(10)));
    }
}
