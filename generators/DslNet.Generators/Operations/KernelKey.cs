namespace DslNet.Generators.Operations;

/// <summary>
/// A kernel as a key: equal to that of an equal kernel. After each edit all kernels of a project are compared, so that it keeps what takes as long as the
/// kernel has shapes: the hash, what it was found equal to, and the kernel in words.
/// </summary>
/// <param name="kernel">The kernel.</param>
internal sealed class KernelKey(Kernel kernel) : IEquatable<KernelKey>
{
    private readonly int _hash = kernel.GetHashCode();
    private readonly Likeness _likeness = new();

    private string? _words;

    public Kernel Kernel { get; } = kernel;

    /// <summary>The kernel with what only its comments say, in which equal kernels may differ.</summary>
    public string Words => _words ??= Kernel.ToString();

    public bool Equals(KernelKey? other)
    {
        if (other is null || other._hash != _hash)
            return false;
        if (_likeness.IsThatOf(other._likeness))
            return true;
        if (!other.Kernel.Equals(Kernel))
            return false;
        _likeness.Join(other._likeness);
        return true;
    }

    /// <summary>The order of its words and another's. Where they are equal, both have the same text from then on, which takes no time to compare.</summary>
    public int CompareWords(KernelKey other)
    {
        int order = string.CompareOrdinal(Words, other.Words);
        if (order == 0)
            _words = other.Words;
        return order;
    }

    public override bool Equals(object? obj) => Equals(obj as KernelKey);

    public override int GetHashCode() => _hash;
}
