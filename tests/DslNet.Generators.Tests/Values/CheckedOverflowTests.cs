using DslNet.Generators.Tests.Harness;

namespace DslNet.Generators.Tests.Values;

/// <summary>
/// A project that checks integers for overflow gets the same network: it compiles, and no index, count or key that generated code
/// computes throws. Today none wraps around, even where seed and step are extreme; this keeps it so, or within `unchecked`.
/// </summary>
public sealed class CheckedOverflowTests
{
    private const string Source = """
        /// <summary>A network with random masks, windows at borders and a skip.</summary>
        [Network]
        [Input(2, 7, 5, Gradient = true)]
        [Conv2D(3, 3, Padding = 1, Name = "First"), ReLU, Dropout(0.25), Conv2D(3, 3, Padding = Padding.Same), Add("First"), MaxPool2D(3, Stride = 2, Padding = 1)]
        [Flatten, Dense(9), GELU, Dropout(0.5), Dense(3)]
        [SoftmaxCrossEntropy]
        public sealed partial class Net;
        """;

    private const int Samples = 130;

    [Fact]
    public void The_bits_are_those_of_an_unchecked_build()
    {
        NetworkAssembly plain = NetworkAssembly.Compile(Source);
        float[] expected = Run(plain);
        foreach (NetworkAssembly checking in (NetworkAssembly[])[NetworkAssembly.Compile(Source, checkOverflow: true), .. NetworkAssembly.CompileOthers(Source, checkOverflow: true)])
            Closeness.VerifyBits($"{checking.Targets}: gradients, outputs and losses", expected, Run(checking));
    }

    private static float[] Run(NetworkAssembly assembly)
    {
        // Whatever is computed from seed and step is nearest to overflowing at their ends.
        INetwork network = assembly.Create("Net", int.MinValue);
        Random random = new(5);
        float[] inputs = [.. Enumerable.Range(0, Samples * network.Description.InputLength).Select(_ => (float)(2 * random.NextDouble() - 1))];
        int[] labels = [.. Enumerable.Range(0, Samples).Select(_ => random.Next(3))];
        float[] inputGradients = new float[inputs.Length], outputs = new float[Samples * 3];
        float loss = InputGradientMethods.ComputeGradients(network, inputs, labels, inputGradients, step: long.MaxValue);
        network.Predict(inputs, outputs);
        return [loss, network.ComputeLoss(inputs, labels), .. network.Gradients, .. inputGradients, .. outputs];
    }
}
