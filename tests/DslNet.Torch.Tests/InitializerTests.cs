using DslNet.Generators.Tests.Harness;
using DslNet.Generators.Tests.Oracle;
using DslNet.Torch.Tests.Witness;
using static TorchSharp.torch;

namespace DslNet.Torch.Tests;

/// <summary>Weights start as libtorch's initialisers draw them, with other random numbers: the distributions are compared.</summary>
public sealed class InitializerTests
{
    private const float InitialValue = 0.25f, InitialBias = -0.125f;

    // How far two samples' distribution functions are apart by chance, but for a probability of 1e-6 (Kolmogorov and Smirnov): √(−ln(p/2)/2 · (n + m)/(n·m)).
    private const double Chance = 1e-6;

    // Of libtorch's numbers there are so many times more.
    private const int Draws = 20;

    private static readonly Lazy<NetworkAssembly> s_networks = new(() => NetworkAssembly.Compile(string.Concat(Initializers.Select(Source)), "avx2"));

    private static IEnumerable<Initializer> Initializers => TorchInitializers.All.Keys;

    [TorchFact]
    public void Weights_start_as_libtorch_s_do() => Assert.All(Initializers, initializer =>
    {
        using HeldFinalizers held = new();
        using var scope = NewDisposeScope();
        INetwork network = s_networks.Value.Create($"With{initializer}", seed: 7);
        Assert.All(network.Description.Parameters, parameter => Compare(TorchInitializers.All[initializer], parameter, new ParameterTensor(network, parameter).ToArray()));
    });

    [TorchFact]
    public void A_slope_that_is_learned_starts_as_libtorch_s_does()
    {
        using HeldFinalizers held = new();
        using var scope = NewDisposeScope();
        INetwork network = NetworkAssembly.Compile(NetworkText.Class("Slopes", "[Input(4), PReLU(PerChannel = true), MeanSquaredError]"), "avx2").Create("Slopes");
        Assert.Equal(nn.PReLU(4).weight.data<float>().ToArray(), new ParameterTensor(network, network.Description.Parameters[0]).ToArray());
    }

    [TorchFact]
    public void Rows_of_features_start_as_libtorch_s_do()
    {
        using HeldFinalizers held = new();
        using var scope = NewDisposeScope();
        INetwork network = NetworkAssembly.Compile(NetworkText.Class("Rows", "[Tokens(50), Embedding(40), MeanSquaredError]"), "avx2").Create("Rows");
        ParameterDescription parameter = network.Description.Parameters[0];
        Compare((_, _) => nn.Embedding(50, 40, dtype: ScalarType.Float64).weight!, parameter, new ParameterTensor(network, parameter).ToArray());
    }

    [TorchFact]
    public void A_row_of_padding_starts_as_libtorch_s_does()
    {
        using HeldFinalizers held = new();
        using var scope = NewDisposeScope();
        INetwork network = NetworkAssembly.Compile(NetworkText.Class("Padded", "[Tokens(5), Embedding(3, PaddingIndex = 2), MeanSquaredError]"), "avx2").Create("Padded");
        INetwork plain = NetworkAssembly.Compile(NetworkText.Class("Plain", "[Tokens(5), Embedding(3), MeanSquaredError]"), "avx2").Create("Plain");
        float[] expected = new ParameterTensor(plain, plain.Description.Parameters[0]).ToArray();
        nn.Embedding(5, 3, padding_idx: 2).weight![2].data<float>().CopyTo(expected.AsSpan(6, 3));
        Assert.Equal([0, 0, 0], expected[6..9]);
        Assert.Equal(expected, new ParameterTensor(network, network.Description.Parameters[0]).ToArray());
    }

    private static void Compare(Func<Tensor, float, Tensor> initialize, ParameterDescription parameter, float[] drawn)
    {
        if (parameter.Role == "bias")
        {
            Assert.All(drawn, value => Assert.Equal(InitialBias, value));
            return;
        }

        Tensor weight = empty([.. parameter.Shape.Axes.Select(axis => (long)axis)], dtype: ScalarType.Float64);
        manual_seed(1);
        double[] expected = [.. Enumerable.Range(0, Draws).SelectMany(_ => initialize(weight, InitialValue).data<double>().ToArray())];
        double distance = Distance([.. drawn.Select(value => (double)value)], expected);
        double n = drawn.Length, m = expected.Length, allowed = Math.Sqrt(-Math.Log(Chance / 2) / 2 * (n + m) / (n * m));
        Assert.True(distance <= allowed, FormattableString.Invariant(
            $"{parameter.Name}: the distance is {distance:G3}, beyond {allowed:G3}; mean squares are {drawn.Average(value => value * value):G6} and libtorch's {expected.Average(value => value * value):G6}."));
    }

    private static string Source(Initializer initializer)
    {
        string start = FormattableString.Invariant($"Initializer = Initializer.{initializer}, InitialValue = {InitialValue}f, InitialBias = {InitialBias}f");
        return NetworkText.Class($"With{initializer}", $"[Input(6, 5, 7), Conv2D(24, 3, 5, {start}), Flatten, Dense(20, {start}), MeanSquaredError]");
    }

    /// <summary>The largest distance between the shares of values up to some value.</summary>
    private static double Distance(double[] a, double[] b)
    {
        Array.Sort(a);
        Array.Sort(b);
        double largest = 0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            double value = Math.Min(a[i], b[j]);
            while (i < a.Length && a[i] <= value)
                i++;
            while (j < b.Length && b[j] <= value)
                j++;
            largest = Math.Max(largest, Math.Abs((double)i / a.Length - (double)j / b.Length));
        }

        return largest;
    }
}
