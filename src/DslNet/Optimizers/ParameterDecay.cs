namespace DslNet;

/// <summary>Decoupled decay: a parameter shrinks, whatever its gradient.</summary>
internal readonly struct ParameterDecay : IDecay
{
    public static bool JoinsGradient => false;

    public static bool ShrinksParameter => true;
}
