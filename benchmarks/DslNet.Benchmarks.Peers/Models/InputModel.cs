namespace DslNet.Benchmarks.Models;

/// <summary>An input beside the first.</summary>
/// <param name="Name">The name that layers read it by.</param>
/// <param name="Shape">The shape of one sample.</param>
internal sealed record InputModel(string Name, int[] Shape);
