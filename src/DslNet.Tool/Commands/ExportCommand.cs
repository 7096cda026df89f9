using System.CommandLine;
using DslNet.Onnx;
using DslNet.Tool.Networks;

namespace DslNet.Tool.Commands;

/// <summary>Writes a network of a built assembly, with weights of a file, as an ONNX model.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var assembly = new Argument<string>("assembly") { Description = "The built assembly (.dll) that has the network." };
        var weights = new Argument<string>("weights") { Description = "Its weights: a safetensors file." };
        var output = new Option<string?>("--output", "-o") { Description = "The file to write; the weights' name with the ending .onnx unless said otherwise." };
        var network = new Option<string?>("--network") { Description = "The network's class, where the assembly has several." };
        var force = new Option<bool>("--force") { Description = "Replaces a file that is there already." };
        var command = new Command("export", "Writes a network of a built assembly, with the weights of a file, as an ONNX model.") { assembly, weights, output, network, force };
        command.SetAction(arguments => Run(arguments.GetValue(assembly)!, arguments.GetValue(weights)!, arguments.GetValue(output), arguments.GetValue(network), arguments.GetValue(force)));
        return command;
    }

    private static void Run(string assembly, string weights, string? output, string? name, bool force)
    {
        string path = output ?? Path.ChangeExtension(weights, ".onnx");
        INetwork network = NetworkAssembly.Load(assembly).Find(name);
        network.Load(weights);
        if (!force && File.Exists(path))
            throw new IOException($"{path} is there already. Ask for it to be replaced by --force, or choose another name by --output.");
        network.SaveOnnx(path);
        Console.WriteLine($"{path}: {network.Description.Layers.Length} layers, {network.Description.ParameterCount:N0} parameters");
    }
}
