using DslNet.Audio;

namespace Amplifiers;

/// <summary>A guitar's open A string (Karplus and Strong, 1983, "Digital synthesis of plucked-string and drum timbres"): noise that runs round in a delay and is smoothed each time.</summary>
internal static class PluckedString
{
    private const int SampleRate = 48_000, Seconds = 2;
    private const double Frequency = 110;

    public static WaveFile Play()
    {
        Random random = new(1);
        float[] samples = new float[SampleRate * Seconds];
        int period = (int)(SampleRate / Frequency);
        for (int i = 0; i < samples.Length; i++)
            samples[i] = i < period ? random.NextSingle() - 0.5f : 0.4985f * (samples[i - period] + samples[Math.Max(0, i - period - 1)]);
        return new(SampleRate, 1, samples);
    }
}
