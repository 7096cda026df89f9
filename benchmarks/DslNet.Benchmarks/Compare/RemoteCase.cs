using DslNet.Benchmarks.Measuring;
using DslNet.Benchmarks.Protocol;

namespace DslNet.Benchmarks.Compare;

/// <summary>A case that a peer's process times.</summary>
internal sealed class RemoteCase(PeerProcess process) : Case
{
    /// <inheritdoc />
    public override void WarmUp() => process.Ask(new(Request.WarmUp));

    /// <inheritdoc />
    public override void Pin(int core) => process.Ask(new(Request.Pin, Core: core));

    /// <inheritdoc />
    public override Repeat Measure() => process.Ask(new(Request.Measure)).Repeat;
}
