using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness;

/// <summary>A network as libtorch computes it, translated from its description.</summary>
internal sealed class TorchNetwork
{
    private readonly NetworkDescription _description;
    private readonly ScalarType _type;
    private readonly Dictionary<string, Parameter> _parameters;
    private readonly Dictionary<string, Tensor> _states;

    /// <summary>A network with the parameters that another one has now.</summary>
    public TorchNetwork(INetwork network, ScalarType type)
    {
        (_description, _type) = (network.Description, type);
        _parameters = _description.Parameters.ToDictionary(
            parameter => parameter.Name,
            parameter => new Parameter(tensor(new ParameterTensor(network, parameter).ToArray(), Longs(parameter.Shape), dtype: type), requires_grad: true));
        _states = _description.States.ToDictionary(
            state => state.Name, state => tensor(network.States.Slice(state.Offset, state.Shape.Length).ToArray(), Longs(state.Shape), dtype: type));
    }

    /// <summary>What it learns, in the order of the description.</summary>
    public IEnumerable<KeyValuePair<ParameterDescription, Parameter>> Named => _description.Parameters.Select(parameter => KeyValuePair.Create(parameter, _parameters[parameter.Name]));

    public IEnumerable<Parameter> Parameters => _description.Parameters.Select(parameter => _parameters[parameter.Name]);

    /// <summary>What it keeps, in the order of the description.</summary>
    public IEnumerable<Tensor> States => _description.States.Select(state => _states[state.Name]);

    /// <summary>Inputs as it reads them.</summary>
    public Tensor Inputs(Samples samples, int count) =>
        tensor(samples.Inputs[..(count * _description.InputLength)], [count, .. Longs(_description.Inputs[0].Shape)], dtype: InputType);

    private ScalarType InputType => _description.Inputs[0].Vocabulary > 0 ? ScalarType.Int64 : _type;

    /// <summary>What its loss compares outputs with.</summary>
    public Tensor Targets(Samples samples, int count, bool asLabels) => asLabels
        ? tensor(samples.LabelsOf(_description, count).ToArray().Select(label => (long)label).ToArray(), [Samples.OutputsOf(_description, count)], dtype: ScalarType.Int64)
        : tensor(samples.TargetsOf(_description, count).ToArray(), [Samples.OutputsOf(_description, count), .. Longs(_description.Outputs[0].Shape)], dtype: _type);

    /// <summary>All values, by the names of ports and layers.</summary>
    /// <param name="inputs">samples × shape.</param>
    /// <param name="dropping">In training, what dropout draws from.</param>
    /// <param name="isStep">Whether what it keeps changes, as in a step of training.</param>
    public Dictionary<string, Tensor> Forward(Tensor inputs, Dropping? dropping, bool isStep = false)
    {
        Dictionary<string, Tensor> values = new() { [_description.Inputs[0].Name] = inputs };
        foreach ((int index, LayerDescription layer) in _description.Layers.Index())
        {
            LayerCall call = CallOf(index, values, dropping, isStep);
            Tensor output = TorchLayers.All[layer.Kind].Forward(call);
            call.Arguments.VerifyAllAreRead();
            Assert.Equal([_description.Sequence is { IsReduced: true } && output.shape[0] == 1 ? 1 : inputs.shape[0], .. Longs(layer.Output)], output.shape);
            values.Add(layer.Name, output);
        }

        return values;
    }

    /// <summary>What leaves it, of all values.</summary>
    public Tensor Output(Dictionary<string, Tensor> values) => values[_description.Layers[^1].Name];

    /// <summary>The mean loss.</summary>
    public Tensor Loss(Dictionary<string, Tensor> values, Tensor targets)
    {
        LossDescription loss = _description.Loss!;
        Arguments arguments = new(loss.Name, loss.Arguments);
        Tensor mean = TorchLosses.Of(loss).Mean(arguments, values[loss.Output], targets);
        arguments.VerifyAllAreRead();
        return mean;
    }

    /// <summary>Whether there are any kinks.</summary>
    public bool HasKinks()
    {
        using var scope = NewDisposeScope();
        Tensor inputs = zeros([1, .. Longs(_description.Inputs[0].Shape)], dtype: InputType), targets = zeros([1, .. Longs(_description.Outputs[0].Shape)], dtype: _type);
        return Kinks(Forward(inputs, null), targets, null).Any();
    }

    /// <summary>
    /// What derivatives jump by: for each layer, and the loss, that has kinks, the distances from them and the values of which they are distances.
    /// </summary>
    public IEnumerable<(Tensor Distance, string Value)> Kinks(Dictionary<string, Tensor> values, Tensor targets, Dropping? dropping)
    {
        foreach ((int index, LayerDescription layer) in _description.Layers.Index())
        {
            if (TorchLayers.All[layer.Kind].DistanceToKink(CallOf(index, values, dropping)) is { } distance)
                yield return (distance, layer.Inputs[0]);
        }

        LossDescription loss = _description.Loss!;
        if (TorchLosses.Of(loss).DistanceToKink(values[loss.Output], targets) is { } ofLoss)
            yield return (ofLoss, loss.Output);
    }

    private LayerCall CallOf(int index, Dictionary<string, Tensor> values, Dropping? dropping, bool isStep = false)
    {
        LayerDescription layer = _description.Layers[index];
        return new(
            index, new Arguments(layer.Kind, layer.Arguments), [.. layer.Inputs.Select(input => values[input])],
            layer.Parameters.ToDictionary(parameter => parameter.Role, parameter => (Tensor)_parameters[parameter.Name]),
            layer.States.ToDictionary(state => state.Role, state => isStep ? _states[state.Name] : _states[state.Name].clone()), dropping);
    }

    private static long[] Longs(TensorShape shape) => [.. shape.Axes.Select(axis => (long)axis)];
}
