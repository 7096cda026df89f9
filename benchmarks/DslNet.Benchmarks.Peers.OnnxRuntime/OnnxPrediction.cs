using DslNet.Benchmarks.Models;
using DslNet.Benchmarks.Peers.OnnxRuntime.Onnx;
using DslNet.Benchmarks.Protocol;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace DslNet.Benchmarks.Peers.OnnxRuntime;

/// <summary>One prediction, with input and output bound once and for all, in memory of ONNX Runtime's own.</summary>
internal sealed unsafe class OnnxPrediction : IPeerWork
{
    private readonly SessionOptions _options;
    private readonly InferenceSession _session;
    private readonly RunOptions _run = new();
    private readonly OrtIoBinding _binding;
    private readonly OrtValue[] _inputs;
    private readonly OrtValue[] _outputs;
    private readonly float* _first;

    public OnnxPrediction(byte[] file, NetworkModel model, Job job)
    {
        _options = new SessionOptions
        {
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            InterOpNumThreads = 1,
            IntraOpNumThreads = job.Threads,
        };
        _session = new InferenceSession(file, _options);
        _binding = _session.CreateIoBinding();
        _inputs = [.. model.Inputs.Select(shape => Allocate([job.Batch, .. shape.Select(axis => (long)axis)]))];
        _outputs = [.. model.Heads.Select(head => Allocate([job.Batch, .. head.Shape.Select(axis => (long)axis)]))];
        var samples = Samples.Of(model, job.Batch);
        for (int i = 0; i < _inputs.Length; i++)
        {
            samples.AllInputs[i].CopyTo(_inputs[i].GetTensorMutableDataAsSpan<float>());
            _binding.BindInput(OnnxModel.Input(i), _inputs[i]);
        }

        for (int i = 0; i < _outputs.Length; i++)
            _binding.BindOutput(OnnxModel.Output(i), _outputs[i]);

        // Asked for once: the question costs a good part of a small network's call, and native memory stays where it is.
        fixed (float* first = _outputs[0].GetTensorMutableDataAsSpan<float>())
            _first = first;
    }

    /// <inheritdoc />
    public float Run()
    {
        _session.RunWithBinding(_run, _binding);
        return *_first;
    }

    /// <inheritdoc />
    public float[] Outputs()
    {
        Run();
        return [.. _outputs.SelectMany(output => output.GetTensorDataAsSpan<float>().ToArray())];
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _binding.Dispose();
        foreach (OrtValue value in _inputs.Concat(_outputs))
            value.Dispose();
        _run.Dispose();
        _session.Dispose();
        _options.Dispose();
    }

    private static OrtValue Allocate(long[] shape) => OrtValue.CreateAllocatedTensorValue(OrtAllocator.DefaultInstance, TensorElementType.Float, shape);
}
