using DslNet.Benchmarks.Models;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DslNet.Benchmarks.Peers.LibTorch;

/// <summary>The network as a chain of calls of libtorch's functions: the least that TorchSharp can add to them.</summary>
internal sealed class TorchNetwork : IDisposable
{
    private readonly Dictionary<string, Parameter> _parameters = [];
    private readonly Dictionary<string, Tensor> _states = [];
    private readonly Func<Tensor, Tensor?, Tensor>[] _layers;
    private readonly (int First, int Second)[] _sources;
    private readonly int[] _heads;
    private readonly Tensor[] _values;
    private bool _trains;

    public TorchNetwork(NetworkModel model, Dictionary<string, ParameterArray> file)
    {
        Model = model;
        foreach ((string name, ParameterArray array) in file)
        {
            Tensor values = tensor(array.Values, array.LongShape);
            if (name.Contains(".running_", StringComparison.Ordinal))
                _states.Add(name, values);
            else
                _parameters.Add(name, new Parameter(values, requires_grad: true));
        }

        _layers = [.. model.Layers.Select(Function)];
        _sources = [.. model.Layers.Select((layer, index) => (model.SourceOf(index), layer.With is { } name ? model.IndexOf(name) : -1))];
        _heads = [.. model.Heads.Select(model.ValueOf)];
        _values = new Tensor[_layers.Length];
    }

    /// <summary>What is learned.</summary>
    public IEnumerable<Parameter> Parameters => _parameters.Values;

    /// <summary>The network's description.</summary>
    public NetworkModel Model { get; }

    /// <summary>The batch's samples as a tensor for each input.</summary>
    public Tensor[] Inputs(Samples samples, int batch) => [.. Model.Inputs.Zip(samples.AllInputs, (shape, values) => tensor(values, [batch, .. shape.Select(axis => (long)axis)]))];

    /// <summary>Computes the outputs of a batch, which <see cref="Output"/> has then.</summary>
    /// <param name="inputs">The samples.</param>
    /// <param name="trains">Whether batch normalizations take the statistics of the samples, and learn of them.</param>
    public void Forward(Tensor[] inputs, bool trains)
    {
        _trains = trains;
        for (int i = 0; i < _layers.Length; i++)
        {
            (int first, int second) = _sources[i];
            _values[i] = _layers[i](first < 0 ? inputs[-1 - first] : _values[first], second < 0 ? null : _values[second]);
        }
    }

    /// <summary>An output of the last batch, counted from zero.</summary>
    public Tensor Output(int head) => _values[_heads[head]];

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (Tensor tensor in Parameters.Concat(_states.Values))
            tensor.Dispose();
    }

    private Func<Tensor, Tensor?, Tensor> Function(LayerModel layer)
    {
        switch (layer.Kind)
        {
            case LayerKind.Conv or LayerKind.ConvTranspose:
                return Convolution(layer);
            case LayerKind.BatchNorm:
                Parameter scale = Weight(layer), shift = Bias(layer);
                Tensor mean = _states[layer.Name + ".running_mean"], variance = _states[layer.Name + ".running_var"];
                return (x, _) => nn.functional.batch_norm(x, mean, variance, scale, shift, _trains);
            case LayerKind.Dense:
                Parameter weight = Weight(layer), bias = Bias(layer);
                return (x, _) => nn.functional.linear(x, weight, bias);
            case LayerKind.MaxPool2D:
                return (x, _) => nn.functional.max_pool2d(x, layer.Kernel[0]);
            case LayerKind.GlobalAvgPool:
                long[] axes = [.. Enumerable.Range(2, Model.Input.Length - 1).Select(axis => (long)axis)];
                return (x, _) => x.mean(axes);
            case LayerKind.Flatten:
                return (x, _) => x.flatten(1);
            case LayerKind.Reshape:
                long[] shape = [-1, .. layer.Kernel.Select(axis => (long)axis)];
                return (x, _) => x.reshape(shape);
            case LayerKind.ReLU:
                return (x, _) => nn.functional.relu(x);
            case LayerKind.Tanh:
                return (x, _) => nn.functional.tanh(x);
            case LayerKind.Add:
                return (x, y) => x + y!;
            case LayerKind.Concat:
                return (x, y) => cat([x, y!], 1);
            default:
                throw new NotSupportedException($"There is no {layer.Kind} here.");
        }
    }

    private Func<Tensor, Tensor?, Tensor> Convolution(LayerModel layer)
    {
        int axes = layer.Kernel.Length;
        Parameter weight = Weight(layer);
        Parameter? bias = layer.HasBias ? Bias(layer) : null;
        long[] before = [.. layer.Padding[..axes].Select(zeros => (long)zeros)];
        long[] stride = Long(layer.Stride, axes), dilation = Long(layer.Dilation, axes);
        if (layer.Kind == LayerKind.ConvTranspose)
            return (x, _) => nn.functional.conv_transpose2d(x, weight, bias, stride, before);
        if (axes == 1)
            return (x, _) => nn.functional.conv1d(x, weight, bias, stride[0], before[0], dilation[0], layer.Groups);
        if (layer.Padding[..axes].SequenceEqual(layer.Padding[axes..]))
            return (x, _) => nn.functional.conv2d(x, weight, bias, stride, before, dilation, layer.Groups);

        // The convolution takes the same padding on both sides only; what pads takes the last axis first.
        long[] zeros = [.. Enumerable.Range(0, axes).Reverse().SelectMany(axis => new long[] { layer.Padding[axis], layer.Padding[axes + axis] })];
        return (x, _) => nn.functional.conv2d(nn.functional.pad(x, zeros), weight, bias, stride, [0, 0], dilation, layer.Groups);
    }

    private static long[] Long(int value, int axes) => [.. Enumerable.Repeat((long)value, axes)];

    private Parameter Weight(LayerModel layer) => _parameters[layer.Name + ".weight"];

    private Parameter Bias(LayerModel layer) => _parameters[layer.Name + ".bias"];
}
