using Microsoft.ML.OnnxRuntime;

namespace DslNet.Onnx.Tests.Policies;

/// <summary>ONNX Runtime, if this build has it.</summary>
internal static class OnnxRuntime
{
    public const string Skip = "ONNX Runtime or the trained policies are not here. Build with -p:WithOnnxRuntime=true, and see DslNet.Onnx.Tests.Policies.PolicyFiles.";

    /// <summary>Whether it can be asked, of policies that are here.</summary>
    public static bool IsHere => PolicyFiles.AreHere && IsBuiltIn;

    /// <summary>Whether it can be asked.</summary>
    public static bool IsBuiltIn { get; } = Directory.EnumerateFiles(AppContext.BaseDirectory, "*onnxruntime.*", SearchOption.AllDirectories).Any(file => Path.GetExtension(file) is ".so" or ".dylib" or ".dll");

    /// <summary>What a policy gives for samples.</summary>
    public static double[] Predict(string file, float[] inputs, int samples)
    {
        using InferenceSession session = new(file);
        using RunOptions options = new();
        using OrtValue observations = OrtValue.CreateTensorValueFromMemory(inputs, [samples, inputs.Length / samples]);
        using OrtValue states = OrtValue.CreateTensorValueFromMemory(new float[samples], [samples]);
        using IDisposableReadOnlyCollection<OrtValue> results = session.Run(options, ["obs", "state_ins"], [observations, states], ["output"]);
        return [.. results[0].GetTensorDataAsSpan<float>().ToArray().Select(value => (double)value)];
    }
}
