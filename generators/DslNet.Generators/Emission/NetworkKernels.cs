using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Planning;

namespace DslNet.Generators.Emission;

/// <summary>The kernels of a network that has programs of its own: what networks of a project may share.</summary>
/// <param name="Network">The network.</param>
/// <param name="Kernels">Its kernels.</param>
/// <param name="Words">What kernels say in comments: equal kernels may say it differently.</param>
/// <param name="PredictsOne">Whether it has a program for one sample, which kernels become part of.</param>
internal sealed record NetworkKernels(NetworkSpec Network, EquatableArray<Kernel> Kernels, EquatableArray<string> Words, bool PredictsOne)
{
    public static NetworkKernels Of(NetworkSpec network)
    {
        if (!network.IsValid)
            return new(network, default, default, PredictsOne: false);
        NetworkPlan plan = Compilation.Of(network);
        EquatableArray<Kernel> kernels = plan.IsTooLarge ? default : plan.Kernels.All.Select(kernel => kernel.Kernel).ToEquatableArray();
        return new(network, kernels, kernels.Select(kernel => kernel.ToString()).ToEquatableArray(), plan.OneSample is not null);
    }
}
