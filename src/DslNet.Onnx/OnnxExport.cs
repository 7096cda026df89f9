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
        string[] problems = [.. description.Layers.Select(LayerExports.Problem).OfType<string>()];
        if (problems.Length > 0)
            throw new OnnxException(problems);
        bool isSequence = description.Sequence is not null;
        if (isSequence && description.Layers.FirstOrDefault(layer => layer.Output.Rank != 1 || layer.Kind == "Reshape") is { } spatial)
            throw new OnnxException($"{spatial.Name}: {spatial.Declaration} is not exported in a network of sequences, whose frames are vectors in ONNX. Save the weights as safetensors.");
        if (isSequence && description.Inputs[0].Element == ElementType.Int32)
            throw new OnnxException($"The frames of {description.Name} are tokens, and sequences of tokens are not exported yet. Save the weights as safetensors.");
        if (isSequence && description.Inputs[0].Shape.Rank != 1)
            throw new OnnxException($"The frames of {description.Name} are {description.Inputs[0].Shape}, and vectors in ONNX. Save the weights as safetensors.");

        ModelWriter model = new();
        Dictionary<string, (string Name, TensorShape Shape)> values = new(StringComparer.Ordinal);
        foreach (PortDescription input in description.Inputs)
        {
            values[input.Name] = (model.NewName(input.Name), input.Shape);
            model.Input(values[input.Name].Name, input.Element == ElementType.Int32 ? OnnxType.Int32 : OnnxType.Float, input.Shape, isSequence);
            if (isSequence)
                values[input.Name] = (TimeFirst(model, values[input.Name].Name, model.NewName($"{input.Name}_time")), input.Shape);
        }

        ILookup<string, string> outputs = Outputs(network).ToLookup(pair => pair.Layer, pair => pair.Output, StringComparer.Ordinal);
        foreach (PortDescription output in description.Outputs)
            model.NewName(output.Name);
        foreach (LayerDescription layer in description.Layers)
        {
            string[] names = [.. outputs[layer.Name]];
            string output = names.Length > 0 && !isSequence ? names[0] : model.NewName(layer.Name);
            LayerExports.All[layer.Kind](new(model, network, layer, [.. layer.Inputs.Select(input => values[input])], output, isSequence));
            values[layer.Name] = (output, layer.Output);
            foreach (string name in names.Where(name => name != output))
            {
                if (isSequence)
                    TimeFirst(model, output, name);
                else
                    model.Node("Identity", [output], name);
            }
        }

        foreach (PortDescription output in description.Outputs)
            model.Output(output.Name, output.Shape, isSequence);
        return model.Model(description.Name);
    }

    /// <summary>Exchanges time and sequences, there and back: recurrent operators have time first, and callers behind sequences.</summary>
    private static string TimeFirst(ModelWriter model, string value, string exchanged)
    {
        model.Node("Transpose", [value], exchanged, ("perm", new[] { 1, 0, 2 }));
        return exchanged;
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
