using Amplifiers;
using DslNet.Audio.Tests.Harness;

namespace DslNet.Audio.Tests.Networks;

/// <summary>Captures of amplifiers, declared and filled from their files, against the reference.</summary>
public sealed class ReferenceTests
{
    /// <summary>What the reference puts out for silence, from its settled state.</summary>
    public static TheoryData<string, float> Models => new()
    {
        { "A2-full", 2.50400219e-4f },
        { "A2-lite", -9.73935123e-4f },
        { "lstm", -9.33825970e-4f },
        { "wavenet", -4.81531024e-4f },
    };

    [Theory]
    [MemberData(nameof(Models))]
    public void PutsOutWhatTheReferenceDoes(string name, float silent)
    {
        Amplifier amplifier = Amplifier.Of(Model(name));
        float[] outputs = new float[Probe.Input.Length];

        amplifier.Play(Probe.Input, outputs);

        float difference = Probe.Difference(outputs, Probe.Expected(name));
        Assert.True(difference <= Probe.Tolerance, $"{name}: {difference}");

        float[] ofSilence = new float[1000];
        Amplifier.Of(Model(name)).Play(new float[ofSilence.Length], ofSilence);
        Assert.All(ofSilence, value => Assert.Equal(silent, value, Probe.Tolerance));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void StepsAndBlocksOfAnySizeAgreeToTheBit(string name, float silent)
    {
        _ = silent;
        float[] blocks = new float[2000], others = new float[2000];
        Amplifier.Of(Model(name)).Play(Probe.Input.AsSpan(0, blocks.Length), blocks);
        foreach (int size in new[] { 1, 7, 61 })
        {
            Amplifier amplifier = Amplifier.Of(Model(name));
            for (int frame = 0; frame < others.Length; frame += size)
            {
                int count = Math.Min(size, others.Length - frame);
                amplifier.Play(Probe.Input.AsSpan(frame, count), others.AsSpan(frame, count));
            }

            Assert.Equal(blocks, others);
        }
    }

    internal static NamModel Model(string name) => name switch
    {
        "A2-full" => Captures.Own("A2").Model,
        "A2-lite" => Captures.Own("A2").Models[0],
        _ => Captures.Own(name).Model,
    };
}
