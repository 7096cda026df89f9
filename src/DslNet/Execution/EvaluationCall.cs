using System.ComponentModel;

namespace DslNet.CompilerServices;

/// <summary>A prediction, and the sum of the losses where there are targets or labels: for generated code only.</summary>
/// <typeparam name="TSamples">What a caller passes to the network.</typeparam>
/// <param name="memory">The network's memory.</param>
/// <param name="samples">What the caller passed.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct EvaluationCall<TSamples>(NetworkMemory memory, TSamples samples) : IProgramCall<TSamples>
    where TSamples : struct, ISamples, allows ref struct
{
    private readonly NetworkMemory _memory = memory;
    private readonly TSamples _samples = samples;

    /// <inheritdoc />
    public double Run<TPrograms>() where TPrograms : struct, INetworkPrograms<TSamples> => NetworkRun.Evaluate<TPrograms, TSamples>(_memory, _samples);
}
