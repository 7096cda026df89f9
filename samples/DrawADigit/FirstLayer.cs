using HandwrittenDigits;

namespace DrawADigit;

/// <summary>The first convolution by its textbook formula. A network keeps what is between its layers for itself, and here a reader may want to see it.</summary>
internal static class FirstLayer
{
    private const int Side = Digits.Side, Kernel = 3, Padding = 1;

    /// <summary>What each filter finds at each pixel, after the ReLU.</summary>
    public static float[][] Of(DigitNet net, float[] pixels) => [.. Enumerable.Range(0, net.Conv1.Bias.Length).Select(filter => Of(net, filter, pixels))];

    private static float[] Of(DigitNet net, int filter, float[] pixels)
    {
        float[] seen = new float[Side * Side];
        for (int y = 0; y < Side; y++)
        {
            for (int x = 0; x < Side; x++)
                seen[y * Side + x] = MathF.Max(0, At(net, filter, pixels, y - Padding, x - Padding));
        }

        return seen;
    }

    private static float At(DigitNet net, int filter, float[] pixels, int top, int left)
    {
        float sum = net.Conv1.Bias[filter];
        for (int y = 0; y < Kernel; y++)
        {
            for (int x = 0; x < Kernel; x++)
            {
                if (top + y is >= 0 and < Side && left + x is >= 0 and < Side)
                    sum += net.Conv1.Weight[filter, 0, y, x] * pixels[(top + y) * Side + left + x];
            }
        }

        return sum;
    }
}
