namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>The mean of each channel.</summary>
internal sealed class GlobalAvgPool() : TorchActivation(x => x.mean([2, 3]));
