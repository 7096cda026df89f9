using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Lowering;

/// <summary>
/// Where values of frames and values of whole sequences meet: an operation on values of sequences alone is done once for each sequence, all others for
/// frames. Layers know nothing of it. One that reduces frames has operations on both.
/// </summary>
/// <param name="network">The network.</param>
internal sealed class SequenceValues(NetworkSpec network)
{
    private readonly HashSet<string> _layers = [.. network.Nodes.Where(node => node.Inputs.All(network.IsOfSequence)).Select(node => node.Name)];
    private readonly bool _areAny = network.Nodes.Any(node => node.IsOfSequence);
    private readonly Dictionary<Buffer, Buffer> _own = [];

    /// <summary>The operation, done as often as it must be.</summary>
    public Operation Place(Operation operation)
    {
        if (!_areAny || operation.When.Level < Level.Block)
            return operation;
        if (operation.Layer is { } layer && _layers.Contains(layer))
            operation = operation.On(operation.Operands.Select(operand => operand.Buffer).Where(IsOfFrames).Distinct().ToDictionary(buffer => buffer, OfSequence));
        return operation.Operands.Any(operand => IsOfFrames(operand.Buffer)) || !operation.Operands.Any(operand => operand.Buffer.Per == Level.Sequence)
            ? operation
            : operation.OncePerSequence();
    }

    private static bool IsOfFrames(Buffer buffer) => buffer is { Kind: BufferKind.Scratch or BufferKind.Port or BufferKind.PortGradient, Per: > Level.Sequence };

    /// <summary>What a layer behind a reduction has in place of memory for each sample.</summary>
    private Buffer OfSequence(Buffer buffer)
    {
        if (!_own.TryGetValue(buffer, out Buffer? own))
            _own.Add(buffer, own = Buffer.OfSequence(buffer.Name, buffer.Length));
        return own;
    }
}
