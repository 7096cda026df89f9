using System.Text;

namespace DslNet;

/// <summary>Recognises files of other kinds that are passed for safetensors by mistake, and tells how to convert them.</summary>
internal static class ForeignFile
{
    /// <summary>Enough for the name of the first file in an archive, and for the first lines of a text.</summary>
    private const int Looked = 1024;

    private const string ZipMagic = "PK\u0003\u0004", GzipMagic = "\u001f\u008b", NumpyMagic = "\u0093NUMPY", Hdf5Magic = "\u0089HDF\r\n\u001a\n";
    private const string SaveTorch = "import torch; from safetensors.torch import save_file; save_file({k: v.contiguous().clone() for k, v in ";

    /// <summary>What to say of a file that is of a known other kind, or null.</summary>
    /// <param name="start">The first bytes, which were read already.</param>
    /// <param name="stream">The rest of it.</param>
    /// <param name="file">What to call it in messages.</param>
    public static string? Recognize(ReadOnlySpan<byte> start, Stream stream, string file)
    {
        byte[] bytes = new byte[Looked];
        start.CopyTo(bytes);
        int length = start.Length + stream.ReadAtLeast(bytes.AsSpan(start.Length), bytes.Length - start.Length, throwOnEndOfStream: false);

        // One character a byte.
        string text = Encoding.Latin1.GetString(bytes, 0, length);
        (string Kind, string Remedy)? found = Recognize(text, new FileNames(file));
        return found is { } other ? $"{file} is {other.Kind}, not a safetensors file. {other.Remedy}" : null;
    }

    private static (string Kind, string Remedy)? Recognize(string text, FileNames names)
    {
        if (Starts(text, ZipMagic))
            return Archive(text, names);
        if (Starts(text, NumpyMagic))
            return ("a NumPy array (.npy)", $"Give it a parameter's name in Python: import numpy; from safetensors.numpy import save_file; save_file({{'dense1.weight': numpy.load({names.Given})}}, {names.Converted})");
        if (Starts(text, Hdf5Magic))
            return ("an HDF5 file (.h5, as Keras writes it)", Keras(names));
        if (IsPickle(text))
            return ("a Python pickle (torch.save, .pt, .pth or .bin)", Torch(names));
        if (IsOnnx(text))
            return ("an ONNX model", $"Convert it in Python: import onnx; from onnx import numpy_helper; from safetensors.numpy import save_file; save_file({{t.name: numpy_helper.to_array(t) for t in onnx.load({names.Given}).graph.initializer}}, {names.Converted})");
        if (Starts(text, "GGUF"))
            return ("a GGUF model", "Take the safetensors file that it was made from.");
        if (text.Length >= 8 && text[4..8] == "TFL3")
            return ("a TensorFlow Lite model", "Take the model that it was made from, and save its weights with safetensors.numpy.save_file in Python.");
        if (Starts(text, GzipMagic))
            return ("compressed (gzip)", "Decompress it first.");
        return RecognizeText(text.TrimStart('\u00ef', '\u00bb', '\u00bf', ' ', '\t', '\r', '\n'), names);
    }

    private static (string Kind, string Remedy)? RecognizeText(string text, FileNames names)
    {
        if (Starts(text, "version https://git-lfs"))
            return ("a pointer of Git LFS: the file itself was not fetched", "Run git lfs pull.");
        if (text.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
            return ("a web page", "Download the file itself: the link is probably that of its page.");
        if (!Starts(text, "{"))
            return null;
        return text.Contains("\"weight_map\"", StringComparison.Ordinal) || text.Contains("\"total_size\"", StringComparison.Ordinal)
            ? ("the index of a model in several files", $"Join them in Python: import glob; from safetensors.torch import load_file, save_file; save_file({{k: v for f in glob.glob('*.safetensors') for k, v in load_file(f).items()}}, {names.Converted})")
            : ("a JSON text", "The weights are in another file beside it, or must be converted with safetensors.numpy.save_file in Python.");
    }

    private static (string Kind, string Remedy) Archive(string text, FileNames names)
    {
        // A local file header: the length of the name is at 26, the name at 30.
        string first = text.Length > 30 ? text.Substring(30, Math.Min(text[26] | text[27] << 8, text.Length - 30)) : "";
        if (first.EndsWith(".npy", StringComparison.Ordinal))
            return ("a NumPy archive (.npz)", $"Convert it in Python: import numpy; from safetensors.numpy import save_file; save_file(dict(numpy.load({names.Given})), {names.Converted})");
        if (first is "metadata.json" or "config.json" or "model.weights.h5")
            return ("a Keras model (.keras)", Keras(names));
        if (first.Contains('/') || first.EndsWith(".pkl", StringComparison.Ordinal))
            return ("a PyTorch file (torch.save, .pt, .pth or .bin)", Torch(names));
        return ("a ZIP archive", "Unpack it, and load the safetensors file in it.");
    }

    private static string Torch(FileNames names) =>
        $"Convert it in Python: {SaveTorch}torch.load({names.Given}, map_location='cpu', weights_only=True).items()}}, {names.Converted}). Where a whole module was saved, load it with weights_only=False and take its state_dict().";

    private static string Keras(FileNames names) =>
        $"Convert it in Python, where Keras's kernels must be transposed: import keras, numpy; from safetensors.numpy import save_file; save_file({{w.path.replace('/', '.'): numpy.ascontiguousarray(numpy.transpose(w.numpy(), {{4: (3, 2, 0, 1), 2: (1, 0), 1: (0,)}}[w.ndim])) for w in keras.models.load_model({names.Given}).weights}}, {names.Converted}). The inputs of a dense layer behind a Flatten must be reordered too: Keras has height × width × channels, DslNet channels × height × width.";

    private static bool IsPickle(string text) => text.Length > 2 && text[0] == '\u0080' && text[1] is >= '\u0002' and <= '\u0005' && text[2] is '\u008a' or '\u0095' or '}' or ']' or 'c' or 'K' or '(';

    /// <summary>A protocol buffer that begins with the version of ONNX's representation, and then with a text or the graph.</summary>
    private static bool IsOnnx(string text) =>
        text.Length > 3 && text[0] == '\u0008' && text[1] is >= '\u0001' and <= '\u0020' && text[2] is '\u0012' or '\u001a' or '"' or '(' or '2' or ':' or 'B';

    private static bool Starts(string text, string start) => text.StartsWith(start, StringComparison.Ordinal);
}
