namespace DslNet.Generators.Tests.Oracle;

/// <summary>One sample: floats, kept in double precision.</summary>
internal sealed record Sample(double[] Input, double[] Target);
