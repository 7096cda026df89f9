using System.Buffers.Binary;
using System.Text;

namespace DslNet.Benchmarks.Native;

/// <summary>
/// Makes a shared library's need for a version of another one weak, so that it loads where the system's is older.
/// That is right where nothing of the version is really used, as with libLibTorchSharp.so and GLIBCXX_3.4.32: the one symbol it
/// names, std::ios_base_library_init(), is called from nowhere.
/// </summary>
internal static class WeakVersion
{
    private const uint VersionNeeds = 0x6FFFFFFE;
    private const ushort Weak = 2;

    /// <summary>Marks the need in a 64-bit little-endian ELF file; does nothing if it is marked already, or if there is no such need.</summary>
    /// <param name="path">The file, which is replaced by a new one: it may be a link into the package cache.</param>
    /// <param name="version">The version's name.</param>
    /// <exception cref="InvalidDataException">This is no such file.</exception>
    public static void Mark(string path, string version)
    {
        byte[] file = File.ReadAllBytes(path);
        if (!Mark(file, version))
            return;
        string changed = path + ".changed";
        File.WriteAllBytes(changed, file);
        File.Move(changed, path, overwrite: true);
    }

    /// <summary>Marks the need in the bytes of a file.</summary>
    /// <returns>Whether anything changed.</returns>
    /// <exception cref="InvalidDataException">These are not the bytes of such a file.</exception>
    public static bool Mark(Span<byte> file, string version)
    {
        if (file.Length < 64 || !file.StartsWith((ReadOnlySpan<byte>)[0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1]))
            throw new InvalidDataException("The file is no 64-bit little-endian ELF file.");
        ReadOnlySpan<byte> Section(ReadOnlySpan<byte> bytes, int index) => bytes.Slice((int)U64(bytes, 0x28) + index * U16(bytes, 0x3A), 64);

        for (int index = 0; index < U16(file, 0x3C); index++)
        {
            ReadOnlySpan<byte> section = Section(file, index);
            if (U32(section, 4) != VersionNeeds)
                continue;
            int names = (int)U64(Section(file, (int)U32(section, 40)), 24);
            for (int need = (int)U64(section, 24), step = 1; step != 0; need += step)
            {
                int entry = need + (int)U32(file, need + 8);
                for (int left = U16(file, need + 2); left > 0; left--, entry += (int)U32(file, entry + 12))
                {
                    if (!IsNamed(file[(names + (int)U32(file, entry + 8))..], version) || (U16(file, entry + 4) & Weak) != 0)
                        continue;
                    BinaryPrimitives.WriteUInt16LittleEndian(file[(entry + 4)..], (ushort)(U16(file, entry + 4) | Weak));
                    return true;
                }

                step = (int)U32(file, need + 12);
            }
        }

        return false;
    }

    private static bool IsNamed(ReadOnlySpan<byte> text, string name) => text[..text.IndexOf((byte)0)].SequenceEqual(Encoding.ASCII.GetBytes(name));

    private static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static ulong U64(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]);
}
