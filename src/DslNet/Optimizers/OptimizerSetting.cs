using System.Runtime.CompilerServices;

namespace DslNet;

/// <summary>Checks the settings of optimisers.</summary>
internal static class OptimizerSetting
{
    public static float NonNegative(float value, [CallerMemberName] string name = "") => float.IsFinite(value) && value >= 0
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be zero or positive.");

    public static float Positive(float value, [CallerMemberName] string name = "") => float.IsFinite(value) && value > 0
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be positive.");

    public static float Fraction(float value, [CallerMemberName] string name = "") => value is >= 0 and < 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be at least 0 and below 1.");
}
