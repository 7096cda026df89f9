using DslNet.Benchmarks.Models;
using DslNet.Benchmarks.Native;
using DslNet.Benchmarks.Peers.OnnxRuntime.Onnx;
using DslNet.Benchmarks.Protocol;
using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;

namespace DslNet.Benchmarks.Peers.OnnxRuntime;

/// <summary>ONNX Runtime, which predicts only.</summary>
internal sealed class OnnxRuntimePeer : IPeer
{
    private readonly Lazy<string> _version = new(() => NativeLoading.Run(
        "ONNX Runtime",
        $"The peer needs the package Microsoft.ML.OnnxRuntime in its own folder: build it with \"dotnet build benchmarks/{typeof(OnnxRuntimePeer).Assembly.GetName().Name} -c Release -p:NativePeers=true\", and install what the loader misses",
        () => $"ONNX Runtime {OrtEnv.Instance().GetVersionString()}"));

    /// <inheritdoc />
    public string Version => _version.Value;

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
