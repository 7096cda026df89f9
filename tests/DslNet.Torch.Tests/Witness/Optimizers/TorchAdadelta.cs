using TorchSharp;
using TorchSharp.Modules;

namespace DslNet.Torch.Tests.Witness.Optimizers;

/// <summary>Steps by the root mean square of those before.</summary>
internal sealed class TorchAdadelta : TorchOptimizer
{
    public override IReadOnlyList<Func<Optimizer>> Cases { get; } =
    [
        () => new DslNet.Adadelta(),
        () => new DslNet.Adadelta(0.5f) { Rho = 0.8f, Epsilon = 1e-4f, WeightDecay = 0.02f },
    ];

    public override torch.optim.Optimizer Create(IEnumerable<Parameter> parameters, Optimizer optimizer)
    {
        var adadelta = (DslNet.Adadelta)optimizer;
        return torch.optim.Adadelta(parameters, adadelta.LearningRate, adadelta.Rho, adadelta.Epsilon, adadelta.WeightDecay);
    }
}
