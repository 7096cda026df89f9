using DslNet.Benchmarks.Models;
using DslNet.Benchmarks.Protocol;

namespace DslNet.Benchmarks.Naive;

/// <summary>A network of loops over arrays.</summary>
internal sealed class NaiveNetwork : IPeerWork
{
    private readonly List<INaiveLayer> _layers = [];
    private readonly NaiveParameter[] _parameters;
    private readonly Samples _samples;
    private readonly float[] _gradients;
    private readonly Job _job;
    private int _step;

    public NaiveNetwork(NetworkModel model, Job job)
    {
        if (model.Heads.Length > 1)
            throw new NotSupportedException("There is no naive network of several outputs.");
        _job = job;
        Dictionary<string, ParameterArray> file = ParameterFile.Read(job.Parameters);
        int[] shape = model.Input;
        foreach (LayerModel layer in model.Layers.Where(layer => layer.Kind != LayerKind.Flatten))
        {
            _layers.Add(Create(layer, shape, job.Batch, file));
            shape = _layers[^1].OutputShape;
        }

        _parameters = [.. _layers.SelectMany(layer => layer.Parameters)];
        _samples = Samples.Of(model, job.Batch);
        _gradients = new float[job.Batch * model.OutputLength];
    }

    /// <inheritdoc />
    public float Run() => _job.Metric == Job.Train ? Train() : Forward()[0];

    /// <inheritdoc />
    public float[] Outputs() => [.. Forward()];

    /// <inheritdoc />
    public void Dispose()
    {
    }

    private static INaiveLayer Create(LayerModel layer, int[] shape, int batch, Dictionary<string, ParameterArray> file)
    {
        int inputs = shape.Aggregate(1, (product, axis) => product * axis);
        return layer.Kind switch
        {
            LayerKind.Conv when IsPlain(layer) => new NaiveConv2D(shape, layer.Outputs, layer.Kernel[0], batch, file[layer.Name + ".weight"], file[layer.Name + ".bias"]),
            LayerKind.Dense => new NaiveDense(inputs, layer.Outputs, batch, file[layer.Name + ".weight"], file[layer.Name + ".bias"]),
            LayerKind.MaxPool2D => new NaiveMaxPool2D(shape, layer.Kernel[0], batch),
            LayerKind.ReLU => new NaiveActivation(shape, batch, x => MathF.Max(x, 0), y => y > 0 ? 1 : 0),
            LayerKind.Tanh => new NaiveActivation(shape, batch, MathF.Tanh, y => 1 - y * y),
            _ => throw new NotSupportedException($"There is no naive {layer.Kind}."),
        };
    }

    private static bool IsPlain(LayerModel layer) =>
        layer.Kernel.Length == 2 && layer.Kernel[0] == layer.Kernel[1] && layer is { Stride: 1, Dilation: 1, Groups: 1, HasBias: true } && layer.Padding.All(zeros => zeros == 0);

    private float[] Forward()
    {
        float[] values = _samples.Inputs;
        foreach (INaiveLayer layer in _layers)
            values = layer.Forward(values);
        return values;
    }

    private float Train()
    {
        float[] outputs = Forward(), gradients = _gradients;
        float loss = _samples.Labels.Length > 0
            ? NaiveLoss.SoftmaxCrossEntropy(outputs, _samples.Labels, gradients)
            : NaiveLoss.MeanSquaredError(outputs, _samples.Targets, gradients);
        for (int i = _layers.Count - 1; i >= 0; i--)
            gradients = _layers[i].Backward(gradients);
        _step++;
        foreach (NaiveParameter parameter in _parameters)
            parameter.Update(_job.LearningRate, _step);
        return loss;
    }
}
