using System.CommandLine;
using DslNet.Audio;
using DslNet.Onnx;
using DslNet.Tool.Networks;

namespace DslNet.Tool.Commands;

/// <summary>Says whether weights fit a network, as loading them would.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The weights: a safetensors file, an ONNX model, or a capture of an amplifier (.nam)." };
        var assembly = new Argument<string>("assembly") { Description = "The built assembly (.dll) that has the network." };
        var network = new Option<string?>("--network") { Description = "The network's class, where the assembly has several." };
        var command = new Command("check", "Says whether a file of weights fits a network of a built assembly.") { file, assembly, network };
        command.SetAction(arguments => Run(arguments.GetValue(file)!, arguments.GetValue(assembly)!, arguments.GetValue(network)));
        return command;
    }

    private static void Run(string file, string assembly, string? name)
    {
        INetwork network = NetworkAssembly.Load(assembly).Find(name);
        switch (FileKinds.Of(file))
        {
            case FileKind.Onnx:
                LoadModel(network, file);
                break;
            case FileKind.Nam:
                NamFile.Read(file).Model.LoadInto(network);
                break;
            default:
                network.Load(file);
                break;
        }

        Console.WriteLine($"{file} fits {network.Description.Name}: {network.Description.ParameterCount:N0} parameters");
    }

    private static void LoadModel(INetwork network, string file)
    {
        using var weights = new MemoryStream();
        OnnxImport.Read(file).WriteWeights(weights);
        weights.Position = 0;
        network.Load(weights);
    }
}
