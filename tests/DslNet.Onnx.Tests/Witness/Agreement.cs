using DslNet.Onnx.Tests.Harness;

namespace DslNet.Onnx.Tests.Witness;

/// <summary>Compares an imported network with the evaluation of its model.</summary>
internal static class Agreement
{
    private const double Tolerance = 1e-5;

    /// <summary>Imports a model that a test writes, compiles it, and compares what comes out for some samples.</summary>
    public static void Verify(TestModel model, int samples = 7)
    {
        INetwork network = ImportedNetworks.Load(Imports.Read(model));
        float[] inputs = Draw(samples * network.Description.InputLength);
        Verify(GraphEvaluation.Predict(model.Proto, inputs, samples), ImportedNetworks.Predict(network, inputs));
    }

    /// <summary>Values around 0, the same each time.</summary>
    public static float[] Draw(int count, int seed = 1, float largest = 3)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 2 - 1) * largest)];
    }

    /// <returns>The largest difference, absolute below 1 and relative above.</returns>
    public static double Verify(IReadOnlyList<double> expected, float[] actual, double tolerance = Tolerance)
    {
        Assert.Equal(expected.Count, actual.Length);
        double largest = 0;
        for (int i = 0; i < actual.Length; i++)
        {
            double off = Math.Abs(expected[i] - actual[i]) / Math.Max(1, Math.Abs(expected[i]));
            Assert.True(off <= tolerance, $"Value {i} is {actual[i]:G9}, not {expected[i]:G9}.");
            largest = Math.Max(largest, off);
        }

        return largest;
    }
}
