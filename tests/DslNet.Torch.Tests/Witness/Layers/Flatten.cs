namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>Channel by channel.</summary>
internal sealed class Flatten() : TorchActivation(x => x.flatten(start_dim: 1));
