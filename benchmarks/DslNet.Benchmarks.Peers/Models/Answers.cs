namespace DslNet.Benchmarks.Models;

/// <summary>What one output should say of a batch.</summary>
/// <param name="Targets">samples × output length, or nothing for a classifier.</param>
/// <param name="Labels">One class a sample, or nothing where there are targets.</param>
internal sealed record Answers(float[] Targets, int[] Labels);
