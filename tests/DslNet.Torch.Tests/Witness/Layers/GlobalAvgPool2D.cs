namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>The mean of each channel.</summary>
internal sealed class GlobalAvgPool2D() : TorchActivation(x => x.mean([2, 3]));
