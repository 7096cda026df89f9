using DslNet.Generators.Tests.Harness;

namespace DslNet.Generators.Tests.Snapshots;

/// <summary>What editors show of a network and its layers.</summary>
public sealed class LayerTextTests
{
    /// <summary>Layers of blocks are shown with their paths; those that have the weights of others say whose.</summary>
    [Fact]
    public void Layers_of_blocks_have_paths()
    {
        string text = string.Concat(Generation.Run(
                "[Block, Dense(3), Tanh] internal sealed class Step; [Network, Input(3), Repeat<Step>(2, Shared = true), Dense(1), MeanSquaredError] internal sealed partial class Net;", "portable", out _)
            .GeneratedSources.Select(generated => generated.SourceText.ToString()));
        Assert.Contains("<item><term>Step1.Dense1: Dense(3)</term><description>3 | 12 | 9</description></item>", text, StringComparison.Ordinal);
        Assert.Contains("<item><term>Step2.Dense1: Dense(3)</term><description>3 | those of Step1.Dense1 | 9</description></item>", text, StringComparison.Ordinal);
        Assert.Contains("/// <summary>Step1.Dense1, Dense(3): 3 to 3, 12 parameters, 9 multiply-adds per sample.</summary>", text, StringComparison.Ordinal);
        Assert.Contains("global::DslNet.WeightedLayer Step1_Dense1 =>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("WeightedLayer Step2_Dense1", text, StringComparison.Ordinal);
        Assert.Contains("// Step2.Dense1: Dense(3)  3 → 3, Tanh", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bias = false", "1 parameter, 1 multiply-add per sample.", "1 parameter (4 bytes) | 1 multiply-add per sample<")]
    [InlineData("Bias = true", "2 parameters, 1 multiply-add per sample.", "2 parameters (8 bytes) | 1 multiply-add per sample<")]
    public void One_is_no_plural(string bias, string layer, string total)
    {
        string text = string.Concat(Generation.Run($"[Network, Input(1), Dense(1, {bias})] internal sealed partial class Net;", "portable", out _)
            .GeneratedSources.Select(generated => generated.SourceText.ToString()));
        Assert.Contains(layer, text, StringComparison.Ordinal);
        Assert.Contains(total, text, StringComparison.Ordinal);
    }
}
