using System.Reflection;
using DslNet.Onnx.Exporting;
using DslNet.Onnx.Models;
using DslNet.Onnx.Protobuf;

namespace DslNet.Onnx;

/// <summary>Networks of DslNet as ONNX models.</summary>
public static class OnnxExport
{
    /// <summary>Writes a network with its weights as an ONNX model, which predicts what the network does for any number of samples. The file is there wholly or not at all.</summary>
    /// <param name="network">The network.</param>
    /// <param name="path">The file, which is replaced if it is there.</param>
    /// <exception cref="OnnxException">A layer of the network is no operator of ONNX: the message names every one, and what to do.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written.</exception>
    public static void SaveOnnx(this INetwork network, string path)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentException.ThrowIfNullOrEmpty(path);
        ProtoWriter model = Model(network);
        AtomicFile.Write(path, stream => stream.Write(model.Written));
    }

    /// <summary>Writes a network with its weights as an ONNX model.</summary>
    /// <param name="network">The network.</param>
    /// <param name="stream">Where to.</param>
    /// <exception cref="OnnxException">A layer of the network is no operator of ONNX: the message names every one, and what to do.</exception>
    public static void SaveOnnx(this INetwork network, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(Model(network).Written);
    }

    private static ProtoWriter Model(INetwork network)
    {
        NetworkDescription description = network.Description;
        string[] problems = [.. description.Layers.Where(layer => !LayerExports.All.ContainsKey(layer.Kind)).Select(layer =>
            $"{layer.Name}: {layer.Kind} {LayerExports.Refused.GetValueOrDefault(layer.Kind, "has no operator of ONNX. Use another layer")}.")];
        if (problems.Length > 0)
            throw new OnnxException(problems);
        if (description.Sequence is not null)
            throw new OnnxException($"{description.Name} is a network of sequences, which are not exported yet. Save its weights as safetensors.");

        ModelWriter model = new();
        Dictionary<string, (string Name, TensorShape Shape)> values = new(StringComparer.Ordinal);
        foreach (PortDescription input in description.Inputs)
        {
            values[input.Name] = (model.NewName(input.Name), input.Shape);
            model.Input(values[input.Name].Name, input.Element == ElementType.Int32 ? OnnxType.Int32 : OnnxType.Float, input.Shape);
        }

        ILookup<string, string> outputs = Outputs(network).ToLookup(pair => pair.Layer, pair => pair.Output, StringComparer.Ordinal);
        foreach (PortDescription output in description.Outputs)
            model.NewName(output.Name);
        foreach (LayerDescription layer in description.Layers)
        {
            string[] names = [.. outputs[layer.Name]];
            string output = names.Length > 0 ? names[0] : model.NewName(layer.Name);
            LayerExports.All[layer.Kind](new(model, network, layer, [.. layer.Inputs.Select(input => values[input])], output));
            values[layer.Name] = (output, layer.Output);
            foreach (string name in names.Skip(1))
                model.Node("Identity", [output], name);
        }

        foreach (PortDescription output in description.Outputs)
            model.Output(output.Name, output.Shape);
        return model.Model(description.Name);
    }

    /// <summary>Which layer each output is of.</summary>
    private static IEnumerable<(string Layer, string Output)> Outputs(INetwork network)
    {
        NetworkDescription description = network.Description;
        string last = description.Layers[^1].Name;
        OutputAttribute[] declared = [.. network.GetType().GetCustomAttributes<OutputAttribute>().Where(output => output.Name is not null)];
        foreach (PortDescription output in description.Outputs)
        {
            string? from = declared.FirstOrDefault(each => each.Name == output.Name)?.From;
            if (from is null && description.Outputs.Length > 1)
                throw new OnnxException($"The output {output.Name} of {description.Name} does not say which layer it is of. Write [Output(\"{output.Name}\", From = \"…\")] to export it.");
            yield return (from ?? last, output.Name);
        }
    }
}
