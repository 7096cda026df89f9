namespace DslNet.Networks.Tests;

/// <summary>A network under test: how it is created, whether its loss takes labels, and the gradient by its inputs if it has one.</summary>
internal sealed record NetworkCase(string Name, Func<INetwork> Create, bool TakesLabels = false, InputGradientStep? InputGradients = null)
{
    public static IReadOnlyList<NetworkCase> All { get; } =
    [
        new(nameof(LeNet5), () => new LeNet5(seed: 1), TakesLabels: true),
        new(nameof(ResidualNet), () => new ResidualNet(seed: 2), TakesLabels: true, (network, inputs, targets, labels, inputGradients, step) => targets.IsEmpty
            ? ((ResidualNet)network).ComputeGradients(inputs, labels, inputGradients, step)
            : ((ResidualNet)network).ComputeGradients(inputs, targets, inputGradients, step)),
        new(nameof(OddNet), () => new OddNet(seed: 3), InputGradients: (network, inputs, targets, _, inputGradients, step) =>
            ((OddNet)network).ComputeGradients(inputs, targets, inputGradients, step)),
        new(nameof(SingleNet), () => new SingleNet(seed: 4), InputGradients: (network, inputs, targets, _, inputGradients, step) =>
            ((SingleNet)network).ComputeGradients(inputs, targets, inputGradients, step)),
        new(nameof(RoutedNet), () => new RoutedNet(seed: 7), TakesLabels: true),
        new(nameof(ColumnsNet), () => new ColumnsNet(seed: 8)),
        new(nameof(WideNet), () => new WideNet(seed: 5)),
        new(nameof(UpdatedNet), () => new UpdatedNet(seed: 9)),
        new(nameof(TurnedNet), () => new TurnedNet(seed: 10)),
        new(nameof(SeparableNet), () => new SeparableNet(seed: 13), TakesLabels: true),
        new(nameof(SignalNet), () => new SignalNet(seed: 12), TakesLabels: true),
        new(nameof(BlockNet), () => new BlockNet(seed: 13)),
        new(nameof(NormalizedNet), () => new NormalizedNet(seed: 11)),
        new(nameof(BatchNet), () => new BatchNet(seed: 13), TakesLabels: true),
        new(nameof(TiledNet), () => new TiledNet(seed: 17), TakesLabels: true),
        new(nameof(KeywordNet), () => new KeywordNet(seed: 16), TakesLabels: true),
        new(nameof(JoinedNet), () => new JoinedNet(seed: 17), TakesLabels: true),
        new(nameof(NormalizedBlocksNet), () => new NormalizedBlocksNet(seed: 18), TakesLabels: true),
        new(nameof(LongerNet), () => new LongerNet(seed: 14), TakesLabels: true),
        new(nameof(EnlargedNet), () => new EnlargedNet(seed: 13), InputGradients: (network, inputs, targets, _, inputGradients, step) =>
            ((EnlargedNet)network).ComputeGradients(inputs, targets, inputGradients, step)),
        new(nameof(TransposedNet), () => new TransposedNet(seed: 15), TakesLabels: true),
        new(nameof(PictureNet), () => new PictureNet(seed: 6), InputGradients: (network, inputs, targets, _, inputGradients, step) =>
            ((PictureNet)network).ComputeGradients(inputs, targets, inputGradients, step)),
    ];

    public static NetworkCase Of(string name) => All.Single(item => item.Name == name);
}
