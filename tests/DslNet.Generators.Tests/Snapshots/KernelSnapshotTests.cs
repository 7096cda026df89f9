using DslNet.Generators.Operations;
using DslNet.Generators.Planning;
using DslNet.Generators.Simd;
using DslNet.Generators.Tests.Parsing;

namespace DslNet.Generators.Tests.Snapshots;

/// <summary>
/// The text of one kernel of each kind, as AVX2 has it. Other shapes and instruction sets differ in lanes and numbers only; that they compute
/// the same, other tests show.
/// </summary>
public sealed class KernelSnapshotTests
{
    /// <summary>Small networks that have kernels of all kinds; the first kernel of a kind is shown.</summary>
    private static readonly string[] s_networks =
    [
        "[Input(3), Dense(4), Tanh, Dropout(0.5f), Dense(2), MeanSquaredError]",
        "[Input(4), Dense(3), Softmax, Dense(2), SoftmaxCrossEntropy]",
        "[Input(4), Dense(3), LogSoftmax, MeanSquaredError]",
        "[Input(8, 6, 6), Conv2D(8, 3, Padding = 1), ReLU, MaxPool2D(2), Conv2D(8, 2), AvgPool2D(2), Flatten, Dense(2), MeanSquaredError]",
        "[Input(1, 14, 18), Conv2D(6, 3), ReLU, MaxPool2D(2), Conv2D(8, 3, Padding = 1), ReLU, MaxPool2D(2), GlobalAvgPool, Dense(1), MeanSquaredError]",
        "[Input(2, 5, 5, Gradient = true), Conv2D(4, 3, Name = \"Stem\"), MaxPool2D(2, Stride = 1), Concat(\"MaxPool1\"), Flatten, Dense(1), MeanSquaredError]",
        "[Input(1), Dense(364), ReLU, Dense(369), MeanSquaredError]",
        "[Input(2, 3, 3), Conv2D(12, 2), GlobalAvgPool, Dense(12), Sigmoid, Multiply(\"Conv1\"), GlobalAvgPool, Dense(1), MeanSquaredError]",
        "[Input(2, 3, 3), Conv2D(12, 2), PReLU(PerChannel = true), GlobalAvgPool, Dense(1), MeanSquaredError]",
        "[Input(4), Dense(43), LayerNorm, ReLU, Dense(1), MeanSquaredError]",
        "[Tokens(27, Length = 3), Embedding(10), Flatten, Dense(2), MeanSquaredError]",
        "[Sequence(3), Dense(2), Context(5), Dense(1), MeanSquaredError]",
        "[Sequence(2), CausalConv1D(3, 2), Tanh, Dense(2), MeanSquaredError]",
        "[Input(4), Dense(3), CosineEmbedding]",
        "[Input(4), Dense(2), Loss(typeof(Own), nameof(Own.Gaussian))]",
        "[Input(3, 3, 4), Conv2D(8, 1), Upsample(2), Upsample(2, Mode = UpsampleMode.Bilinear), Pad(1, Mode = PadMode.Reflect), ConvTranspose2D(4, 2), GlobalAvgPool, MeanSquaredError]",
        "[Input(1, 4, 3), Conv2D(12, 2), GroupNorm(3), ReLU, GlobalAvgPool, Dense(1), MeanSquaredError]",
        "[Input(1, 4, 3), Conv2D(12, 2), BatchNorm, ReLU, GlobalAvgPool, Dense(1), MeanSquaredError]",
        "[Input(3, 2, 3), Conv2D(5, 1), Concat(\"Conv1\", Axis = ConcatAxis.Width), GlobalAvgPool, Dense(1), MeanSquaredError]",
        "[Input(2, 8, 8), Conv2D(16, 1), Conv2D(16, 3, Padding = 1), ReLU, GlobalAvgPool, Dense(1), MeanSquaredError]",
        "[Input(9, 3, 9), Conv2D(12, 1, Groups = 3), ReLU, DepthwiseConv2D(3, Padding = 1), Flatten, Dense(1), MeanSquaredError]",
        "[Population, Input(3), Dense(33), Tanh, Dense(2)]",
    ];

    [Fact]
    public void Kernels()
    {
        var first = new Dictionary<Type, NamedKernel>();
        foreach (string network in s_networks)
        {
            NetworkPlan plan = Planning.Compilation.Of(NetworkSource.Valid(network));
            foreach (NamedKernel kernel in plan.Kernels.All.Concat(plan.Members?.Kernels.All ?? []))
                first.TryAdd(kernel.Kernel.GetType(), kernel);
        }

        Type[] kinds = [.. typeof(Kernel).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Kernel)) && !type.IsAbstract).OrderBy(type => type.Name, StringComparer.Ordinal)];
        Assert.True(kinds.All(first.ContainsKey), $"No network here has a {string.Join(" nor a ", kinds.Except(first.Keys).Select(kind => kind.Name))}. Add one to {nameof(s_networks)}.");
        Target avx2 = Target.All.Single(target => target.Name == "avx2");
        Snapshot.Verify(kinds.Select(kind => (kind.Name, first[kind], avx2)));
    }

    /// <summary>Where there are sixteen lanes, a dense layer's parameters are updated while their gradients are summed.</summary>
    [Fact]
    public void FusedUpdate()
    {
        NetworkPlan plan = Planning.Compilation.Of(NetworkSource.Valid("[Input(16), Dense(32), MeanSquaredError]"));
        Operation gradient = plan.Gradients!.Operations.Single(operation => operation.Role == Role.WeightGradient);
        Snapshot.Verify([("Avx512", plan.Kernels.All.Single(kernel => kernel.Kernel == gradient.Kernel), Target.All.Single(target => target.Name == "avx512"))]);
    }
}
