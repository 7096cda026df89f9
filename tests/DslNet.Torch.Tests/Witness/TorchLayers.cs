using DslNet.Torch.Tests.Witness.Layers;

namespace DslNet.Torch.Tests.Witness;

/// <summary>All layers as libtorch has them, by the names of their attributes. One line a layer.</summary>
internal static class TorchLayers
{
    public static IReadOnlyDictionary<string, TorchLayer> All { get; } = new Dictionary<string, TorchLayer>
    {
        ["AdaptiveAvgPool1D"] = new AdaptiveAvgPool(),
        ["AdaptiveAvgPool2D"] = new AdaptiveAvgPool(),
        ["Add"] = new Add(),
        ["AvgPool1D"] = new AvgPool(),
        ["AvgPool2D"] = new AvgPool(),
        ["CELU"] = new CELU(),
        ["Concat"] = new Concat(),
        ["Conv1D"] = new Conv1D(),
        ["Conv2D"] = new Conv2D(),
        ["ConvTranspose1D"] = new ConvTranspose(),
        ["ConvTranspose2D"] = new ConvTranspose(),
        ["Dense"] = new Dense(),
        ["Dropout"] = new Dropout(),
        ["ELU"] = new ELU(),
        ["Flatten"] = new Flatten(),
        ["GELU"] = new GELU(),
        ["GlobalAvgPool"] = new GlobalAvgPool(),
        ["GlobalMaxPool"] = new GlobalMaxPool(),
        ["GroupNorm"] = new GroupNorm(),
        ["InstanceNorm"] = new InstanceNorm(),
        ["LayerNorm"] = new LayerNorm(),
        ["HardShrink"] = new HardShrink(),
        ["HardSigmoid"] = new HardSigmoid(),
        ["HardSwish"] = new HardSwish(),
        ["HardTanh"] = new HardTanh(),
        ["LeakyReLU"] = new LeakyReLU(),
        ["LogSigmoid"] = new LogSigmoid(),
        ["LogSoftmax"] = new LogSoftmax(),
        ["MaxPool1D"] = new MaxPool(),
        ["MaxPool2D"] = new MaxPool(),
        ["Mish"] = new Mish(),
        ["Pad"] = new Pad(),
        ["PReLU"] = new PReLU(),
        ["ReLU"] = new ReLU(),
        ["RMSNorm"] = new RMSNorm(),
        ["ReLU6"] = new ReLU6(),
        ["SELU"] = new SELU(),
        ["Sigmoid"] = new Sigmoid(),
        ["SiLU"] = new SiLU(),
        ["Softmax"] = new Softmax(),
        ["Softplus"] = new Softplus(),
        ["Softshrink"] = new Softshrink(),
        ["Softsign"] = new Softsign(),
        ["Tanh"] = new Tanh(),
        ["Threshold"] = new Threshold(),
        ["Upsample"] = new Upsample(),
    };
}
