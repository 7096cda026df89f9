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
        cases.Add("Concat at the end", Of(Few, Extent.Image(2, 3, 3), new MaxPool2D(2, 2, stride: 1), new AvgPool2D(2, 2, stride: 1) { Inputs = [0] }, new Concat { Inputs = [2, 1] }));
    }
}
