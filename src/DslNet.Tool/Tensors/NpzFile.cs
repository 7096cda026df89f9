using System.IO.Compression;

namespace DslNet.Tool.Tensors;

/// <summary>Arrays of NumPy in a zip file, as <c>numpy.savez</c> writes it.</summary>
internal static class NpzFile
{
    private const string Ending = ".npy";

    public static List<NamedTensor> Read(string path)
    {
        using FileStream stream = NetworkFiles.Open(path);
        try
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
            if (zip.Entries.Count > TensorLimits.Tensors)
                throw new InvalidDataException($"{path} has {zip.Entries.Count:N0} arrays, and {TensorLimits.Tensors:N0} are converted.");
            List<NamedTensor> tensors = [];
            var names = new HashSet<string>(StringComparer.Ordinal);
            long left = TensorLimits.Elements;
            foreach (ZipArchiveEntry entry in zip.Entries.Where(entry => entry.FullName.EndsWith(Ending, StringComparison.Ordinal)))
            {
                string name = entry.FullName[..^Ending.Length];
                if (!names.Add(name))
                    throw new InvalidDataException($"{path} has two arrays {TensorEntry.Shown(name)}. Save it again.");
                using Stream array = entry.Open();
                tensors.Add(NpyArray.Read(array, path, name, ref left));
            }

            return tensors;
        }
        catch (InvalidDataException e) when (!e.Message.StartsWith(path, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"{path} is no zip file, or damaged: {e.Message}", e);
        }
    }

    public static void Write(Stream stream, IReadOnlyList<NamedTensor> tensors)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (NamedTensor tensor in tensors)
        {
            using Stream array = zip.CreateEntry(tensor.Name + Ending, CompressionLevel.NoCompression).Open();
            NpyArray.Write(array, tensor);
        }
    }
}
