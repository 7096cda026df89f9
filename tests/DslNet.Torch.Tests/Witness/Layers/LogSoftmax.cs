using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>Over the features of a vector, or over the channels at each position of an image.</summary>
internal sealed class LogSoftmax() : TorchActivation(x => nn.functional.log_softmax(x, dim: 1));
