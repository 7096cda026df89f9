using DslNet.Generators.Tests.Oracle;
using DslNet.Generators.Tests.Oracle.Layers;
using static DslNet.Generators.Tests.Values.Cases.Batches;
using static DslNet.Generators.Tests.Values.ValueCase;

namespace DslNet.Generators.Tests.Values.Cases;

/// <summary>Every activation, with each of its settings, in five places.</summary>
internal static class ActivationCases
{
    public static void AddTo(Dictionary<string, ValueCase> cases)
    {
        foreach ((string name, Func<OracleLayer> create) in TriedActivations.All)
        {
            cases.Add($"{name} after Dense", Of(Few, Extent.Vector(7), new Dense(17), create(), new Dense(3)));
            cases.Add($"{name} after Conv2D", Of(Few, Extent.Image(2, 5, 7), new Conv2D(3, 2, 3, padding: 1), create(), new Conv2D(2, 3, 3)));
            cases.Add($"{name} at the input of an image", Of(Small, Extent.Image(3, 5, 3), create(), new Conv2D(2, 2, 2)));
            cases.Add($"{name} alone", Of(Small, Extent.Vector(7), create()));

            // Read twice, so that it cannot be part of the layer before, and twice in a row.
            cases.Add($"{name} beside", Of(Few, Extent.Vector(5), new Dense(9), create(), new Add { Inputs = [2, 1] }, create(), new Concat { Inputs = [4, 2, 3] }, new Dense(2)));
        }
    }
}
