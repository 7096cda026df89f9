using System.ComponentModel;

namespace DslNet.CompilerServices;

/// <summary>The sums of the gradients and of the losses: for generated code only.</summary>
/// <param name="memory">The network's memory.</param>
/// <param name="inputs">The samples; all lengths were checked.</param>
/// <param name="targets">Their targets, or nothing.</param>
/// <param name="labels">Their labels, or nothing.</param>
/// <param name="inputGradients">Where the gradients with respect to the inputs go, or nothing.</param>
/// <param name="count">The number of samples.</param>
/// <param name="scale">What gradients are multiplied by.</param>
/// <param name="seed">The network's seed.</param>
/// <param name="step">The number of the training step.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct GradientCall(
    NetworkMemory memory, ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<int> labels, Span<float> inputGradients, int count,
    float scale, int seed, long step) : IProgramCall
{
    private readonly NetworkMemory _memory = memory;
    private readonly ReadOnlySpan<float> _inputs = inputs;
    private readonly ReadOnlySpan<float> _targets = targets;
    private readonly ReadOnlySpan<int> _labels = labels;
    private readonly Span<float> _inputGradients = inputGradients;
    private readonly int _count = count;
    private readonly float _scale = scale;
    private readonly int _seed = seed;
    private readonly long _step = step;

    /// <inheritdoc />
    public double Run<TPrograms>() where TPrograms : struct, INetworkPrograms =>
        NetworkRun.SumGradients<TPrograms>(_memory, _inputs, _targets, _labels, _inputGradients, _count, _scale, _seed, _step);
}
