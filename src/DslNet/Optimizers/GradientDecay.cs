namespace DslNet;

/// <summary>An L2 penalty: a multiple of a parameter joins its gradient.</summary>
internal readonly struct GradientDecay : IDecay
{
    public static bool JoinsGradient => true;

    public static bool ShrinksParameter => false;
}
