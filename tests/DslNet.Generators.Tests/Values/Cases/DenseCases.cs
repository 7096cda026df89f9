using DslNet.Generators.Tests.Oracle;
using DslNet.Generators.Tests.Oracle.Layers;
using DslNet.Generators.Tests.Oracle.Losses;
using static DslNet.Generators.Tests.Values.Cases.Batches;
using static DslNet.Generators.Tests.Values.ValueCase;

namespace DslNet.Generators.Tests.Values.Cases;

/// <summary>Dense: sizes around vectors, panels, chunks and tiles.</summary>
internal static class DenseCases
{
    public static void AddTo(Dictionary<string, ValueCase> cases)
    {
        foreach (int inputs in new[] { 1, 3, 7, 17, 33 })
        {
            foreach (int outputs in new[] { 1, 3, 7, 17, 33 })
                cases.Add($"Dense {inputs} to {outputs}", Of(Small, Extent.Vector(inputs), new Dense(outputs, bias: (inputs + outputs) % 4 != 0)));
        }

        cases.Add("Dense 1 to 1 without bias", Of(Small, Extent.Vector(1), new Dense(1, bias: false)));
        cases.Add("Dense, wide", Of(Few, Extent.Vector(150), new Dense(65), Activation.Tanh(), new Dense(9)));
        cases.Add("Dense, chunks of inputs", Of([1, 5, 65], Extent.Vector(208), new Dense(40), Activation.Tanh(), new Dense(3)));
        cases.Add("Dense, chunks of inputs of sixteen lanes", Of([1, 65], Extent.Vector(150), new Dense(48), Activation.Tanh(), new Dense(3)));
        cases.Add("Dense, many samples", Of(Many, Extent.Vector(9), new Dense(17), Activation.ReLU(), new Dense(5)));
        cases.Add("Dense, without input gradient", new(
            new OracleNetwork(Extent.Vector(5), [new Dense(7), Activation.ReLU(), new Dense(3)], ElementwiseLoss.MeanSquaredError(), inputGradient: false), Many));

        // More than 32,768 parameters: their gradient is summed in one group.
        cases.Add("Dense, large", Of([1, 130], Extent.Vector(190), new Dense(180, bias: false), Activation.Sigmoid(), new Dense(3)));

        cases.Add("Dense, one sample, beside wide kernels", Of([1, 3], Extent.Vector(65), new Dense(32), Activation.Tanh(), new Dense(16), Activation.Sigmoid(), new Dense(3)));
        cases.Add("Dense, one sample, activations in registers", Of(
            [1, 3], Extent.Vector(9), new Dense(32), Activation.Sigmoid(), new Dense(24), Activation.ELU(0.7f), new Dense(17), Activation.Tanh(), new Dense(1)));

        // Whose input gradient turns samples round instead of the weights: 131,705 of them, then twice 131,400, of which one adds to the other's.
        cases.Add("Dense, samples turned round", Of([1, 16, 33, 65], Extent.Vector(3), new Dense(371), Activation.ReLU(), new Dense(355)));
        cases.Add("Dense, samples turned round, no rest", Of([3, 32], Extent.Vector(2), new Dense(384), Activation.Tanh(), new Dense(352)));
        cases.Add("Dense, samples turned round, an image of half panels", Of([1, 33], Extent.Image(8, 11, 11), new Flatten(), new Dense(177)));
        cases.Add("Dense, samples turned round, twice read", Of(
            [5, 17], Extent.Vector(2), new Dense(365), new Dense(360), new Dense(360, bias: false) { Inputs = [1] }, new Add { Inputs = [3, 2] }));
        cases.Add("Dense, pairs of terms and what is left over", Of([1, 13, 27], Extent.Vector(39), new Dense(7), Activation.Tanh(), new Dense(37)));
        cases.Add("Dense, panels of two widths without bias", Of([1, 13, 27], Extent.Vector(37), new Dense(24, bias: false), Activation.Tanh(), new Dense(11)));
        cases.Add("Dense, without loss", new(new OracleNetwork(Extent.Vector(5), [new Dense(7), new Dense(3)], null, inputGradient: false), Few));
    }
}
