namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>The logistic function.</summary>
internal sealed class Sigmoid() : TorchActivation(x => x.sigmoid());
