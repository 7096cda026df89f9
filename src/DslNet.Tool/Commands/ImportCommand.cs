using System.CommandLine;
using DslNet.Onnx;

namespace DslNet.Tool.Commands;

/// <summary>Writes an ONNX model as a class and its weights.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The ONNX model." };
        var output = new Option<string>("--output", "-o") { Description = "The folder to write into.", DefaultValueFactory = _ => "." };
        var name = new Option<string?>("--name") { Description = "The name of the class and of its files; that of the model's file unless said otherwise." };
        var inNamespace = new Option<string?>("--namespace") { Description = "The namespace of the class; none unless said otherwise." };
        var fold = new Option<bool>("--fold") { Description = "Puts batch normalizations into the weights of the layer before them." };
        var force = new Option<bool>("--force") { Description = "Replaces files that are there already." };
        var command = new Command("import", "Writes an ONNX model as Name.cs, a class that reads like the network, and Name.safetensors, its weights.") { file, output, name, inNamespace, fold, force };
        command.SetAction(arguments => Run(
            arguments.GetValue(file)!, arguments.GetValue(output)!, new() { Name = arguments.GetValue(name), Namespace = arguments.GetValue(inNamespace), FoldsBatchNorm = arguments.GetValue(fold) }, arguments.GetValue(force)));
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
    }
}
