using System.CommandLine;
using DslNet.Audio;
using DslNet.Onnx;
using DslNet.Tool.Networks;
using DslNet.Tool.Tables;

namespace DslNet.Tool.Commands;

/// <summary>Shows what is in a file: layers, or tensors.</summary>
internal static class DescribeCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "An ONNX model (.onnx), a capture of an amplifier (.nam), weights (.safetensors), or an assembly with networks (.dll)." };
        var command = new Command("describe", "Shows the layers of an ONNX model or of the networks in an assembly, or the tensors of a safetensors file.") { file };
        command.SetAction(arguments => Run(arguments.GetValue(file)!));
        return command;
    }

    private static void Run(string file)
    {
        switch (FileKinds.Of(file))
        {
            case FileKind.Onnx:
                ModelTable.Print(OnnxImport.Read(file));
                break;
            case FileKind.Nam:
                foreach (NamModel model in NamFile.Read(file).Models)
                    Console.WriteLine($"{model.Architecture}, up to size {model.Size}: {model.ParameterCount:N0} parameters, {model.SampleRate} samples a second, {model.SilentFrames:N0} frames of silence before the first");
                break;
            case FileKind.Safetensors:
                TensorTable.Print(file);
                break;
            default:
                foreach (INetwork network in NetworkAssembly.Load(file).Networks)
                    Console.WriteLine(network.Describe());
                break;
        }
    }
}
