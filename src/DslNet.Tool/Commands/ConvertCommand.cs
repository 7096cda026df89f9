using System.CommandLine;
using DslNet.Tool.Tensors;

namespace DslNet.Tool.Commands;

/// <summary>Writes the tensors of a file of weights as another kind of file.</summary>
internal static class ConvertCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The weights: safetensors, several of them by their index (.safetensors.index.json), or arrays of NumPy (.npz)." };
        var output = new Argument<string>("output") { Description = "The file to write: .safetensors or .npz." };
        var type = new Option<string>("--type") { Description = "The type of a safetensors file's elements: F32, F16 or BF16.", DefaultValueFactory = _ => SafetensorsFormat.Float32 };
        var prefix = new Option<string>("--without-prefix") { Description = "What names begin with and shall not, such as “model.”: tensors that begin otherwise are left out.", DefaultValueFactory = _ => "" };
        var force = new Option<bool>("--force") { Description = "Replaces a file that is there already." };
        type.AcceptOnlyFromAmong(SafetensorsFormat.Float32, SafetensorsFormat.Float16, SafetensorsFormat.BFloat16);
        var command = new Command("convert", "Writes the tensors of a file of weights as another kind of file, as float32 or in 16 bits.") { file, output, type, prefix, force };
        command.SetAction(arguments => Run(
            arguments.GetValue(file)!, arguments.GetValue(output)!, arguments.GetValue(type)!, arguments.GetValue(prefix)!, arguments.GetValue(force)));
        return command;
    }

    private static void Run(string file, string output, string type, string prefix, bool force)
    {
        Action<Stream, IReadOnlyList<NamedTensor>> write = Path.GetExtension(output).ToLowerInvariant() switch
        {
            ".safetensors" => (stream, tensors) => SafetensorsFile.Write(stream, tensors, type),
            ".npz" when type == SafetensorsFormat.Float32 => NpzFile.Write,
            ".npz" => throw new ArgumentException("Arrays of NumPy are written as float32. Leave --type out."),
            _ => throw new ArgumentException($"{output} is known by no ending: .safetensors and .npz are written."),
        };
        NamedTensor[] tensors =
        [
            .. Read(file).Where(tensor => tensor.Name.StartsWith(prefix, StringComparison.Ordinal) && tensor.Name.Length > prefix.Length).Select(tensor => tensor with { Name = tensor.Name[prefix.Length..] }),
        ];
        if (tensors.Length == 0)
            throw new InvalidDataException($"{file} has no tensor of floats{(prefix.Length > 0 ? $" whose name begins with {prefix}" : "")}.");
        if (!force && File.Exists(output))
            throw new IOException($"{output} is there already. Ask for it to be replaced by --force, or choose another name.");
        AtomicFile.Write(output, stream => write(stream, tensors));
        Console.WriteLine($"{output}: {tensors.Length:N0} tensors, {tensors.Sum(tensor => (long)tensor.Values.Length):N0} elements");
    }

    private static List<NamedTensor> Read(string file) =>
        SafetensorsFile.IsIndex(file) ? SafetensorsFile.ReadSharded(file) : Path.GetExtension(file).ToLowerInvariant() switch
        {
            ".safetensors" => SafetensorsFile.Read(file),
            ".npz" => NpzFile.Read(file),
            _ => throw new ArgumentException($"{file} is known by no ending: weights end in .safetensors, .safetensors.index.json or .npz."),
        };
}
