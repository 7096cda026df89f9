using System.Buffers.Binary;

namespace DslNet.Audio;

/// <summary>Sound in memory, and in WAV files: PCM of 8, 16, 24 and 32 bits, and float32.</summary>
public sealed class WaveFile
{
    private const int FormPrefix = 12, ChunkPrefix = 8, FormatLength = 16;
    private const ushort Pcm = 1, Float = 3, Extensible = 0xFFFE;

    /// <summary>Creates a sound.</summary>
    /// <param name="sampleRate">Frames per second.</param>
    /// <param name="channels">Samples of a frame.</param>
    /// <param name="samples">The samples, frame after frame, between −1 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no frame a second, or no channel.</exception>
    public WaveFile(int sampleRate, int channels, float[] samples)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        ArgumentNullException.ThrowIfNull(samples);
        (SampleRate, Channels, Samples) = (sampleRate, channels, samples);
    }

    /// <summary>Frames per second.</summary>
    public int SampleRate { get; }

    /// <summary>Samples of a frame.</summary>
    public int Channels { get; }

    /// <summary>The samples, frame after frame. Integers are divided by the power of two that makes their range −1 to 1, which is exact.</summary>
    public float[] Samples { get; }

    /// <summary>How long it is, in seconds.</summary>
    public double Seconds => (double)Samples.Length / Channels / SampleRate;

    /// <summary>Reads a WAV file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">The file is damaged, or has another encoding.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    public static WaveFile Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ReadOnlySpan<byte> file = File.ReadAllBytes(path);
        string name = Path.GetFileName(path);
        if (file.Length < FormPrefix || !file.StartsWith("RIFF"u8) || !file[8..].StartsWith("WAVE"u8))
            throw new InvalidDataException($"{name} is no WAV file.");
        ReadOnlySpan<byte> format = default;
        for (ReadOnlySpan<byte> rest = file[FormPrefix..]; rest.Length >= ChunkPrefix;)
        {
            uint length = BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);
            ReadOnlySpan<byte> chunk = rest[ChunkPrefix..];
            ReadOnlySpan<byte> content = chunk[..(int)Math.Min(length, (uint)chunk.Length)];
            if (rest.StartsWith("fmt "u8))
                format = content;
            if (rest.StartsWith("data"u8))
                return Decode(name, format, content);
            rest = chunk[(int)Math.Min((long)length + (length & 1), chunk.Length)..];
        }

        throw new InvalidDataException($"{name} has no samples: it is cut off, or no WAV file.");
    }

    /// <summary>Writes a WAV file of 16-bit PCM, or of float32. Samples beyond −1 and 1 are cut off in the first.</summary>
    /// <param name="path">The file.</param>
    /// <param name="asFloat">Whether samples stay as they are.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written.</exception>
    public void Write(string path, bool asFloat = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        int size = asFloat ? sizeof(float) : sizeof(short), length = checked(Samples.Length * size);
        byte[] file = new byte[FormPrefix + ChunkPrefix + FormatLength + ChunkPrefix + length];
        Span<byte> at = file;
        "RIFF"u8.CopyTo(at);
        BinaryPrimitives.WriteInt32LittleEndian(at[4..], file.Length - ChunkPrefix);
        "WAVEfmt "u8.CopyTo(at[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(at[16..], FormatLength);
        BinaryPrimitives.WriteUInt16LittleEndian(at[20..], asFloat ? Float : Pcm);
        BinaryPrimitives.WriteUInt16LittleEndian(at[22..], checked((ushort)Channels));
        BinaryPrimitives.WriteInt32LittleEndian(at[24..], SampleRate);
        BinaryPrimitives.WriteInt32LittleEndian(at[28..], checked(SampleRate * Channels * size));
        BinaryPrimitives.WriteUInt16LittleEndian(at[32..], checked((ushort)(Channels * size)));
        BinaryPrimitives.WriteUInt16LittleEndian(at[34..], (ushort)(8 * size));
        "data"u8.CopyTo(at[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(at[40..], length);
        at = at[(FormPrefix + ChunkPrefix + FormatLength + ChunkPrefix)..];
        for (int i = 0; i < Samples.Length; i++)
        {
            if (asFloat)
                BinaryPrimitives.WriteSingleLittleEndian(at[(i * size)..], Samples[i]);
            else
                BinaryPrimitives.WriteInt16LittleEndian(at[(i * size)..], (short)Math.Clamp(MathF.Round(Samples[i] * -(float)short.MinValue), short.MinValue, short.MaxValue));
        }

        AtomicFile.Write(path, stream => stream.Write(file));
    }

    private static WaveFile Decode(string name, ReadOnlySpan<byte> format, ReadOnlySpan<byte> data)
    {
        if (format.Length < FormatLength)
            throw new InvalidDataException($"{name} does not say how its samples are stored: it is damaged.");
        ushort encoding = BinaryPrimitives.ReadUInt16LittleEndian(format);
        int channels = BinaryPrimitives.ReadUInt16LittleEndian(format[2..]), rate = BinaryPrimitives.ReadInt32LittleEndian(format[4..]), bits = BinaryPrimitives.ReadUInt16LittleEndian(format[14..]);
        if (encoding == Extensible && format.Length >= 26)
            encoding = BinaryPrimitives.ReadUInt16LittleEndian(format[24..]);
        if (channels < 1 || rate < 1 || !(encoding == Pcm && bits is 8 or 16 or 24 or 32 || encoding == Float && bits == 32))
            throw new InvalidDataException($"{name} has {channels} channels of {bits} bits, encoding {encoding}, {rate} frames a second. PCM of 8, 16, 24 and 32 bits, and float32, are read.");
        int size = bits / 8, frames = data.Length / (size * channels);
        float[] samples = new float[frames * channels];
        for (int i = 0; i < samples.Length; i++)
            samples[i] = Sample(data[(i * size)..], encoding, bits);
        return new(rate, channels, samples);
    }

    private static float Sample(ReadOnlySpan<byte> data, ushort encoding, int bits) => (encoding, bits) switch
    {
        (Float, _) => BinaryPrimitives.ReadSingleLittleEndian(data),
        (_, 8) => (data[0] - 128) / 128f,
        (_, 16) => BinaryPrimitives.ReadInt16LittleEndian(data) / 32768f,
        (_, 24) => (data[0] | data[1] << 8 | (sbyte)data[2] << 16) / 8388608f,
        _ => BinaryPrimitives.ReadInt32LittleEndian(data) / 2147483648f,
    };
}
