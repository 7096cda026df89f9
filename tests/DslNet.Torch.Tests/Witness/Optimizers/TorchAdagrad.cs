using TorchSharp;
using TorchSharp.Modules;

namespace DslNet.Torch.Tests.Witness.Optimizers;

/// <summary>Steps divided by the root of all squares.</summary>
internal sealed class TorchAdagrad : TorchOptimizer
{
    public override IReadOnlyList<Func<Optimizer>> Cases { get; } =
    [
        () => new DslNet.Adagrad(),
        () => new DslNet.Adagrad(0.05f) { LearningRateDecay = 0.1f, WeightDecay = 0.02f },
        () => new DslNet.Adagrad(0.05f) { InitialAccumulator = 0.1f, Epsilon = 1e-3f },
    ];

    public override torch.optim.Optimizer Create(IEnumerable<Parameter> parameters, Optimizer optimizer)
    {
        var adagrad = (DslNet.Adagrad)optimizer;
        return torch.optim.Adagrad(parameters, adagrad.LearningRate, adagrad.LearningRateDecay, adagrad.WeightDecay, adagrad.InitialAccumulator, adagrad.Epsilon);
    }
}
