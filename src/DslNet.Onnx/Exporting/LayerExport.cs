using System.Diagnostics.CodeAnalysis;

namespace DslNet.Onnx.Exporting;

/// <summary>A layer as its export sees it: what it reads by name, its arguments, its tensors.</summary>
/// <param name="model">The model that is written.</param>
/// <param name="network">The network.</param>
/// <param name="layer">The layer.</param>
/// <param name="inputs">The names and shapes of what it reads.</param>
/// <param name="output">The name of what it computes.</param>
/// <param name="isFrame">Whether samples are frames of sequences, with an axis for time before that of sequences.</param>
internal sealed class LayerExport(ModelWriter model, INetwork network, LayerDescription layer, IReadOnlyList<(string Name, TensorShape Shape)> inputs, string output, bool isFrame)
{
    public ModelWriter Model => model;

    /// <summary>Whether samples are frames of sequences.</summary>
    public bool IsFrame => isFrame;

    /// <summary>The axis of channels or features.</summary>
    public int Axis => isFrame ? 2 : 1;

    /// <summary>What it reads first.</summary>
    public string Input => inputs[0].Name;

    /// <summary>The axes of a sample of that.</summary>
    public int[] Sample => [.. inputs[0].Shape.Axes];

    /// <summary>All that it reads.</summary>
    public IReadOnlyList<(string Name, TensorShape Shape)> Inputs => inputs;

    /// <summary>What it computes.</summary>
    public string Output => output;

    /// <summary>The axes of a sample of that.</summary>
    public int[] Result => [.. layer.Output.Axes];

    public int Integer(string name) => Argument<int>(name);

    public float Float(string name) => Argument<float>(name);

    public bool Flag(string name) => Argument<bool>(name);

    public T Argument<T>(string name) => TryArgument(name, out T? value) ? value : throw new InvalidOperationException($"{layer.Kind} has no argument {name}.");

    public bool TryArgument<T>(string name, [NotNullWhen(true)] out T? value)
    {
        foreach (LayerArgument argument in layer.Arguments)
        {
            if (argument.Name == name && argument.Value is T found)
            {
                value = found;
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>A tensor that it has learned or keeps, by its role, under the name that it has in files; empty if it has none.</summary>
    /// <param name="role">weight, bias, running_mean …</param>
    /// <param name="shape">The axes, where they are to be others.</param>
    public string Tensor(string role, int[]? shape = null)
    {
        foreach (ParameterDescription parameter in layer.Parameters)
        {
            if (parameter.Role == role)
                return model.Floats(parameter.Name, (IEnumerable<int>?)shape ?? parameter.Shape.Axes, new ParameterTensor(network, parameter).ToArray());
        }

        foreach (StateDescription state in layer.States)
        {
            if (state.Role == role)
                return model.Floats(state.Name, (IEnumerable<int>?)shape ?? state.Shape.Axes, network.States.Slice(state.Offset, state.Shape.Length));
        }

        return "";
    }

    /// <summary>The elements of a tensor that it has learned, in PyTorch's order.</summary>
    public float[] Values(string role) => new ParameterTensor(network, layer.Parameters.Single(parameter => parameter.Role == role)).ToArray();

    /// <summary>Adds a node that computes the layer's output.</summary>
    public void Write(string type, IReadOnlyList<string> reads, params (string Name, object Value)[] attributes) => model.Node(type, WithoutLast(reads), output, attributes);

    /// <summary>Adds a node before, and returns the name of what it computes.</summary>
    public string Before(string type, IReadOnlyList<string> reads, params (string Name, object Value)[] attributes)
    {
        string name = model.NewName($"{output}_{type.ToLowerInvariant()}");
        model.Node(type, WithoutLast(reads), name, attributes);
        return name;
    }

    public string Scalar(float value) => model.Float($"{output}_constant", value);

    public string Integers(string what, params long[] values) => model.Integers($"{output}_{what}", values);

    /// <summary>Inputs that are left out at the end are not written.</summary>
    private static IReadOnlyList<string> WithoutLast(IReadOnlyList<string> reads)
    {
        int count = reads.Count;
        while (count > 0 && reads[count - 1].Length == 0)
            count--;
        return [.. reads.Take(count)];
    }
}
