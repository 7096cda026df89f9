using DslNet.Generators.Model;
using DslNet.Generators.Planning;

namespace DslNet.Generators.Emission;

/// <summary>A network that has programs of its own, with its plan. The plan follows from the specification, so that this alone is compared.</summary>
/// <param name="network">The specification, without errors.</param>
internal sealed class PlannedNetwork(NetworkSpec network) : IEquatable<PlannedNetwork>
{
    private IReadOnlyList<KernelSpelling>? _spellings;

    public NetworkSpec Network { get; } = network;

    public NetworkPlan Plan { get; } = Compilation.Of(network);

    /// <summary>What its kernels are named after where other networks call them too.</summary>
    public IReadOnlyList<KernelSpelling> Spellings => _spellings ??= [.. Plan.Kernels.All.Select(kernel => new KernelSpelling(kernel.Key))];

    public bool Equals(PlannedNetwork? other) => Network.Equals(other?.Network);

    public override bool Equals(object? obj) => Equals(obj as PlannedNetwork);

    public override int GetHashCode() => Network.GetHashCode();
}
