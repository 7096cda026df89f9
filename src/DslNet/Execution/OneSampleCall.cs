using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DslNet.CompilerServices;

/// <summary>The prediction of one sample, with lengths that were checked: for generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct OneSampleCall : IProgramCall
{
    private readonly ref float _inputs;
    private readonly ref float _outputs;
    private readonly ref float _parameters;

    /// <param name="inputs">The sample.</param>
    /// <param name="outputs">Where the outputs go.</param>
    /// <param name="parameters">The parameters.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public OneSampleCall(ReadOnlySpan<float> inputs, Span<float> outputs, Span<float> parameters)
    {
        _inputs = ref MemoryMarshal.GetReference(inputs);
        _outputs = ref MemoryMarshal.GetReference(outputs);
        _parameters = ref MemoryMarshal.GetReference(parameters);
    }

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Run<TPrograms>() where TPrograms : struct, INetworkPrograms
    {
        TPrograms.PredictOne(ref _inputs, ref _outputs, ref _parameters);
        return 0;
    }
}
