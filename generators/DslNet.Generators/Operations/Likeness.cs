namespace DslNet.Generators.Operations;

/// <summary>
/// What equal things have in common once they were compared, so that none of them needs to be compared again: a set that is joined with others, named by its
/// oldest member. Several threads may join sets at once: at worst, two things are compared again.
/// </summary>
internal sealed class Likeness
{
    private static long s_last;

    private readonly long _age = Interlocked.Increment(ref s_last);

    // Always an older one, so that there is a last.
    private Likeness? _older;

    /// <summary>Whether both are known to be of one set.</summary>
    public bool IsThatOf(Likeness other) => Oldest == other.Oldest;

    /// <summary>Makes one set of two.</summary>
    public void Join(Likeness other)
    {
        (Likeness one, Likeness two) = (Oldest, other.Oldest);
        if (one._age < two._age)
            two._older = one;
        else if (two._age < one._age)
            one._older = two;
    }

    private Likeness Oldest
    {
        get
        {
            if (_older is null)
                return this;
            Likeness oldest = _older;
            while (oldest._older is { } older)
                oldest = older;
            return _older = oldest;
        }
    }
}
