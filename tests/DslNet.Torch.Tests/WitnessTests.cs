using System.Globalization;
using DslNet.Torch.Tests.Drawing;

namespace DslNet.Torch.Tests;

/// <summary>Networks thrown together at random against libtorch.</summary>
public sealed class WitnessTests
{
    [TorchFact]
    public void Drawn_networks_compute_what_libtorch_does()
    {
        Agreement agreement = new();
        List<string> failures = [];
        int count = 0, leftOut = 0;
        foreach (DrawnNetwork drawn in DrawnNetworks.All)
        {
            count++;
            bool compared = true;
            if (Comparison.Failure(() => compared = NetworkComparison.Run(CompiledNetworks.Create(drawn), drawn.Seed, agreement)) is { } failure)
                failures.Add(string.Create(CultureInfo.InvariantCulture, $"Seed {drawn.Seed}: {failure}\n{drawn.Attributes}"));
            if (!compared)
                leftOut++;
        }

        Report.Write("networks", string.Create(CultureInfo.InvariantCulture, $"{count - leftOut} drawn networks beside {LibTorch.Version}, {leftOut} left out, largest differences: {agreement.Summary}"));
        Assert.True(failures.Count == 0, $"{failures.Count} of {count}:\n{string.Join("\n\n", failures)}");
        Assert.InRange(leftOut, 0, count / 100);
        agreement.VerifyItSaysSomething();
    }
}
