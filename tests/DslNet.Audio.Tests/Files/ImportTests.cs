using DslNet.Audio.Tests.Harness;
using DslNet.Audio.Tests.Networks;

namespace DslNet.Audio.Tests.Files;

/// <summary>Files that become a class: the class is compiled, filled, and asked.</summary>
public sealed class ImportTests
{
    [Theory]
    [MemberData(nameof(ReferenceTests.Models), MemberType = typeof(ReferenceTests))]
    public void ImportedClassPutsOutWhatTheReferenceDoes(string name, float silent)
    {
        float[] outputs = ImportedNetworks.Play(ReferenceTests.Model(name), Probe.Input);

        float difference = Probe.Difference(outputs, Probe.Expected(name));
        Assert.True(difference <= Probe.Tolerance, $"{name}: {difference}");
        Assert.Equal(silent, ImportedNetworks.Play(ReferenceTests.Model(name), new float[1])[0], Probe.Tolerance);
    }
}
