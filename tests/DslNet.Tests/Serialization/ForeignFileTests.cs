using System.IO.Compression;
using System.Text;
using Xunit;

namespace DslNet.Tests.Serialization;

/// <summary>Files of other kinds that are passed by mistake are recognised, and the message tells how to convert them.</summary>
public class ForeignFileTests
{
    public static TheoryData<string, byte[], string, string> Files => new()
    {
        { "net.npz", Zip("dense1.weight.npy", "dense1.bias.npy"), "a NumPy archive (.npz)", "save_file(dict(numpy.load('net.npz')), 'net.safetensors')" },
        { "net.npy", Latin("\u0093NUMPY\u0001\0v\0{'descr': '<f4', 'fortran_order': False, 'shape': (3, 2), }"), "a NumPy array (.npy)", "numpy.load('net.npy')" },
        { "net.pt", Zip("net/data.pkl", "net/data/0"), "a PyTorch file", "torch.load('net.pt', map_location='cpu', weights_only=True)" },
        { "pytorch_model.bin", Zip("archive/data.pkl"), "a PyTorch file", "'pytorch_model.safetensors'" },
        { "old.pth", Latin("\u0080\u0002\u008a\nl\u00fc\u009cF\u00f9 j\u00a8P\u0019.\u0080\u0002M\u00e9\u0003."), "a Python pickle (torch.save", "torch.load('old.pth'" },
        { "weights.pkl", Latin("\u0080\u0004\u0095\u0010\0\0\0\0\0\0\0}\u0094\u008c\u0001a"), "a Python pickle", "state_dict()" },
        { "net.h5", Latin("\u0089HDF\r\n\u001a\n\0\0\0\0\0\u0008\u0008\0\u0004\0\u0010\0"), "an HDF5 file", "keras.models.load_model('net.h5')" },
        { "net.keras", Zip("metadata.json", "config.json", "model.weights.h5"), "a Keras model", "channels × height × width" },
        { "net.onnx", Latin("\u0008\u0008\u0012\u0007pytorch\u001a\u00052.1.0:"), "an ONNX model", "onnx.load('net.onnx').graph.initializer" },
        { "net2.onnx", Latin("\u0008\u0004:\u0091\u0003\n+\n\u0001X"), "an ONNX model", "numpy_helper" },
        { "net.gguf", Latin("GGUF\u0003\0\0\0\u0010\0\0\0\0\0\0\0"), "a GGUF model", "made from" },
        { "net.tflite", Latin("\u001c\0\0\0TFL3\u0014\0 \0\u001c"), "a TensorFlow Lite model", "save_file" },
        { "net.safetensors.gz", Latin("\u001f\u008b\u0008\0\0\0\0\0\0\u0003"), "compressed (gzip)", "Decompress" },
        { "some.zip", Zip("readme.txt"), "a ZIP archive", "Unpack it" },
        { "net.safetensors", Latin("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"), "a pointer of Git LFS", "git lfs pull" },
        { "page.safetensors", Latin("\n<!doctype html>\n<html>"), "a web page", "Download the file itself" },
        { "model.safetensors.index.json", Latin("{\"metadata\": {\"total_size\": 12}, \"weight_map\": {\"a\": \"model-00001-of-00002.safetensors\"}}"), "the index of a model in several files", "load_file(f)" },
        { "model.json", Latin("{\"abcd\":{\"layers\":[]}}"), "a JSON text", "another file" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Are_recognised(string name, byte[] content, string kind, string remedy)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder[name], content);
        float[] before = Safetensors.Target().Parameters.ToArray();
        INetwork network = Safetensors.Target();
        string message = Assert.Throws<InvalidDataException>(() => network.Load(folder[name])).Message;
        Assert.StartsWith($"{folder[name]} is {kind}", message, StringComparison.Ordinal);
        Assert.Contains("not a safetensors file", message);
        Assert.Contains(remedy, message);
        Assert.Equal(before, network.Parameters.ToArray());
        Assert.Contains($"The stream is {kind}", Assert.Throws<InvalidDataException>(() => network.Load(new OneWayStream(content))).Message);
    }

    /// <summary>Python code that can be pasted, whatever the name.</summary>
    [Fact]
    public void Names_are_written_as_Python_does()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Such names cannot be there.");
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["it's \\ mine.npz"], Zip("a.npy"));
        Assert.Contains("numpy.load('it\\'s \\\\ mine.npz')", Assert.Throws<InvalidDataException>(() => Safetensors.Target().Load(folder["it's \\ mine.npz"])).Message);
    }

    private static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);

    private static byte[] Zip(params string[] names)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (string name in names)
            {
                using Stream entry = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
                entry.Write(new byte[100]);
            }
        }

        return stream.ToArray();
    }
}
