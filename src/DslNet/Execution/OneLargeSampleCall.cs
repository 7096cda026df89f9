using System.ComponentModel;
using System.Runtime.InteropServices;

namespace DslNet.CompilerServices;

/// <summary>The prediction of one sample of a network whose scratch memory is too much for the stack: for generated code only.</summary>
/// <typeparam name="TSamples">What a caller passes to the network.</typeparam>
/// <param name="memory">The network's memory.</param>
/// <param name="samples">The sample, and where its outputs go.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct OneLargeSampleCall<TSamples>(NetworkMemory memory, TSamples samples) : IProgramCall<TSamples>
    where TSamples : struct, ISamples, allows ref struct
{
    private readonly NetworkMemory _memory = memory;
    private readonly TSamples _samples = samples;

    /// <inheritdoc />
    public double Run<TPrograms>() where TPrograms : struct, INetworkPrograms<TSamples>
    {
        _samples.CheckForeignWhereWritten(_memory.ParametersAndStates);
        AlignedMemory arena = _memory.RentArena();
        TPrograms.PredictOne(in _samples, ref MemoryMarshal.GetReference(_memory.Parameters), ref MemoryMarshal.GetReference(arena.Span));
        _memory.ReturnArena(arena);
        return 0;
    }
}
