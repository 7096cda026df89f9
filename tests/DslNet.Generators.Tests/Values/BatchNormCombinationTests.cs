using DslNet.Generators.Tests.Harness;

namespace DslNet.Generators.Tests.Values;

/// <summary>Phases of training, where ports have names and where layers are frozen.</summary>
public sealed class BatchNormCombinationTests
{
    private const string Source =
        """
        /// <summary>Ports without names.</summary>
        [Network, Input(5), Dense(17), BatchNorm, Tanh, Dense(2), MeanSquaredError]
        public sealed partial class Plain;

        /// <summary>Ports with names.</summary>
        [Network, Input(5, Name = "x"), Dense(17), BatchNorm, Tanh, Dense(2), Output("y"), MeanSquaredError(Of = "y")]
        public sealed partial class Named;

        /// <summary>A normalization that learns nothing.</summary>
        [Network, Input(5), Dense(17), BatchNorm(Frozen = true), Tanh, Dense(2), MeanSquaredError]
        public sealed partial class Frozen;
        """;

    private const int Count = 150;

    private static readonly Lazy<NetworkAssembly> s_assembly = new(() => NetworkAssembly.Compile(Source));

    [Theory]
    [InlineData(7)]
    [InlineData(150)]
    public void Named_ports_learn_the_same(int batch)
    {
        float[] inputs = Draw(Count * 5), targets = Draw(Count * 2);
        INetwork plain = s_assembly.Value.Create("Plain", 2), named = s_assembly.Value.Create("Named", 2);
        FitOptions options = new() { Epochs = 2, BatchSize = batch, Seed = 3, Optimizer = new SGD(0.05f) };
        plain.Fit(Dataset.FromTargets(inputs, targets, 5, 2), options);
        named.Fit(Dataset.FromColumns(new("x", inputs, 5), new("y", targets, 2)), options with { Optimizer = new SGD(0.05f) });
        Assert.Equal(plain.Parameters.ToArray(), named.Parameters.ToArray());
        Assert.Equal(plain.States.ToArray(), named.States.ToArray());
    }

    [Fact]
    public void A_frozen_normalization_keeps_its_parameters_and_moves_its_statistics()
    {
        float[] inputs = Draw(Count * 5), targets = Draw(Count * 2);
        INetwork plain = s_assembly.Value.Create("Plain", 2), frozen = s_assembly.Value.Create("Frozen", 2);
        plain.ComputeGradients(inputs, targets);
        frozen.ComputeGradients(inputs, targets);
        Assert.Equal(plain.States.ToArray(), frozen.States.ToArray());
        foreach (ParameterDescription parameter in frozen.Description.Parameters)
        {
            float[] gradient = new ParameterTensor(frozen, parameter).Gradient.ToArray();
            if (parameter.Name.StartsWith("batchNorm1", StringComparison.Ordinal))
                Assert.All(gradient, value => Assert.Equal(0, value));
            else
                Assert.Equal(new ParameterTensor(plain, parameter).Gradient.ToArray(), gradient);
        }
    }

    private static float[] Draw(int count)
    {
        var random = new Random(7);
        return [.. Enumerable.Repeat(random, count).Select(source => source.NextSingle() - 0.5f)];
    }
}
