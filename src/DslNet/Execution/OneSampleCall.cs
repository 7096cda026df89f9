using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DslNet.CompilerServices;

/// <summary>The prediction of one sample: for generated code only.</summary>
/// <typeparam name="TSamples">What a caller passes to the network.</typeparam>
/// <param name="samples">The sample, and where its outputs go.</param>
/// <param name="parameters">The parameters.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
public readonly ref struct OneSampleCall<TSamples>(TSamples samples, Span<float> parameters) : IProgramCall<TSamples>
    where TSamples : struct, ISamples, allows ref struct
{
    private readonly TSamples _samples = samples;
    private readonly Span<float> _parameters = parameters;

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Run<TPrograms>() where TPrograms : struct, INetworkPrograms<TSamples>
    {
        TPrograms.PredictOne(in _samples, ref MemoryMarshal.GetReference(_parameters));
        return 0;
    }
}
