using Microsoft.ML.OnnxRuntime;

namespace DslNet.Onnx.Tests.Exporting;

/// <summary>A model that ONNX Runtime has taken.</summary>
internal sealed class RuntimeModel : IDisposable
{
    private readonly InferenceSession _session;

    public RuntimeModel(byte[] model, GraphOptimizationLevel level)
    {
        using SessionOptions options = new() { GraphOptimizationLevel = level, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR };
        _session = new(model, options);
    }

    /// <summary>What comes out for some samples.</summary>
    /// <param name="inputs">For each input its name, the axes of a sample, and the values.</param>
    /// <param name="samples">How many samples.</param>
    public double[][] Predict(IEnumerable<(string Name, long[] Sample, float[] Values)> inputs, int samples)
    {
        List<string> names = [];
        List<OrtValue> values = [];
        foreach ((string name, long[] sample, float[] input) in inputs)
        {
            names.Add(name);
            values.Add(OrtValue.CreateTensorValueFromMemory(input, [samples, .. sample]));
        }

        using RunOptions run = new();
        using IDisposableReadOnlyCollection<OrtValue> results = _session.Run(run, names, values, _session.OutputNames);
        values.ForEach(value => value.Dispose());
        return [.. results.Select(result => result.GetTensorDataAsSpan<float>().ToArray().Select(value => (double)value).ToArray())];
    }

    public void Dispose() => _session.Dispose();
}
