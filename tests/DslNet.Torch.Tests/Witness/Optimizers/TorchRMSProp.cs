using TorchSharp;
using TorchSharp.Modules;

namespace DslNet.Torch.Tests.Witness.Optimizers;

/// <summary>Steps divided by a running root mean square.</summary>
internal sealed class TorchRMSProp : TorchOptimizer
{
    public override IReadOnlyList<Func<Optimizer>> Cases { get; } =
    [
        () => new DslNet.RMSProp(),
        () => new DslNet.RMSProp(0.003f) { WeightDecay = 0.02f },
        () => new DslNet.RMSProp(0.003f) { Alpha = 0.9f, Epsilon = 1e-3f },
        () => new DslNet.RMSProp(0.003f) { Momentum = 0.8f, WeightDecay = 0.02f },
    ];

    public override torch.optim.Optimizer Create(IEnumerable<Parameter> parameters, Optimizer optimizer)
    {
        var rmsprop = (DslNet.RMSProp)optimizer;
        return torch.optim.RMSProp(parameters, rmsprop.LearningRate, rmsprop.Alpha, rmsprop.Epsilon, rmsprop.WeightDecay, rmsprop.Momentum);
    }
}
