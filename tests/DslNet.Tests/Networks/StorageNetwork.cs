using System.Collections.Immutable;

namespace DslNet.Tests.Networks;

/// <summary>The parameters of a convolution and of a dense layer behind it, in panels, and nothing that computes.</summary>
internal sealed class StorageNetwork : INetwork<StorageNetwork>
{
    private readonly float[] _parameters = new float[Declaration.ParameterLength];
    private readonly float[] _gradients = new float[Declaration.ParameterLength];

    private StorageNetwork(int seed) => Seed = seed;

    public static NetworkDescription Declaration { get; } = Describe(
        ("conv1.weight", [3, 2, 2, 2], new PanelLayout(3, 2, 4), Initializer.HeNormal),
        ("conv1.bias", [3], new PanelLayout(3, 1, 1), Initializer.Zero),
        ("dense1.weight", [19, 12], new PanelLayout(19, 3, 4), Initializer.GlorotUniform),
        ("dense1.bias", [19], new PanelLayout(19, 1, 1), Initializer.Constant));

    public NetworkDescription Description => Declaration;

    public int Seed { get; }

    public Span<float> Parameters => _parameters;

    public Span<float> Gradients => _gradients;

    public static StorageNetwork Create(int seed)
    {
        var network = new StorageNetwork(seed);
        network.Initialize(seed);
        return network;
    }

    /// <summary>A description with the given parameters one after another.</summary>
    public static NetworkDescription Describe(params (string Name, int[] Shape, PanelLayout Layout, Initializer Initializer)[] tensors)
    {
        int offset = 0;
        var parameters = ImmutableArray.CreateBuilder<ParameterDescription>();
        foreach ((string name, int[] shape, PanelLayout layout, Initializer initializer) in tensors)
        {
            parameters.Add(new ParameterDescription(name, new TensorShape(shape), offset, layout, initializer, InitialValue: 0.25f));
            offset += layout.StorageLength;
        }

        return new NetworkDescription(
            nameof(StorageNetwork),
            [new PortDescription("input", new TensorShape(2, 3, 3))],
            [new PortDescription("output", new TensorShape(19))],
            [
                Layer("Conv1", "Conv2D", "input", new TensorShape(3, 2, 2), 96, "Conv2D(3, 2)"),
                Layer("Flatten1", "Flatten", "Conv1", new TensorShape(12), 0, "Flatten"),
                Layer("Dense1", "Dense", "Flatten1", new TensorShape(19), 228, "Dense(19)"),
                .. Others(),
            ],
            Loss.SoftmaxCrossEntropy,
            offset);

        LayerDescription Layer(string name, string kind, string input, TensorShape output, long multiplyAdds, string declaration) =>
            new(name, kind, [input], [], output, [.. parameters.Where(parameter => IsOf(parameter, name))], States: [], multiplyAdds) { Declaration = declaration };

        // Layers that only have parameters.
        IEnumerable<LayerDescription> Others() => parameters.Select(parameter => parameter.Name.Split('.')[0]).Distinct()
            .Where(name => name is not ("conv1" or "dense1")).Select(name => Layer(name, "Dense", "Dense1", new TensorShape(19), 0, "Dense"));

        static bool IsOf(ParameterDescription parameter, string layer) => parameter.Name.Split('.')[0].Equals(layer, StringComparison.OrdinalIgnoreCase);
    }

    public void Initialize(int seed)
    {
        var random = new Random(seed);
        foreach (ParameterDescription parameter in Description.Parameters)
            Tensor(parameter.Name).CopyFrom([.. Enumerable.Range(0, parameter.Shape.Length).Select(_ => random.NextSingle() - 0.5f)]);
    }

    public ParameterTensor Tensor(string name) => new(this, Description.Parameters.Single(parameter => parameter.Name == name));

    public void Predict(ReadOnlySpan<float> inputs, Span<float> outputs) => throw new NotSupportedException();

    public float ComputeLoss(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> outputs = default, ReadOnlySpan<float> weights = default) => throw new NotSupportedException();

    public float ComputeLoss(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, Span<float> outputs = default, ReadOnlySpan<float> weights = default) => throw new NotSupportedException();

    public float ComputeGradients(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, long step = 0, ReadOnlySpan<float> weights = default) => throw new NotSupportedException();

    public float ComputeGradients(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, long step = 0, ReadOnlySpan<float> weights = default) => throw new NotSupportedException();
}
