using System.ComponentModel;

namespace DslNet.CompilerServices;

/// <summary>A prediction, and the sum of the losses where there are targets or labels: for generated code only.</summary>
/// <param name="memory">The network's memory.</param>
/// <param name="inputs">The samples; all lengths were checked.</param>
/// <param name="targets">Their targets, or nothing.</param>
/// <param name="labels">Their labels, or nothing.</param>
/// <param name="outputs">Where the outputs go, or nothing.</param>
/// <param name="count">The number of samples.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct EvaluationCall(
    NetworkMemory memory, ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<int> labels, Span<float> outputs, int count) : IProgramCall
{
    private readonly NetworkMemory _memory = memory;
    private readonly ReadOnlySpan<float> _inputs = inputs;
    private readonly ReadOnlySpan<float> _targets = targets;
    private readonly ReadOnlySpan<int> _labels = labels;
    private readonly Span<float> _outputs = outputs;
    private readonly int _count = count;

    /// <inheritdoc />
    public double Run<TPrograms>() where TPrograms : struct, INetworkPrograms =>
        NetworkRun.Evaluate<TPrograms>(_memory, _inputs, _targets, _labels, _outputs, _count);
}
