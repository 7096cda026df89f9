using System.Runtime.InteropServices;
using DslNet;

namespace HandwrittenDigits;

/// <summary>A network's way through a file into another instance.</summary>
internal static class Copying
{
    /// <summary>Saves a network to a temporary file and loads a second instance from it.</summary>
    /// <returns>The second instance, and how many bytes the file had.</returns>
    public static (DigitNet Copy, long FileLength) ThroughFile(DigitNet net)
    {
        string path = Path.Combine(Path.GetTempPath(), $"digits-{Guid.NewGuid():N}.safetensors");
        try
        {
            net.Save(path);
            return (Network.Load<DigitNet>(path), new FileInfo(path).Length);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Whether two networks predict the same for all samples, to the last bit of every output.</summary>
    public static bool PredictSameBits(INetwork first, INetwork second, Dataset data) =>
        MemoryMarshal.AsBytes<float>(Outputs(first, data)).SequenceEqual(MemoryMarshal.AsBytes<float>(Outputs(second, data)));

    private static float[] Outputs(INetwork network, Dataset data)
    {
        float[] outputs = new float[data.Count * network.Description.OutputLength];
        network.Predict(data.Inputs.Span, outputs);
        return outputs;
    }
}
