namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>The mean of each channel.</summary>
internal sealed class GlobalAvgPool() : TorchActivation(x => x.flatten(2).mean([2]));
