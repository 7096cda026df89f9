using System.Text;
using DslNet.Tests.Networks;
using Xunit;

namespace DslNet.Tests.Serialization;

/// <summary>Files broken at random: each loads or is refused as invalid data, and then the network is untouched.</summary>
public class CorruptionTests
{
    private const int Files = 20_000;

    [Fact]
    public void Broken_files_load_or_are_refused()
    {
        byte[] good = Safetensors.Of(StorageNetwork.Create(1));
        StorageNetwork network = StorageNetwork.Create(2);
        float[] before = network.Parameters.ToArray();
        var random = new Random(12345);
        int refused = 0, loaded = 0;
        for (int i = 0; i < Files; i++)
        {
            byte[] broken = Break(good, random);
            try
            {
                if (i % 4 == 0)
                    network.Load(new OneWayStream(broken));
                else
                    Safetensors.Load(network, broken);
                loaded++;
                before.CopyTo(network.Parameters);
            }
            catch (InvalidDataException)
            {
                refused++;
                Assert.Equal(before, network.Parameters.ToArray());
            }
        }

        // Most breaks hit the header; those of the data alone go unnoticed, as there is no checksum.
        Assert.InRange(refused, Files / 4, Files - 1);
        Assert.InRange(loaded, 1, Files);
    }

    private static byte[] Break(byte[] good, Random random)
    {
        var bytes = new List<byte>(good);
        int header = 8 + BitConverter.ToInt32(good), times = random.Next(1, 4);
        for (int i = 0; i < times; i++)
        {
            int end = random.Next(4) == 0 ? bytes.Count : Math.Min(header, bytes.Count);
            if (end == 0)
                break;
            int place = random.Next(end);
            switch (random.Next(7))
            {
                case 0:
                    bytes[place] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[place] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.RemoveRange(place, Math.Min(random.Next(1, 20), bytes.Count - place));
                    break;
                case 3:
                    bytes.InsertRange(place, Encoding.ASCII.GetBytes(Words[random.Next(Words.Length)]));
                    break;
                case 4:
                    bytes.RemoveRange(place, bytes.Count - place);
                    break;
                case 5:
                    bytes.InsertRange(place, bytes.GetRange(place, Math.Min(random.Next(1, 60), bytes.Count - place)));
                    break;
                default:
                    // A digit for a digit: numbers stay numbers.
                    int digit = bytes.FindIndex(place, b => b is >= (byte)'0' and <= (byte)'9');
                    if (digit >= 0)
                        bytes[digit] = (byte)('0' + random.Next(10));
                    break;
            }
        }

        return [.. bytes];
    }

    private static readonly string[] Words = ["{", "}", "[", "]", "\"", ",", ":", "-", "9", "00", "9999999999999999999", "null", "\\u0000", "\\ud800", "F16", "\"a\":{},", " "];
}
