using DslNet.Generators.Operations;

namespace DslNet.Generators.Lowering;

/// <summary>
/// Lets the phases of a program compute some values again, where they are read, instead of keeping those of all samples from an earlier phase: what
/// is kept is written to memory and read from there, and what is computed again stays in the caches.
/// </summary>
internal sealed class Recomputation
{
    private readonly Dictionary<Buffer, (int Phase, List<Operation> Makers)> _remade = [];
    private readonly Dictionary<(Buffer Buffer, int Phase), Buffer> _copies = [];
    private readonly List<Operation> _operations = [];
    private int _phase;

    private Recomputation()
    {
    }

    /// <summary>The same operations, and before the first one of a later phase that reads such a value those that make it.</summary>
    public static IReadOnlyList<Operation> Of(IReadOnlyList<Operation> operations)
    {
        Recomputation recomputation = new();
        foreach (Operation operation in operations)
            recomputation.Add(operation);
        return recomputation._operations;
    }

    private void Add(Operation operation)
    {
        if (operation.When == When.In(Level.Call))
            _phase++;
        if (operation.Remakes is { } made)
        {
            if (!_remade.TryGetValue(made, out (int Phase, List<Operation> Makers) known))
                _remade.Add(made, known = (_phase, []));
            known.Makers.Add(operation);
        }

        Dictionary<Buffer, Buffer> replaced = [];
        foreach (Buffer buffer in operation.Operands.Select(operand => operand.Buffer).Distinct())
        {
            if (_remade.TryGetValue(buffer, out (int Phase, List<Operation> Makers) known) && known.Phase < _phase)
                replaced.Add(buffer, CopyOf(buffer, known.Makers));
        }

        _operations.Add(operation.On(replaced));
    }

    /// <summary>What the phase has in the place of a buffer of an earlier one.</summary>
    private Buffer CopyOf(Buffer buffer, IEnumerable<Operation> makers)
    {
        if (!_copies.TryGetValue((buffer, _phase), out Buffer? copy))
        {
            _copies.Add((buffer, _phase), copy = new(buffer.Kind, buffer.Name, buffer.Length, buffer.Per));
            _operations.AddRange(makers.Select(maker => maker.Again(_phase, new Dictionary<Buffer, Buffer> { [buffer] = copy })));
        }

        return copy;
    }
}
