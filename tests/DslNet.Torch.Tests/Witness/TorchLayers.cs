using DslNet.Torch.Tests.Witness.Layers;

namespace DslNet.Torch.Tests.Witness;

/// <summary>All layers as libtorch has them, by the names of their attributes. One line a layer.</summary>
internal static class TorchLayers
{
    public static IReadOnlyDictionary<string, TorchLayer> All { get; } = new Dictionary<string, TorchLayer>
    {
        ["Activation"] = new Activation(),
        ["Add"] = new Add(),
        ["AvgPool2D"] = new AvgPool2D(),
        ["CELU"] = new CELU(),
        ["Concat"] = new Concat(),
        ["Conv1D"] = new Conv1D(),
        ["Conv2D"] = new Conv2D(),
        ["Dense"] = new Dense(),
        ["Dropout"] = new Dropout(),
        ["ELU"] = new ELU(),
        ["Flatten"] = new Flatten(),
        ["GELU"] = new GELU(),
        ["GlobalAvgPool2D"] = new GlobalAvgPool2D(),
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
        ["MaxPool2D"] = new MaxPool2D(),
        ["Mish"] = new Mish(),
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
    };
}
