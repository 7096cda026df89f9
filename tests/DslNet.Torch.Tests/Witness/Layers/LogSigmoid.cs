using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>The logarithm of the sigmoid.</summary>
internal sealed class LogSigmoid() : TorchActivation(x => nn.functional.logsigmoid(x));
