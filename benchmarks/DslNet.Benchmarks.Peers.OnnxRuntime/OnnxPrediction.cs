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
    private readonly OrtValue _input;
    private readonly OrtValue _output;
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
        _input = Allocate([job.Batch, .. model.Input.Select(axis => (long)axis)]);
        _output = Allocate([job.Batch, .. model.Output.Select(axis => (long)axis)]);
        Samples.Of(model, job.Batch).Inputs.CopyTo(_input.GetTensorMutableDataAsSpan<float>());
        _binding.BindInput(OnnxModel.Input, _input);
        _binding.BindOutput(OnnxModel.Output, _output);

        // Asked for once: the question costs a good part of a small network's call, and native memory stays where it is.
        fixed (float* first = _output.GetTensorMutableDataAsSpan<float>())
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
        return _output.GetTensorDataAsSpan<float>().ToArray();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _binding.Dispose();
        _input.Dispose();
        _output.Dispose();
        _run.Dispose();
        _session.Dispose();
        _options.Dispose();
    }

    private static OrtValue Allocate(long[] shape) => OrtValue.CreateAllocatedTensorValue(OrtAllocator.DefaultInstance, TensorElementType.Float, shape);
}
