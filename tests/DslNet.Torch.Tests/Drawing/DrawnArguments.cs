using System.Globalization;
using DslNet.Generators.Tests.Oracle;
using DslNet.Generators.Tests.Oracle.Losses;

namespace DslNet.Torch.Tests.Drawing;

/// <summary>
/// Arguments beyond those that networks are drawn with for the oracle, which says nothing of how weights start or of dropout in training.
/// What is not listed here keeps its arguments.
/// </summary>
internal sealed class DrawnArguments(Random random)
{
    private static readonly string[] s_deltas = ["Delta = 0.3f", "Delta = 2"];

    private static readonly string[] s_probabilities = ["0", "0.25", "0.8"];

    private static readonly Initializer[] s_initializers = Enum.GetValues<Initializer>();

    public IEnumerable<string> Of(OracleLayer layer) => layer.Kind switch
    {
        "Activation" => [.. layer.Arguments, .. Sometimes("IsRectifier = true")],
        "CausalConv1D" or "Conv1D" or "Conv2D" or "ConvTranspose1D" or "ConvTranspose2D" or "DepthwiseConv1D" or "DepthwiseConv2D" => [.. layer.Arguments, .. Start()],
        "Dense" => [.. layer.Arguments, .. Start(), .. Sometimes($"Inputs = {layer.Input.Length.ToString(CultureInfo.InvariantCulture)}")],
        "Dropout" => [Any(s_probabilities)],
        "Embedding" or "Positions" => [.. layer.Arguments, .. Sometimes("InitialDeviation = 0.5f")],
        "PReLU" => [.. layer.Arguments, .. Sometimes("InitialValue = 0.5f")],
        _ => layer.Arguments,
    };

    public IEnumerable<string> Of(OracleLoss loss) => loss.Kind == "Huber" ? Sometimes(Any(s_deltas)) : loss.Argument is { } argument ? [argument] : [];

    /// <summary>How weights start.</summary>
    private IEnumerable<string> Start()
    {
        Initializer initializer = random.Next(4) switch
        {
            0 or 1 => Initializer.Default,
            2 => Initializer.Constant,
            _ => s_initializers[random.Next(s_initializers.Length)],
        };
        if (initializer != Initializer.Default)
            yield return $"Initializer = Initializer.{initializer}";
        if (initializer is Initializer.Constant or Initializer.Normal or Initializer.Uniform)
            yield return "InitialValue = 0.125f";
        foreach (string bias in Sometimes("InitialBias = -0.5f"))
            yield return bias;
    }

    private string Any(string[] texts) => texts[random.Next(texts.Length)];

    private IEnumerable<string> Sometimes(string argument) => random.Next(3) > 0 ? [argument] : [];
}
