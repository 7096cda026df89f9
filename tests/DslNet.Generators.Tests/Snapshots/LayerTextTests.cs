using DslNet.Generators.Tests.Harness;

namespace DslNet.Generators.Tests.Snapshots;

/// <summary>What editors show of a network and its layers.</summary>
public sealed class LayerTextTests
{
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
