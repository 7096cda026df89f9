using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace DslNet.SameBits;

/// <summary>Numbers that are the same on every machine, and what tells two lists of them apart.</summary>
internal static class Numbers
{
    /// <summary>Multiples of 2⁻²³ from −1 to 1, so that no rounding is involved.</summary>
    public static float[] Signed(int length, uint stream)
    {
        float[] numbers = new float[length];
        for (int i = 0; i < length; i++)
            numbers[i] = ((int)(Mix((uint)i, stream) >> 8) - (1 << 23)) / (float)(1 << 23);
        return numbers;
    }

    public static int[] Labels(int length, int classes, uint stream)
    {
        int[] labels = new int[length];
        for (int i = 0; i < length; i++)
            labels[i] = (int)(Mix((uint)i, stream) % (uint)classes);
        return labels;
    }

    /// <summary>The first half of the SHA-256 of the numbers' bits, and a refusal of NaN, whose bits are not promised.</summary>
    public static string Fingerprint(ReadOnlySpan<float> numbers)
    {
        foreach (float number in numbers)
        {
            if (!float.IsFinite(number))
                throw new InvalidOperationException($"There is a {number} among {numbers.Length} results.");
        }

        return Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(numbers)), 0, 8);
    }

    private static uint Mix(uint index, uint stream)
    {
        uint x = index * 2654435761u + stream * 2246822519u;
        x = (x ^ (x >> 15)) * 2246822519u;
        x = (x ^ (x >> 13)) * 3266489917u;
        return x ^ (x >> 16);
    }
}
