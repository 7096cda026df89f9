using DslNet.Generators.Tests.Oracle;
using DslNet.Generators.Tests.Oracle.Layers;
using static DslNet.Generators.Tests.Values.Cases.Batches;
using static DslNet.Generators.Tests.Values.ValueCase;

namespace DslNet.Generators.Tests.Values.Cases;

/// <summary>Flatten: of the input, of an output, between layers, and read twice.</summary>
internal static class FlattenCases
{
    private const int Same = WindowRange.Same;

    public static void AddTo(Dictionary<string, ValueCase> cases)
    {
        cases.Add("Flatten", Of(Small, Extent.Image(3, 5, 7), new Flatten(), new Dense(7)));
        cases.Add("Flatten of an output", Of(Small, Extent.Image(3, 5, 7), new Conv2D(9, 2, 3), new Flatten()));
        cases.Add("Flatten between", Of(Small, Extent.Image(3, 5, 7), new Conv2D(9, 2, 3), new Flatten(), Activation.Tanh(), new Dense(2)));
        cases.Add("Flatten, twice read", Of(Small, Extent.Image(2, 3, 5), new Conv2D(2, 3, 5, padding: Same), new Flatten(), new Dense(30), new Add { Inputs = [3, 2] }));
        cases.Add("Flattened twice", Of(
            Few, Extent.Image(2, 4, 4), new Conv2D(3, 3, 3), new Flatten(), Activation.Tanh(), new Flatten { Inputs = [1] }, new Dense(12),
            new Add { Inputs = [5, 3] }));
    }
}
