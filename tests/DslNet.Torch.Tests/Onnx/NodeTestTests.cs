using System.Globalization;
using DslNet.Generators.Tests.Harness;
using DslNet.Generators.Tests.Oracle;

namespace DslNet.Torch.Tests.Onnx;

/// <summary>The ONNX project's node tests of operators that are layers or losses here.</summary>
public sealed class NodeTestTests
{
    // Those of the ONNX project's own runner of these tests.
    private const double Relative = 1e-3, Absolute = 1e-7;

    [OnnxFact]
    public void Layers_compute_what_operators_of_ONNX_do()
    {
        (NodeTest Test, Counterpart Counterpart)[] run = [.. NodeTests.All.Select(test => (test, OnnxOperators.All[test.Node.Operator].Of(test))).Where(pair => pair.Item2.Why is null)];
        NetworkAssembly networks = NetworkAssembly.Compile(string.Concat(run.Select((pair, i) => NetworkText.Class(Name(i), pair.Counterpart.Attributes))), "avx2");
        List<string> failures = [];
        double largest = 0;
        for (int i = 0; i < run.Length; i++)
        {
            (NodeTest test, Counterpart counterpart) = run[i];
            float[] expected = test.Outputs[0].Floats, actual = [.. counterpart.Runs.SelectMany(each => Run(networks.Create(Name(i)), each))];
            Assert.Equal(expected.Length, actual.Length);
            for (int at = 0; at < expected.Length; at++)
            {
                double off = Math.Abs(expected[at] - (double)actual[at]);
                largest = Math.Max(largest, off / Math.Max(Math.Abs(expected[at]), 1e-2));
                if (!(off <= Absolute + Relative * Math.Abs(expected[at])))
                {
                    failures.Add(string.Create(CultureInfo.InvariantCulture, $"{test.Name}[{at}] is {actual[at]:G9}, not {expected[at]:G9}: {counterpart.Attributes}"));
                    break;
                }
            }
        }

        Report.Write("onnx", string.Create(CultureInfo.InvariantCulture, $"{run.Length} node tests of ONNX, largest relative difference {largest:G2}"));
        Assert.True(failures.Count == 0, string.Join("\n", failures));
    }

    private static float[] Run(INetwork network, CounterpartRun run)
    {
        NetworkDescription description = network.Description;
        Assert.Equal(description.Parameters.Length, run.Parameters.Count);
        for (int i = 0; i < run.Parameters.Count; i++)
            new ParameterTensor(network, description.Parameters[i]).CopyFrom(run.Parameters[i]);
        Assert.Equal(description.States.Length, run.States.Count);
        for (int i = 0; i < run.States.Count; i++)
            run.States[i].CopyTo(network.States[description.States[i].Offset..]);
        if (run.Labels is { } labels)
            return [network.ComputeLoss(run.Inputs, labels) * run.Times];
        float[] outputs = new float[Samples.OutputsOf(description, run.Inputs.Length / description.InputLength) * description.OutputLength];
        NetworkCalls.Predict(network, run.Inputs, outputs);
        return outputs;
    }

    private static string Name(int index) => "Node" + index.ToString(CultureInfo.InvariantCulture);
}
