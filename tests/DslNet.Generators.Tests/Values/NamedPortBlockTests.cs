using DslNet.Generators.Tests.Harness;

namespace DslNet.Generators.Tests.Values;

/// <summary>Blocks that several named inputs are read by: each use with weights of its own, or all with the same.</summary>
public sealed class NamedPortBlockTests
{
    private const string Source =
        """
        /// <summary>What both sides are seen by.</summary>
        [Block]
        [Dense(9), Tanh, Dense(6)]
        public sealed partial class Tower;

        /// <summary>Two towers with the same weights.</summary>
        [Network]
        [Input(5, Name = "left"), Use<Tower>(Name = "OfLeft", Shared = true), Output("a"), MeanSquaredError(Of = "a")]
        [Input(5, Name = "right"), Use<Tower>(Name = "OfRight", Shared = true), Output("b"), MeanSquaredError(Of = "b", Weight = 0.5f)]
        public sealed partial class Same
        {
            internal float[][] Predicted(float[] left, float[] right, int count)
            {
                float[] a = new float[count * 6], b = new float[count * 6];
                Predict(left, right, a, b);
                return [a, b];
            }

            internal float Learned(float[] left, float[] right, float[] a, float[] b) => ComputeGradients(new() { Left = left, Right = right, ATargets = a, BTargets = b });
        }

        /// <summary>Two towers.</summary>
        [Network]
        [Input(5, Name = "left"), Use<Tower>(Name = "OfLeft"), Output("a"), MeanSquaredError(Of = "a")]
        [Input(5, Name = "right"), Use<Tower>(Name = "OfRight"), Output("b"), MeanSquaredError(Of = "b", Weight = 0.5f)]
        public sealed partial class Different
        {
            internal float[][] Predicted(float[] left, float[] right, int count)
            {
                float[] a = new float[count * 6], b = new float[count * 6];
                Predict(left, right, a, b);
                return [a, b];
            }

            internal float Learned(float[] left, float[] right, float[] a, float[] b) => ComputeGradients(new() { Left = left, Right = right, ATargets = a, BTargets = b });
        }
        """;

    private readonly NetworkAssembly _assembly = NetworkAssembly.Compile(Source);

    private delegate float[][] Prediction(float[] left, float[] right, int count);

    private delegate float Gradients(float[] left, float[] right, float[] a, float[] b);

    [Theory]
    [InlineData(1)]
    [InlineData(37)]
    [InlineData(200)]
    public void Weights_are_shared_where_that_is_said(int count)
    {
        INetwork same = _assembly.Create("Same", seed: 1), different = _assembly.Create("Different", seed: 1);
        Assert.Equal(["ofLeft.dense1.weight", "ofLeft.dense1.bias", "ofLeft.dense2.weight", "ofLeft.dense2.bias"], same.Description.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(2 * same.Description.ParameterCount, different.Description.ParameterCount);
        float[] left = Draw(count * 5, 1), right = Draw(count * 5, 2), targets = Draw(count * 6, 3), others = Draw(count * 6, 4);
        float[][] straight = Predicted(same, left, right, count), crossed = Predicted(same, right, left, count);
        Closeness.VerifyBits("left as right", straight[0], crossed[1]);
        Closeness.VerifyBits("right as left", straight[1], crossed[0]);
        Assert.NotEqual(Predicted(different, left, left, count)[0], Predicted(different, left, left, count)[1]);

        // Two towers that have the same weights learn together what one learns from both: the sum.
        for (int i = 0; i < 2; i++)
        {
            for (int p = 0; p < same.Description.Parameters.Length; p++)
                Storage(same, p).CopyTo(Storage(different, i * same.Description.Parameters.Length + p));
        }

        Assert.Equal(Learned(different, left, right, targets, others), Learned(same, left, right, targets, others), 1e-5f);
        for (int p = 0; p < same.Description.Parameters.Length; p++)
        {
            float[] sum = [.. Gradient(different, p).Zip(Gradient(different, same.Description.Parameters.Length + p), (one, other) => one + other)], shared = Gradient(same, p);
            for (int i = 0; i < sum.Length; i++)
                Assert.Equal(sum[i], shared[i], 1e-5f);
        }
    }

    [Theory]
    [InlineData("Same")]
    [InlineData("Different")]
    public void They_have_the_same_bits(string name)
    {
        const int count = 37;
        float[] left = Draw(count * 5, 1), right = Draw(count * 5, 2), targets = Draw(count * 6, 3), others = Draw(count * 6, 4);
        INetwork first = _assembly.Create(name, seed: 1);
        float loss = Learned(first, left, right, targets, others);
        foreach (NetworkAssembly assembly in NetworkAssembly.CompileOthers(Source))
        {
            INetwork other = assembly.Create(name, seed: 1);
            Assert.Equal(loss, Learned(other, left, right, targets, others));
            Closeness.VerifyBits($"{assembly.Targets}: gradients", first.Gradients.ToArray(), other.Gradients.ToArray());
        }
    }

    private static Span<float> Storage(INetwork network, int parameter)
    {
        ParameterDescription description = network.Description.Parameters[parameter];
        return network.Parameters.Slice(description.Offset, description.Layout.StorageLength);
    }

    private static float[] Gradient(INetwork network, int parameter)
    {
        ParameterDescription description = network.Description.Parameters[parameter];
        return network.Gradients.Slice(description.Offset, description.Layout.StorageLength).ToArray();
    }

    private static float[][] Predicted(INetwork network, float[] left, float[] right, int count) => Find<Prediction>(network, "Predicted")(left, right, count);

    private static float Learned(INetwork network, float[] left, float[] right, float[] a, float[] b) => Find<Gradients>(network, "Learned")(left, right, a, b);

    private static T Find<T>(INetwork network, string name) where T : Delegate =>
        network.GetType().GetMethod(name, System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!.CreateDelegate<T>(network);

    private static float[] Draw(int length, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, length).Select(_ => 2 * random.NextSingle() - 1)];
    }
}
