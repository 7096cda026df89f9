using DslNet.Audio.Tests.Harness;

namespace DslNet.Audio.Tests.Files;

/// <summary>All that files of the architectures may have, against the reference.</summary>
public sealed class VariantTests
{
    public static TheoryData<string> Names => [.. Variants.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void PutsOutWhatTheReferenceDoes(string name)
    {
        float[] expected = Variants.Expected(name);

        float[] outputs = ImportedNetworks.Play(NamFile.Parse(Variants.Text(name)).Model, Variants.Input);

        float difference = Probe.Difference(outputs, expected), peak = Math.Max(1, expected.Max(Math.Abs));
        Assert.True(difference <= Probe.Tolerance * peak, $"{name}: {difference}, peak {peak}");
    }
}
