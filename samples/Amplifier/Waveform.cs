namespace Amplifiers;

/// <summary>Draws how loud a sound is over time.</summary>
internal static class Waveform
{
    private const int Columns = 64;
    private const string Bars = " ▁▂▃▄▅▆▇█";

    public static string Draw(string name, ReadOnlySpan<float> samples)
    {
        float[] peaks = new float[Columns];
        for (int i = 0; i < samples.Length; i++)
        {
            int column = (int)((long)i * Columns / samples.Length);
            peaks[column] = Math.Max(peaks[column], Math.Abs(samples[i]));
        }

        float loudest = peaks.Max();
        return $"{name} {string.Concat(peaks.Select(peak => Bars[loudest > 0 ? (int)MathF.Ceiling(peak / loudest * (Bars.Length - 1)) : 0]))} peak {loudest:F3}";
    }
}
