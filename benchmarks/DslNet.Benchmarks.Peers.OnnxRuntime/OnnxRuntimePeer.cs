using DslNet.Benchmarks.Models;
using DslNet.Benchmarks.Peers.OnnxRuntime.Onnx;
using DslNet.Benchmarks.Protocol;
using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;

namespace DslNet.Benchmarks.Peers.OnnxRuntime;

/// <summary>ONNX Runtime, which predicts only.</summary>
internal sealed class OnnxRuntimePeer : IPeer
{
    /// <inheritdoc />
    public string Version => $"ONNX Runtime {OrtEnv.Instance().GetVersionString()}";

    /// <inheritdoc />
    public IPeerWork Prepare(Job job)
    {
        if (job.Metric == Job.Train)
            throw new NotSupportedException("ONNX Runtime's package predicts only.");
        var model = NetworkModel.Of(job.Workload);
        byte[] file = OnnxModel.Of(model, job.Batch, ParameterFile.Read(job.Parameters)).ToByteArray();
        return new OnnxPrediction(file, model, job);
    }
}
