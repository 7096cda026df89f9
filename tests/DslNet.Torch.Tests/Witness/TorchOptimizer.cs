using TorchSharp;
using TorchSharp.Modules;

namespace DslNet.Torch.Tests.Witness;

/// <summary>An optimiser of the library as libtorch has it. One subclass an optimiser.</summary>
internal abstract class TorchOptimizer
{
    /// <summary>Optimisers with different settings, each setting other than its default in one of them at least.</summary>
    public abstract IReadOnlyList<Func<Optimizer>> Cases { get; }

    /// <summary>libtorch's with an optimiser's settings.</summary>
    public abstract torch.optim.Optimizer Create(IEnumerable<Parameter> parameters, Optimizer optimizer);
}
