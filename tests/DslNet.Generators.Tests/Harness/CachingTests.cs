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

    /// <summary>Networks that share kernels are generated anew only where what they share changes.</summary>
    [Fact]
    public void An_edit_of_a_network_rewrites_its_files_and_what_it_shares()
    {
        const string others = "[Network, Input(16), Dense(64), ReLU, Dense(3)] internal partial class A; [Network, Input(16), Dense(64), ReLU, Dense(5)] internal partial class B; [Network, Input(5), Dense(24)] internal partial class C;";

        // It shares with nobody, before and after.
        Assert.All(Rewritten("Input(6), Dense(7)", "Input(6), Dense(9)"), name => Assert.StartsWith("Net.", name, StringComparison.Ordinal));

        // What it begins to share, another had alone.
        IReadOnlyCollection<string> sharing = Rewritten("Input(6), Dense(7)", "Input(5), Dense(24), Tanh, Dense(2)");
        Assert.Contains("DslNet.Generated__.Avx2Kernels.g.cs", sharing);
        Assert.Contains("C.Avx2Kernels.g.cs", sharing);
        Assert.DoesNotContain(sharing, name => name.StartsWith("A.", StringComparison.Ordinal) || name.StartsWith("B.", StringComparison.Ordinal));

        // What the others share stays, whoever joins them.
        IReadOnlyCollection<string> joining = Rewritten("Input(6), Dense(7)", "Input(16), Dense(64), ReLU, Dense(100)");
        Assert.All(joining, name => Assert.StartsWith("Net.", name, StringComparison.Ordinal));

        static IReadOnlyCollection<string> Rewritten(string before, string after) => Generation.Rewritten(
            others, $"[Network, {before}] internal partial class Net;", $"[Network, {after}] internal partial class Net;");
    }
}
