using System.Runtime.CompilerServices;

namespace DslNet;

/// <summary>Checks the settings of schedules.</summary>
internal static class ScheduleSetting
{
    public static long Positive(long value, [CallerArgumentExpression(nameof(value))] string name = "") => value > 0
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be 1 or more.");

    public static float Factor(float value, [CallerArgumentExpression(nameof(value))] string name = "") => float.IsFinite(value) && value > 0
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be positive: what the learning rate is multiplied by.");
}
