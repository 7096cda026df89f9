using DslNet.Audio.Tests.Harness;
using VoiceActivity;

namespace DslNet.Audio.Tests.Voice;

/// <summary>Whether somebody speaks, by both files of weights.</summary>
public sealed class VoiceTests
{
    [Theory(Skip = VoiceFiles.Skip, SkipType = typeof(VoiceFiles), SkipUnless = nameof(VoiceFiles.AreHere))]
    [InlineData("silero_vad_16k_op15.onnx", "expected.txt")]
    [InlineData("silero_vad_16k.safetensors", "expected_safetensors.txt")]
    public void FindsTheExpectedProbabilities(string weights, string expected)
    {
        VoiceNet net = VoiceWeights.Load(VoiceFiles.Of(weights));
        float[] samples = WaveFile.Read(VoiceFiles.Of("speech.wav")).Samples, whole = new float[samples.Length / VoiceNet.FrameSamples], steps = new float[whole.Length];

        net.Predict(samples.AsSpan(0, whole.Length * VoiceNet.FrameSamples), whole);
        VoiceNet.State state = net.CreateState();
        for (int frame = 0; frame < steps.Length; frame++)
            net.Step(state, samples.AsSpan(frame * VoiceNet.FrameSamples, VoiceNet.FrameSamples), steps.AsSpan(frame, 1));

        float difference = Probe.Difference(whole, VoiceFiles.Expected(expected));
        Assert.True(difference <= Probe.Tolerance, $"{weights}: {difference}");
        Assert.Equal(whole, steps);
    }

    [Fact]
    public void SpeechIsWhatIsLikelyEnoughWithoutShortPauses()
    {
        float[] probabilities = [0, 0, 1, 1, 0, 0, 1, .. new float[20], 0.6f];

        Assert.Equal([(2 * 0.032, 7 * 0.032), (27 * 0.032, 28 * 0.032)], Timeline.Speech(probabilities, 0.5f).Select(part => (Math.Round(part.From, 3), Math.Round(part.To, 3))));
    }
}
