namespace DslNet;

/// <summary>Parameters are not drawn to zero.</summary>
internal readonly struct NoDecay : IDecay
{
    public static bool JoinsGradient => false;

    public static bool ShrinksParameter => false;
}
