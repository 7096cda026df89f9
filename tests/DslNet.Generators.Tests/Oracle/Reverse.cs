namespace DslNet.Generators.Tests.Oracle;

/// <summary>What a layer knows on the way back, and where it adds what it finds.</summary>
internal sealed record Reverse(
    IReadOnlyList<Bounded> Inputs,
    Bounded Output,
    Bounded OutputGradient,
    IReadOnlyList<double[]> Parameters,
    IReadOnlyList<Bounded> InputGradients,
    IReadOnlyList<Sums> ParameterGradients);
