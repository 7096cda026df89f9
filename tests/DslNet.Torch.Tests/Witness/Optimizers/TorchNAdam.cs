using TorchSharp;
using TorchSharp.Modules;

namespace DslNet.Torch.Tests.Witness.Optimizers;

/// <summary>Adam with Nesterov momentum.</summary>
internal sealed class TorchNAdam : TorchOptimizer
{
    public override IReadOnlyList<Func<Optimizer>> Cases { get; } =
    [
        () => new DslNet.NAdam(),
        () => new DslNet.NAdam(0.01f) { WeightDecay = 0.02f, MomentumDecay = 0.1f },
        () => new DslNet.NAdam(0.01f) { Beta1 = 0.5f, Beta2 = 0.9f, Epsilon = 1e-3f },
    ];

    public override torch.optim.Optimizer Create(IEnumerable<Parameter> parameters, Optimizer optimizer)
    {
        var adam = (DslNet.NAdam)optimizer;
        return torch.optim.NAdam(parameters, adam.LearningRate, adam.Beta1, adam.Beta2, adam.Epsilon, adam.WeightDecay, adam.MomentumDecay);
    }
}
