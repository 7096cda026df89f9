namespace DslNet.Audio.Tests.Files;

/// <summary>Sound that is written and read again, and files that are none.</summary>
public sealed class WaveFileTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void WhatIsWrittenIsRead(bool asFloat)
    {
        float[] samples = [0, 0.5f, -1, 32767f / 32768, -0.25f, 3f / 32768];
        string path = Path.GetTempFileName();
        try
        {
            new WaveFile(44_100, 2, samples).Write(path, asFloat);

            WaveFile read = WaveFile.Read(path);

            Assert.Equal((44_100, 2), (read.SampleRate, read.Channels));
            Assert.Equal(samples, read.Samples);
            for (int length = 0; length < File.ReadAllBytes(path).Length - samples.Length * 4; length++)
            {
                File.WriteAllBytes(path + "cut", File.ReadAllBytes(path)[..length]);
                if (length < 44)
                    Assert.Throws<InvalidDataException>(() => WaveFile.Read(path + "cut"));
            }
        }
        finally
        {
            File.Delete(path);
            File.Delete(path + "cut");
        }
    }
}
