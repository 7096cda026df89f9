namespace DslNet.Generators.Operations;

/// <summary>
/// A kernel as a key: equal to that of an equal kernel. It keeps the hash, which takes as long as the kernel has shapes, and after each edit is asked for of
/// all kernels of a project.
/// </summary>
/// <param name="kernel">The kernel.</param>
internal sealed class KernelKey(Kernel kernel) : IEquatable<KernelKey>
{
    private readonly int _hash = kernel.GetHashCode();

    public Kernel Kernel { get; } = kernel;

    public bool Equals(KernelKey? other) => ReferenceEquals(this, other) || other?._hash == _hash && other.Kernel.Equals(Kernel);

    public override bool Equals(object? obj) => Equals(obj as KernelKey);

    public override int GetHashCode() => _hash;
}
