using TorchSharp;
using TorchSharp.Modules;

namespace DslNet.Torch.Tests.Witness.Optimizers;

/// <summary>Adam with decoupled weight decay. PyTorch's default decay is 0.01, TorchSharp's 0: it is always said.</summary>
internal sealed class TorchAdamW : TorchOptimizer
{
    public override IReadOnlyList<Func<Optimizer>> Cases { get; } =
    [
        () => new DslNet.AdamW(),
        () => new DslNet.AdamW(0.01f) { WeightDecay = 0.1f },
        () => new DslNet.AdamW(0.01f) { WeightDecay = 0, Beta1 = 0.8f, Beta2 = 0.95f, Epsilon = 1e-4f },
    ];

    public override torch.optim.Optimizer Create(IEnumerable<Parameter> parameters, Optimizer optimizer)
    {
        var adam = (DslNet.AdamW)optimizer;
        return torch.optim.AdamW(parameters, adam.LearningRate, adam.Beta1, adam.Beta2, adam.Epsilon, adam.WeightDecay);
    }
}
