using TorchSharp;
using TorchSharp.Modules;

namespace DslNet.Torch.Tests.Witness.Optimizers;

/// <summary>Gradient descent.</summary>
internal sealed class TorchSGD : TorchOptimizer
{
    public override IReadOnlyList<Func<Optimizer>> Cases { get; } =
    [
        () => new DslNet.SGD(0.05f),
        () => new DslNet.SGD(0.2f) { WeightDecay = 0.02f },
        () => new DslNet.SGD(0.05f) { Momentum = 0.9f },
        () => new DslNet.SGD(0.05f) { Momentum = 0.8f, Dampening = 0.3f, WeightDecay = 0.02f },
        () => new DslNet.SGD(0.05f) { Momentum = 0.9f, Nesterov = true },
        () => new DslNet.SGD(0.05f) { Momentum = 0.7f, Nesterov = true, WeightDecay = 0.02f },
    ];

    public override torch.optim.Optimizer Create(IEnumerable<Parameter> parameters, Optimizer optimizer)
    {
        var sgd = (DslNet.SGD)optimizer;
        return torch.optim.SGD(parameters, sgd.LearningRate, sgd.Momentum, sgd.Dampening, sgd.WeightDecay, sgd.Nesterov);
    }
}
