using DslNet.Generators.Tests.Parsing;
using Microsoft.CodeAnalysis;

namespace DslNet.Generators.Tests.Harness;

/// <summary>No layer and no loss makes a network be generated again after an edit that does not concern it.</summary>
public sealed class CachingTests
{
    /// <summary>All networks in one compilation.</summary>
    internal static string Source => string.Concat(EveryLayer.Networks.Select((attributes, i) =>
        $"/// <summary>A network.</summary>\n[Network]\n{attributes}\npublic sealed partial class Net{i.ToString(System.Globalization.CultureInfo.InvariantCulture)};\n"));

    /// <summary>The harness itself asserts that edits elsewhere, and moved text, find everything cached.</summary>
    [Fact]
    public void Every_layer_and_loss_is_cached()
    {
        GeneratorRunResult result = Generation.Run(Source, "", out _);
        Assert.Equal(EveryLayer.Networks.Count, result.TrackedSteps[NetworkGenerator.NetworksStep].Sum(step => step.Outputs.Length));
    }
}
