namespace DslNet.Generators.Tests.Oracle;

/// <summary>Windows along one axis: where each begins, and how many there are.</summary>
/// <param name="Input">Places.</param>
/// <param name="Window">Taps.</param>
/// <param name="Stride">From one window to the next.</param>
/// <param name="Before">Places of padding before the first.</param>
/// <param name="After">Places of padding behind the last.</param>
/// <param name="Count">Windows.</param>
/// <param name="Dilation">From one tap to the next.</param>
internal sealed record WindowRange(int Input, int Window, int Stride, int Before, int After, int Count, int Dilation)
{
    public const int Same = -1;

    public static WindowRange Of(int input, int window, int stride, int padding, int dilation = 1, bool ceil = false)
    {
        int reach = (window - 1) * dilation + 1;
        if (padding != Same)
        {
            int room = input + 2 * padding - reach, windows = room / stride + 1;

            // One more where something is left over, unless it begins behind the image.
            bool isMore = ceil && room % stride != 0 && windows * stride - padding < input;
            return new(input, window, stride, padding, padding, windows + (isMore ? 1 : 0), dilation);
        }

        // ONNX's SAME_UPPER: as many outputs as strides begun, what is missing divided evenly, the odd one at the end.
        int count = (input + stride - 1) / stride;
        int missing = Math.Max((count - 1) * stride + reach - input, 0);
        return new(input, window, stride, missing / 2, missing - missing / 2, count, dilation);
    }

    /// <summary>How many places of a window lie in the image or in its padding.</summary>
    public int PaddedPlaces(int output) => Enumerable.Range(output * Stride - Before, Window).Count(place => place >= -Before && place < Input + After);

    public static bool Fits(int input, int window, int padding) => padding == Same || input + 2 * padding >= window;

    /// <summary>The places of a window that lie in the image, with their number within the window.</summary>
    public IEnumerable<(int Tap, int Place)> Places(int output)
    {
        for (int tap = 0; tap < Window; tap++)
        {
            int place = output * Stride - Before + tap * Dilation;
            if (place >= 0 && place < Input)
                yield return (tap, place);
        }
    }
}
