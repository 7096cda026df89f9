using System.Runtime.InteropServices;
using System.Security.Cryptography;
using DslNet.CompilerServices;
using Xunit;

namespace DslNet.Tests.Networks;

public class ParameterInitializerTests
{
    private const int Outputs = 120, Channels = 50, Kernel = 3;

    [Theory]
    [InlineData(Initializer.HeNormal, 2.0 / (Channels * 9))]
    [InlineData(Initializer.LeCunNormal, 1.0 / (Channels * 9))]
    [InlineData(Initializer.GlorotNormal, 2.0 / (Channels * 9 + Outputs * 9))]
    [InlineData(Initializer.Normal, 0.25 * 0.25)]
    public void Normal_numbers_have_the_published_variance(Initializer initializer, double variance)
    {
        double[] numbers = Draw(initializer);
        int n = numbers.Length;
        double mean = numbers.Average(), actual = numbers.Sum(x => x * x) / n;

        // Five standard deviations of each estimate.
        Assert.Equal(0, mean, 5 * Math.Sqrt(variance / n));
        Assert.Equal(variance, actual, 5 * variance * Math.Sqrt(2.0 / n));
        double fourth = numbers.Sum(x => x * x * x * x) / n / (variance * variance);
        Assert.Equal(3, fourth, 5 * Math.Sqrt(96.0 / n));
    }

    [Theory]
    [InlineData(Initializer.HeUniform, 6.0 / (Channels * 9))]
    [InlineData(Initializer.LeCunUniform, 3.0 / (Channels * 9))]
    [InlineData(Initializer.GlorotUniform, 6.0 / (Channels * 9 + Outputs * 9))]
    public void Uniform_numbers_reach_to_the_published_bound(Initializer initializer, double squaredBound)
    {
        double[] numbers = Draw(initializer);
        int n = numbers.Length;
        double bound = Math.Sqrt(squaredBound);
        Assert.All(numbers, x => Assert.InRange(x, -(float)bound, (float)bound));
        Assert.InRange(numbers.Max(), bound * (1 - 20.0 / n), bound);
        Assert.InRange(numbers.Min(), -bound, -bound * (1 - 20.0 / n));
        Assert.Equal(0, numbers.Average(), 5 * Math.Sqrt(squaredBound / 3 / n));
        Assert.Equal(squaredBound / 3, numbers.Sum(x => x * x) / n, 5 * squaredBound * Math.Sqrt(4.0 / 45 / n));
    }

    [Fact]
    public void Constants_and_zeros_are_themselves()
    {
        Assert.All(Draw(Initializer.Zero), x => Assert.Equal(0, x));
        Assert.All(Draw(Initializer.Constant), x => Assert.Equal(0.25, x));
    }

    [Fact]
    public void A_seed_means_the_same_bits_on_every_machine()
    {
        float[] parameters = Initialize(StorageNetwork.Declaration, seed: 7);
        var conv = StorageNetwork.Declaration.Parameters[0];
        var dense = StorageNetwork.Declaration.Parameters[2];

        // Computed apart from this library, element by element of PyTorch's order.
        Assert.Equal([-0.3565988838672638f, 0.14106066524982452f, 0.5114452838897705f], At(parameters, conv, 0, 1, 23));
        Assert.Equal([0.3926296830177307f, -0.3542582094669342f, 0.2884409725666046f], At(parameters, dense, 0, 1, 227));
        Assert.Equal("6E2FE3277EDD8F7A", Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(parameters.AsSpan())))[..16]);
    }

    [Fact]
    public void Seeds_and_parameters_have_numbers_of_their_own()
    {
        Assert.Equal(Initialize(StorageNetwork.Declaration, 1), Initialize(StorageNetwork.Declaration, 1));
        Assert.NotEqual(Initialize(StorageNetwork.Declaration, 1), Initialize(StorageNetwork.Declaration, 2));
        Assert.NotEqual(Initialize(StorageNetwork.Declaration, 1), Initialize(StorageNetwork.Declaration, -1));

        var twice = new PanelLayout(8, 4, 1);
        float[] both = Initialize(
            StorageNetwork.Describe(("a", [8, 4], twice, Initializer.HeNormal), ("b", [8, 4], twice, Initializer.HeNormal)), 1);
        Assert.NotEqual(both[..32], both[32..]);
    }

    [Fact]
    public void Numbers_do_not_depend_on_where_they_lie()
    {
        // A dense layer behind an image, and the same behind a vector.
        NetworkDescription image = StorageNetwork.Describe(("a", [19, 12], new PanelLayout(19, 3, 4), Initializer.HeUniform));
        NetworkDescription vector = StorageNetwork.Describe(("a", [19, 12], new PanelLayout(19, 12, 1), Initializer.HeUniform));
        int[] all = [.. Enumerable.Range(0, 19 * 12)];
        Assert.Equal(At(Initialize(image, 3), image.Parameters[0], all), At(Initialize(vector, 3), vector.Parameters[0], all));
    }

    [Fact]
    public void The_zeros_between_are_cleared()
    {
        NetworkDescription description = StorageNetwork.Describe(("a", [19, 3], new PanelLayout(19, 3, 1), Initializer.HeUniform));
        float[] parameters = new float[description.ParameterLength];
        Array.Fill(parameters, float.NaN);
        ParameterInitializer.Initialize(description, parameters, 1);
        Assert.Equal(19 * 3, parameters.Count(x => x != 0));
        Assert.Equal(5 * 3, parameters.Count(x => BitConverter.SingleToInt32Bits(x) == 0));
    }

    [Fact]
    public void What_cannot_be_filled_is_refused()
    {
        string message = Assert.Throws<ArgumentException>(() => ParameterInitializer.Initialize(StorageNetwork.Declaration, new float[3], 1)).Message;
        Assert.Contains($"{StorageNetwork.Declaration.ParameterLength} parameters", message);
        Assert.Contains("3 were given", message);
        NetworkDescription undecided = StorageNetwork.Describe(("a", [8, 4], new PanelLayout(8, 4, 1), Initializer.Default));
        Assert.Contains("Default", Assert.Throws<ArgumentException>(() => Initialize(undecided, 1)).Message);
    }

    private static double[] Draw(Initializer initializer)
    {
        NetworkDescription description = StorageNetwork.Describe(
            ("a", [Outputs, Channels, Kernel, Kernel], new PanelLayout(Outputs, Channels, Kernel * Kernel), initializer));
        ParameterDescription parameter = description.Parameters[0];
        float[] numbers = At(Initialize(description, seed: 11), parameter, [.. Enumerable.Range(0, parameter.Shape.Length)]);
        return [.. numbers.Select(x => (double)x)];
    }

    private static float[] Initialize(NetworkDescription description, int seed)
    {
        float[] parameters = new float[description.ParameterLength];
        ParameterInitializer.Initialize(description, parameters, seed);
        return parameters;
    }

    private static float[] At(float[] parameters, ParameterDescription parameter, params int[] elements) =>
        [.. elements.Select(i => parameters[parameter.Offset + parameter.Layout.IndexOf(i / parameter.FanIn, i % parameter.FanIn)])];
}
