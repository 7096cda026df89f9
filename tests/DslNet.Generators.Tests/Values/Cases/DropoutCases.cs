using DslNet.Generators.Tests.Oracle;
using DslNet.Generators.Tests.Oracle.Layers;
using static DslNet.Generators.Tests.Values.Cases.Batches;
using static DslNet.Generators.Tests.Values.ValueCase;

namespace DslNet.Generators.Tests.Values.Cases;

/// <summary>Dropout outside of training; what it does in training has tests of its own.</summary>
internal static class DropoutCases
{
    public static void AddTo(Dictionary<string, ValueCase> cases)
    {
        cases.Add("Dropout", new(
            new(Extent.Vector(9), [new Dense(17), new Dropout(0.5), Activation.ReLU(), new Dense(3)], null, inputGradient: false), Few));
        cases.Add("Dropout of nothing", Of(Few, Extent.Image(3, 4, 5), new Conv2D(9, 2, 2), new Dropout(0), Activation.ReLU(), new Dropout(0), new Flatten(), new Dense(2)));
        cases.Add("Dropout of an image first", Of(Few, Extent.Image(3, 3, 2), new Dropout(0), new Flatten(), new Dense(5)));
    }
}
