namespace DslNet.SameBits;

/// <summary>All networks of this suite; together they have most kinds of layers and kernels, and the optimisers.</summary>
internal static class Cases
{
    private static readonly Dictionary<string, TrainingCase> s_cases = new()
    {
        [nameof(VectorNet)] = new(() => new VectorNet(seed: 1), () => new Adam(1e-2f), HasLabels: true),
        [nameof(ImageNet)] = new(
            () => new ImageNet(seed: 2),
            () => new AdamW(1e-2f),
            InputGradients: (network, inputs, targets, inputGradients, step) => ((ImageNet)network).ComputeGradients(inputs, targets, inputGradients, step)),
        [nameof(FlatNet)] = new(() => new FlatNet(seed: 3), () => new SGD(0.05f) { Momentum = 0.9f, Nesterov = true }),
        [nameof(BinaryNet)] = new(() => new BinaryNet(seed: 4), () => new RMSProp(1e-2f)),
        [nameof(LeNet)] = new(() => new LeNet(seed: 6), () => new Adam(1e-3f), HasLabels: true, Steps: 50),
        [nameof(LineNet)] = new(() => new LineNet(seed: 5), () => new SGD(0.05f)),
        [nameof(SignalNet)] = new(
            () => new SignalNet(seed: 8),
            () => new AdamW(1e-2f),
            InputGradients: (network, inputs, targets, inputGradients, step) => ((SignalNet)network).ComputeGradients(inputs, targets, inputGradients, step)),
        [nameof(SeparableNet)] = new(() => new SeparableNet(seed: 9), () => new Adam(1e-2f), HasLabels: true),
        [nameof(JoinedNet)] = new(() => new JoinedNet(seed: 11), () => new RMSProp(1e-2f)),
        [nameof(OwnNet)] = new(() => new OwnNet(seed: 10), () => new SGD(0.05f) { Momentum = 0.9f }),
        [nameof(TurnedNet)] = new(() => new TurnedNet(seed: 7), () => new SGD(0.05f), Steps: 2),
    };

    public static IEnumerable<string> Names => s_cases.Keys;

    public static TrainingCase Of(string name) => s_cases[name];
}
