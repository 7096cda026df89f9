using TorchSharp;
using TorchSharp.Modules;

namespace DslNet.Torch.Tests.Witness.Optimizers;

/// <summary>Adam.</summary>
internal sealed class TorchAdam : TorchOptimizer
{
    public override IReadOnlyList<Func<Optimizer>> Cases { get; } =
    [
        () => new DslNet.Adam(),
        () => new DslNet.Adam(0.01f) { WeightDecay = 0.02f },
        () => new DslNet.Adam(0.01f) { Beta1 = 0.5f, Beta2 = 0.9f },
        () => new DslNet.Adam(0.01f) { Beta1 = 0, Beta2 = 0.99f },
        () => new DslNet.Adam(0.01f) { Epsilon = 1e-3f },
    ];

    public override torch.optim.Optimizer Create(IEnumerable<Parameter> parameters, Optimizer optimizer)
    {
        var adam = (DslNet.Adam)optimizer;
        return torch.optim.Adam(parameters, adam.LearningRate, adam.Beta1, adam.Beta2, adam.Epsilon, adam.WeightDecay);
    }
}
