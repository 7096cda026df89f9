using DslNet.Generators.Parsing;

namespace DslNet.Torch.Tests.Onnx;

/// <summary>The page of node tests is complete, and says what is so.</summary>
public sealed class NodeTestPageTests
{
    /// <summary>A new layer has an operator, or a reason to have none.</summary>
    [Fact]
    public void Every_layer_and_loss_is_an_operator_or_said_to_be_none() => Assert.Equal(
        LayerCatalogue.Readers.Keys.Concat(LossCatalogue.Readers.Keys).Select(name => name[..^"Attribute".Length]).Order(StringComparer.Ordinal),
        OnnxOperators.All.Values.Select(each => each.Layer).Concat(OnnxOperators.Without.Keys).Distinct().Order(StringComparer.Ordinal));

    /// <summary>DSLNET_ACCEPT_SNAPSHOTS=1 writes it.</summary>
    [OnnxFact]
    public void The_page_says_what_is_run_and_what_is_not()
    {
        string page = NodeTestPage.Write();
        if (Environment.GetEnvironmentVariable("DSLNET_ACCEPT_SNAPSHOTS") == "1" && !string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase))
            File.WriteAllText(NodeTestPage.Path, page);
        Assert.Equal(page, File.ReadAllText(NodeTestPage.Path));
    }
}
