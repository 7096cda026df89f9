namespace DslNet.Generators.Operations;

/// <summary>
/// A kernel as a key: equal to that of an equal kernel. After each edit all kernels of a project are compared, so that it keeps what takes as long as the
/// kernel has shapes: the hash, what it was found equal to, and the kernel in words, should somebody ask for them.
/// </summary>
/// <param name="kernel">The kernel.</param>
internal sealed class KernelKey(Kernel kernel) : IEquatable<KernelKey>
{
    private readonly int _hash = kernel.GetHashCode();
    private readonly Likeness _likeness = new(), _saying = new();

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

    /// <summary>Whether it is equal to another and has the same words. Both have one text of them from then on, as soon as somebody asks for it.</summary>
    public bool SaysTheSame(KernelKey other)
    {
        if (_saying.IsThatOf(other._saying))
            return true;
        if (!Equals(other) || !Comment.AreSame(Kernel, other.Kernel))
            return false;
        _saying.Join(other._saying);
        _words ??= other._words;
        other._words ??= _words;
        return true;
    }

    /// <summary>The order of its words and another's.</summary>
    public int CompareWords(KernelKey other) => SaysTheSame(other) ? 0 : string.CompareOrdinal(Words, other.Words);

    public override bool Equals(object? obj) => Equals(obj as KernelKey);

    public override int GetHashCode() => _hash;
}
