namespace DslNet;

/// <summary>How Adam draws parameters towards zero. Each way is a type, so that a sweep without decay has no arithmetic for it.</summary>
internal interface IDecay
{
    /// <summary>Whether a multiple of a parameter joins its gradient.</summary>
    static abstract bool JoinsGradient { get; }

    /// <summary>Whether a parameter shrinks before it is moved.</summary>
    static abstract bool ShrinksParameter { get; }
}
