using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DslNet.Generators.Tests.Harness;

/// <summary>A second run must find every specification unchanged and write nothing anew.</summary>
internal static class Caching
{
    private static readonly string[] s_steps = [NetworkGenerator.NetworksStep, NetworkGenerator.TargetsStep, NetworkGenerator.CollisionsStep, NetworkGenerator.SharedStep, NetworkGenerator.SharedKernelsStep, NetworkGenerator.WeightsStep];

    public static void Verify(GeneratorDriver driver, GeneratorRunResult before)
    {
        GeneratorRunResult after = Assert.Single(driver.GetRunResult().Results);
        foreach (string step in s_steps)
        {
            // A compilation without networks has no step of theirs.
            if (before.TrackedSteps.TryGetValue(step, out ImmutableArray<IncrementalGeneratorRunStep> first))
                Verify(step, first, after.TrackedSteps[step]);
        }

        Assert.Equal(before.TrackedOutputSteps.Count, after.TrackedOutputSteps.Count);
        foreach ((string name, ImmutableArray<IncrementalGeneratorRunStep> steps) in before.TrackedOutputSteps)
            Verify(name, steps, after.TrackedOutputSteps[name]);
    }

    private static void Verify(string name, ImmutableArray<IncrementalGeneratorRunStep> before, ImmutableArray<IncrementalGeneratorRunStep> after)
    {
        Assert.Equal(before.Sum(step => step.Outputs.Length), after.Sum(step => step.Outputs.Length));
        Assert.All(after.SelectMany(step => step.Outputs), output => Assert.True(
            output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{name} was {output.Reason}."));
    }
}
