using System.Text;
using DslNet.Audio;

namespace VoiceActivity;

/// <summary>Draws sound, and where somebody speaks.</summary>
internal static class Timeline
{
    private const int Columns = 63;
    private const string Bars = " ▁▂▃▄▅▆▇█";

    // Shorter pauses belong to what is said.
    private const int ShortPause = 10;

    /// <summary>Loudness, probability and speech, some seconds a line.</summary>
    public static string Draw(WaveFile sound, float[] probabilities, float threshold)
    {
        StringBuilder text = new();
        float loudest = sound.Samples.DefaultIfEmpty().Max(Math.Abs);
        for (int first = 0; first < probabilities.Length; first += Columns)
        {
            int count = Math.Min(Columns, probabilities.Length - first);
            text.Append($"{Seconds(first),5:F1} s sound  ");
            for (int frame = first; frame < first + count; frame++)
                text.Append(Bar(sound.Samples.AsSpan(frame * VoiceNet.FrameSamples, VoiceNet.FrameSamples).ToArray().Max(Math.Abs) / loudest));
            text.Append("\n        voice  ");
            for (int frame = first; frame < first + count; frame++)
                text.Append(Bar(probabilities[frame]));
            text.Append("\n        speech ");
            for (int frame = first; frame < first + count; frame++)
                text.Append(probabilities[frame] >= threshold ? '━' : ' ');
            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>From when to when somebody speaks, in seconds.</summary>
    public static IEnumerable<(double From, double To)> Speech(float[] probabilities, float threshold)
    {
        int from = -1, last = -1;
        for (int frame = 0; frame < probabilities.Length; frame++)
        {
            if (probabilities[frame] < threshold)
                continue;
            if (from >= 0 && frame - last > ShortPause)
            {
                yield return (Seconds(from), Seconds(last + 1));
                from = -1;
            }

            from = from < 0 ? frame : from;
            last = frame;
        }

        if (from >= 0)
            yield return (Seconds(from), Seconds(last + 1));
    }

    private static double Seconds(int frame) => (double)frame * VoiceNet.FrameSamples / VoiceNet.SampleRate;

    private static char Bar(float part) => Bars[(int)MathF.Ceiling(Math.Clamp(part, 0, 1) * (Bars.Length - 1))];
}
