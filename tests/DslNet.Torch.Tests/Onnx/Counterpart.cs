namespace DslNet.Torch.Tests.Onnx;

/// <summary>A node test as a network of the language, or why there is none.</summary>
/// <param name="Attributes">The network's attributes.</param>
/// <param name="Runs">What it is run with, one after another.</param>
/// <param name="Why">Why there is none.</param>
internal sealed record Counterpart(string Attributes, IReadOnlyList<CounterpartRun> Runs, string? Why = null)
{
    public static Counterpart None(string why) => new("", [], why);

    /// <summary>A network without parameters, run once.</summary>
    public static Counterpart Of(string attributes, float[] inputs) => new(attributes, [new(inputs, [])]);
}
