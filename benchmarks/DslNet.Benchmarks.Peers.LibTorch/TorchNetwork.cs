using DslNet.Benchmarks.Models;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DslNet.Benchmarks.Peers.LibTorch;

/// <summary>The network as a chain of calls of libtorch's functions: the least that TorchSharp can add to them.</summary>
internal sealed class TorchNetwork(NetworkModel model, Dictionary<string, ParameterArray> file) : IDisposable
{
    private readonly Dictionary<string, Parameter> _parameters =
        file.ToDictionary(each => each.Key, each => new Parameter(tensor(each.Value.Values, each.Value.LongShape), requires_grad: true));

    /// <summary>What is learned.</summary>
    public IEnumerable<Parameter> Parameters => _parameters.Values;

    /// <summary>The network's description.</summary>
    public NetworkModel Model => model;

    /// <summary>The batch's samples as a tensor.</summary>
    public Tensor Inputs(Samples samples, int batch) => tensor(samples.Inputs, [batch, .. model.Input.Select(axis => (long)axis)]);

    /// <summary>The outputs for a batch.</summary>
    public Tensor Forward(Tensor x)
    {
        foreach (LayerModel layer in model.Layers)
        {
            x = layer.Kind switch
            {
                LayerKind.Conv2D => nn.functional.conv2d(x, Weight(layer), Bias(layer)),
                LayerKind.Dense => nn.functional.linear(x, Weight(layer), Bias(layer)),
                LayerKind.MaxPool2D => nn.functional.max_pool2d(x, layer.Size),
                LayerKind.Flatten => x.flatten(1),
                LayerKind.ReLU => nn.functional.relu(x),
                LayerKind.Tanh => nn.functional.tanh(x),
                _ => throw new NotSupportedException($"There is no {layer.Kind} here."),
            };
        }

        return x;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (Parameter parameter in Parameters)
            parameter.Dispose();
    }

    private Parameter Weight(LayerModel layer) => _parameters[layer.Name + ".weight"];

    private Parameter Bias(LayerModel layer) => _parameters[layer.Name + ".bias"];
}
