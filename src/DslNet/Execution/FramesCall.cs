using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DslNet.CompilerServices;

/// <summary>The prediction of a block of frames that follow those which a state has seen: for generated code only.</summary>
/// <typeparam name="TSamples">What a caller passes to the network.</typeparam>
/// <param name="memory">The network's memory.</param>
/// <param name="state">The state.</param>
/// <param name="samples">The frames, and where their outputs go.</param>
/// <param name="frames">How many frames.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
public readonly ref struct FramesCall<TSamples>(NetworkMemory memory, SequenceState state, TSamples samples, int frames) : IProgramCall<TSamples>
    where TSamples : struct, ISamples, allows ref struct
{
    private readonly NetworkMemory _memory = memory;
    private readonly SequenceState _state = state;
    private readonly TSamples _samples = samples;
    private readonly int _frames = frames;

    /// <inheritdoc />
    public double Run<TPrograms>() where TPrograms : struct, INetworkPrograms<TSamples>
    {
        _samples.CheckForeignWhereWritten(_memory.ParametersAndStates);
        ref float parameters = ref MemoryMarshal.GetReference(_memory.Parameters);
        ref float scratch = ref MemoryMarshal.GetReference(_state.Scratch);
        ref float state = ref MemoryMarshal.GetReference(_state.Memory);
        if (_frames != 1)
            return TPrograms.Process(in _samples, 0, _frames, ref parameters, ref scratch, ref state);
        TPrograms.Step(in _samples, ref parameters, ref scratch, ref state);
        return 0;
    }
}
