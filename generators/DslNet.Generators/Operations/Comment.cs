namespace DslNet.Generators.Operations;

/// <summary>Words of a kernel's comments. Kernels that differ in them alone are equal.</summary>
internal readonly struct Comment(string text) : IEquatable<Comment>
{
    private readonly string? _text = text;

    public static implicit operator Comment(string text) => new(text);

    public override string ToString() => _text ?? "";

    public bool Equals(Comment other) => true;

    public override bool Equals(object? obj) => obj is Comment;

    public override int GetHashCode() => 0;
}
