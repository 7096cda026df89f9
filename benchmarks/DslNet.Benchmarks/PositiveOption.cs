using System.CommandLine;

namespace DslNet.Benchmarks;

/// <summary>Options that count something.</summary>
internal static class PositiveOption
{
    /// <summary>Refuses 0 and less.</summary>
    public static void MustBePositive(this Option<int> option) => option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<int>() < 1)
            result.AddError($"{option.Name} must be 1 or more.");
    });

    /// <summary>Refuses 0 and less.</summary>
    public static void MustBePositive(this Option<int[]> option) => option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<int[]>() is { } counts && counts.Any(count => count < 1))
            result.AddError($"{option.Name} must be 1 or more.");
    });
}
