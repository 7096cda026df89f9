using DslNet.Generators.Tests.Oracle;
using DslNet.Generators.Tests.Oracle.Layers;
using static DslNet.Generators.Tests.Values.Cases.Batches;
using static DslNet.Generators.Tests.Values.ValueCase;

namespace DslNet.Generators.Tests.Values.Cases;

/// <summary>Add.</summary>
internal static class AddCases
{
    public static void AddTo(Dictionary<string, ValueCase> cases)
    {
        cases.Add("Add", Of(Few, Extent.Vector(7), new Dense(7), Activation.ReLU(), new Dense(7), new Add { Inputs = [3, 1] }, Activation.Tanh()));
        cases.Add("Add of the input", Of(Few, Extent.Image(3, 5, 5), new Conv2D(3, 3, 3, padding: 1), Activation.GELU(), new Add { Inputs = [2, 0, 1] }));
        cases.Add("Add of itself", Of(Few, Extent.Vector(3), new Dense(5), new Add { Inputs = [1, 1] }));
        cases.Add("Add of the input to itself", Of(Few, Extent.Image(3, 2, 3), new Add { Inputs = [0, 0] }, new Flatten()));
    }
}
