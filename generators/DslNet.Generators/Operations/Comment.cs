namespace DslNet.Generators.Operations;

/// <summary>Words of a kernel's comments. Kernels that differ in them alone are equal, unless somebody asks whether they say the same.</summary>
internal readonly struct Comment(string text) : IEquatable<Comment>
{
    [ThreadStatic]
    private static bool t_counts;

    private readonly string? _text = text;

    public static implicit operator Comment(string text) => new(text);

    public override string ToString() => _text ?? "";

    /// <summary>Whether two kernels are equal, and say the same: so much sooner found than by putting both in words.</summary>
    public static bool AreSame(Kernel one, Kernel other)
    {
        if (ReferenceEquals(one, other))
            return true;
        try
        {
            t_counts = true;
            return one.Equals(other);
        }
        finally
        {
            t_counts = false;
        }
    }

    public bool Equals(Comment other) => !t_counts || ToString() == other.ToString();

    public override bool Equals(object? obj) => obj is Comment;

    public override int GetHashCode() => 0;
}
