using DslNet.Benchmarks.Models;

namespace DslNet.Benchmarks.Workloads;

/// <summary>A network to measure, under the name by which all peers know it.</summary>
/// <param name="Name">The name in the rows of the output.</param>
/// <param name="Create">Makes a network from a seed.</param>
/// <param name="TrainBatches">The numbers of samples in a training step.</param>
/// <param name="InferBatches">The numbers of samples in a prediction.</param>
internal sealed record Workload(string Name, Func<int, INetwork> Create, int[] TrainBatches, int[] InferBatches)
{
    /// <summary>All workloads.</summary>
    public static IReadOnlyList<Workload> All { get; } =
    [
        new("lenet", seed => new Networks.LeNet(seed), [32, 128, 512, 2048], [1, 32, 256]),
        new("tiny", seed => new Networks.Tiny(seed), [32, 64, 256], [1, 256]),
        new("policy", seed => new Networks.Policy(seed), [32, 64, 256], [1, 256]),
        new("mlp256", seed => new Networks.Mlp256(seed), [32, 64, 256], [1, 256]),
        new("mlpmnist", seed => new Networks.MlpMnist(seed), [32, 64, 256], [1, 256]),
        new("mlp512", seed => new Networks.Mlp512(seed), [32, 64, 256], [1, 256]),
        new("resnet", seed => new Networks.ResNet(seed), [32, 128], [1, 32]),
        new("dscnn", seed => new Networks.DsCnn(seed), [32, 128], [1, 32]),
        new("activity", seed => new Networks.Activity(seed), [32, 128], [1, 32]),
        new("autoencoder", seed => new Networks.Autoencoder(seed), [32, 128], [1, 32]),
        new("board", seed => new Networks.Board(seed), [32, 128], [1, 32]) { Calls = NamedCalls.Board },
        new(NetworkModel.MatrixExponential, seed => new Networks.MatExp(seed), [10_000], [1, 10_000]),
    ];

    /// <summary>How it is called, where its ports have names.</summary>
    public NamedCalls? Calls { get; init; }

    /// <summary>The workload of a name.</summary>
    public static Workload Of(string name) => All.Single(workload => workload.Name == name);

    /// <summary>Multiply-adds of a training step for one sample: forward, and twice that backward.</summary>
    /// <remarks>The first layer's input gradient is not counted, since nobody needs it.</remarks>
    public static long TrainingMultiplyAdds(NetworkDescription description) =>
        3 * description.MultiplyAdds - description.Layers.First(layer => layer.MultiplyAdds > 0).MultiplyAdds;

    /// <summary>A batch of the workload's samples.</summary>
    public Samples Samples(int count) => Models.Samples.Of(NetworkModel.Of(Name), count);

    /// <inheritdoc />
    public override string ToString() => Name;
}
