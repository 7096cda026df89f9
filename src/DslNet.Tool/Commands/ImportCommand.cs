using System.CommandLine;
using DslNet.Audio;
using DslNet.Onnx;
using DslNet.Tool.Networks;

namespace DslNet.Tool.Commands;

/// <summary>Writes an ONNX model, or a capture of an amplifier, as a class and its weights.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The ONNX model (.onnx), or the capture of an amplifier (.nam)." };
        var output = new Option<string>("--output", "-o") { Description = "The folder to write into.", DefaultValueFactory = _ => "." };
        var name = new Option<string?>("--name") { Description = "The name of the class and of its files; that of the model's file unless said otherwise." };
        var inNamespace = new Option<string?>("--namespace") { Description = "The namespace of the class; none unless said otherwise." };
        var fold = new Option<bool>("--fold") { Description = "Puts batch normalizations into the weights of the layer before them." };
        var size = new Option<double>("--size") { Description = "Of captures of several sizes, the smallest that is meant for this one; 1 is the largest.", DefaultValueFactory = _ => 1 };
        var force = new Option<bool>("--force") { Description = "Replaces files that are there already." };
        var command = new Command("import", "Writes an ONNX model or a capture of an amplifier as Name.cs, a class that reads like the network, and Name.safetensors, its weights.") { file, output, name, inNamespace, fold, size, force };
        command.SetAction(arguments =>
        {
            OnnxImportOptions options = new() { Name = arguments.GetValue(name), Namespace = arguments.GetValue(inNamespace), FoldsBatchNorm = arguments.GetValue(fold) };
            if (FileKinds.Of(arguments.GetValue(file)!) == FileKind.Nam)
                RunCapture(arguments.GetValue(file)!, arguments.GetValue(output)!, options, arguments.GetValue(size), arguments.GetValue(force));
            else
                Run(arguments.GetValue(file)!, arguments.GetValue(output)!, options, arguments.GetValue(force));
        });
        return command;
    }

    private static void Run(string file, string folder, OnnxImportOptions options, bool force)
    {
        OnnxImport import = OnnxImport.Read(file, options);
        (string source, string weights) = import.Save(folder, force);
        foreach (string remark in import.Remarks)
            Console.WriteLine(remark);
        Console.WriteLine($"{source}: {import.Layers.Count} layers, {import.Layers.Sum(layer => layer.MultiplyAdds):N0} multiply-adds");
        Console.WriteLine($"{weights}: {import.Layers.Sum(layer => layer.Parameters):N0} parameters");
        PrintItem(import.Name);
    }

    private static void RunCapture(string file, string folder, OnnxImportOptions options, double size, bool force)
    {
        NamFile capture = NamFile.Read(file);
        NamModel model = capture.OfSize(size);
        (string source, string weights) = model.Import(options.Name ?? NamImport.NameOf(file), options.Namespace).Save(folder, force);
        if (capture.Models.Count > 1)
            Console.WriteLine($"The file has {capture.Models.Count} sizes, up to {string.Join(", ", capture.Models.Select(each => each.Size))}: this is the one up to {model.Size}.");
        Console.WriteLine($"{source}: {model.Architecture}, {model.SilentFrames:N0} frames of silence before the first");
        Console.WriteLine($"{weights}: {model.ParameterCount:N0} parameters");
        PrintItem(Path.GetFileNameWithoutExtension(weights));
    }

    /// <summary>What the project is to have, so that the build compares the weights with the layers.</summary>
    private static void PrintItem(string name) =>
        Console.WriteLine($"In the project: <DslNetWeights Include=\"{name}.safetensors\" Network=\"{name}\" Embed=\"true\" />, and in the program: {name}.Load()");
}
