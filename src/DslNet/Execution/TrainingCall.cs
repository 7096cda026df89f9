using System.ComponentModel;

namespace DslNet.CompilerServices;

/// <summary>The sums of the gradients and of the losses, and an update of all parameters: for generated code only.</summary>
/// <typeparam name="TSamples">What a caller passes to the network.</typeparam>
/// <typeparam name="TUpdate">The update.</typeparam>
/// <param name="memory">The network's memory.</param>
/// <param name="samples">What the caller passed.</param>
/// <param name="scale">What gradients are multiplied by.</param>
/// <param name="seed">The network's seed.</param>
/// <param name="step">The number of the training step.</param>
/// <param name="update">The update.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct TrainingCall<TSamples, TUpdate>(NetworkMemory memory, TSamples samples, float scale, int seed, long step, TUpdate update)
    : IProgramCall<TSamples>
    where TSamples : struct, ISamples, allows ref struct
    where TUpdate : struct, IParameterUpdate, allows ref struct
{
    private readonly NetworkMemory _memory = memory;
    private readonly TSamples _samples = samples;
    private readonly float _scale = scale;
    private readonly int _seed = seed;
    private readonly long _step = step;
    private readonly TUpdate _update = update;

    /// <inheritdoc />
    public double Run<TPrograms>() where TPrograms : struct, INetworkPrograms<TSamples> =>
        NetworkRun.Train<TPrograms, TSamples, TUpdate>(_memory, _samples, _scale, _seed, _step, _update);
}
