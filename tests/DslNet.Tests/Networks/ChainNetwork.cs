namespace DslNet.Tests.Networks;

/// <summary>The parameters of two layers of equal shapes, and nothing that computes.</summary>
internal sealed class ChainNetwork : INetwork
{
    private readonly float[] _parameters;

    public ChainNetwork(bool bias = true)
    {
        var weight = new PanelLayout(2, 1, 1);
        Description = StorageNetwork.Describe(
        [
            ("dense1.weight", [2, 1], weight, Initializer.GlorotUniform),
            .. Bias("dense1"),
            ("dense2.weight", [2, 1], weight, Initializer.GlorotUniform),
            .. Bias("dense2"),
        ]);
        _parameters = new float[Description.ParameterLength];

        (string, int[], PanelLayout, Initializer)[] Bias(string layer) => bias ? [($"{layer}.bias", [2], new PanelLayout(2, 1, 1), Initializer.Zero)] : [];
    }

    public NetworkDescription Description { get; }

    public int Seed => 0;

    public Span<float> Parameters => _parameters;

    public Span<float> Gradients => throw new NotSupportedException();

    public void Initialize(int seed) => throw new NotSupportedException();

    public void Predict(ReadOnlySpan<float> inputs, Span<float> outputs) => throw new NotSupportedException();

    public float ComputeLoss(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> outputs = default, ReadOnlySpan<float> weights = default) => throw new NotSupportedException();

    public float ComputeLoss(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, Span<float> outputs = default, ReadOnlySpan<float> weights = default) => throw new NotSupportedException();

    public float ComputeGradients(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, long step = 0, ReadOnlySpan<float> weights = default) => throw new NotSupportedException();

    public float ComputeGradients(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, long step = 0, ReadOnlySpan<float> weights = default) => throw new NotSupportedException();
}
