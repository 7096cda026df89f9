using DslNet;
using HandwrittenDigits;

namespace DrawADigit;

/// <summary>What a network reads from a drawing.</summary>
/// <param name="Digit">The likeliest digit.</param>
/// <param name="Probabilities">Of each digit.</param>
/// <param name="Seen">What each filter of the first layer makes of the pixels.</param>
internal sealed record Reading(int Digit, float[] Probabilities, float[][] Seen)
{
    public static Reading Of(DigitNet net, float[] pixels)
    {
        float[] probabilities = new float[DigitNet.OutputLength];
        net.PredictProbabilities(pixels, probabilities);
        int digit = Array.IndexOf(probabilities, probabilities.Max());
        return new(digit, probabilities, FirstLayer.Of(net, pixels));
    }
}
