namespace DslNet.CompilerServices;

/// <summary>Which of a network's parameters optimisers leave alone: whole tensors.</summary>
/// <param name="length">How many parameters there are.</param>
internal sealed class FrozenParameters(int length)
{
    // Made when something is frozen: to have it compiled takes a millisecond of a program's start.
    private SortedDictionary<int, int>? _spans;
    private (int Start, int End)[] _others = [(0, length)];

    /// <summary>Whether there are any.</summary>
    public bool Any => _spans is { Count: > 0 };

    /// <summary>The parameters between them, in ascending order: another array whenever they change.</summary>
    public (int Start, int End)[] Others => _others;

    /// <summary>The spans themselves, in ascending order.</summary>
    public IEnumerable<(int Start, int Length)> Spans => _spans?.Select(span => (span.Key, span.Value)) ?? [];

    public bool Contains(int start) => _spans?.ContainsKey(start) == true;

    /// <summary>Freezes a tensor, or lets it learn again.</summary>
    public void Set(int start, int count, bool frozen)
    {
        _spans ??= [];
        if (frozen)
            _spans[start] = count;
        else
            _spans.Remove(start);
        List<(int, int)> others = [];
        int end = 0;
        foreach ((int from, int extent) in _spans)
        {
            if (from > end)
                others.Add((end, from));
            end = from + extent;
        }

        if (end < length)
            others.Add((end, length));
        _others = [.. others];
    }
}
