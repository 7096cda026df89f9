namespace DslNet;

/// <summary>State of other types.</summary>
internal static class StateVisitors
{
    public static int Count(this IStateVisitor visitor, string name, int value) => (int)visitor.Whole(name, value);

    public static float Single(this IStateVisitor visitor, string name, float value) => (float)visitor.Real(name, value);

    public static bool Truth(this IStateVisitor visitor, string name, bool value) => visitor.Whole(name, value ? 1L : 0) != 0;
}
