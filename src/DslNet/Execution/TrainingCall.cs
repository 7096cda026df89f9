using System.ComponentModel;

namespace DslNet.CompilerServices;

/// <summary>The sums of the gradients and of the losses, and an update of all parameters: for generated code only.</summary>
/// <typeparam name="TUpdate">The update.</typeparam>
/// <param name="memory">The network's memory.</param>
/// <param name="inputs">The samples; all lengths were checked.</param>
/// <param name="targets">Their targets, or nothing.</param>
/// <param name="labels">Their labels, or nothing.</param>
/// <param name="count">The number of samples.</param>
/// <param name="scale">What gradients are multiplied by.</param>
/// <param name="seed">The network's seed.</param>
/// <param name="step">The number of the training step.</param>
/// <param name="update">The update.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct TrainingCall<TUpdate>(
    NetworkMemory memory, ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<int> labels, int count, float scale, int seed, long step,
    TUpdate update) : IProgramCall
    where TUpdate : struct, IParameterUpdate, allows ref struct
{
    private readonly NetworkMemory _memory = memory;
    private readonly ReadOnlySpan<float> _inputs = inputs;
    private readonly ReadOnlySpan<float> _targets = targets;
    private readonly ReadOnlySpan<int> _labels = labels;
    private readonly int _count = count;
    private readonly float _scale = scale;
    private readonly int _seed = seed;
    private readonly long _step = step;
    private readonly TUpdate _update = update;

    /// <inheritdoc />
    public double Run<TPrograms>() where TPrograms : struct, INetworkPrograms =>
        NetworkRun.Train<TPrograms, TUpdate>(_memory, _inputs, _targets, _labels, _count, _scale, _seed, _step, _update);
}
