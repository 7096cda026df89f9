using System.Diagnostics;
using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;
using DslNet.Benchmarks.Networks;
using DslNet.Onnx;

namespace DslNet.Benchmarks.Web;

/// <summary>What JavaScript calls: LeNet-5 with random weights on random images, which is all the same to a processor.</summary>
[SupportedOSPlatform("browser")]
internal static partial class Measured
{
    private const int Samples = 32, InputLength = 28 * 28, Classes = 10;

    private static readonly LeNet s_net = new(seed: 1);
    private static readonly LeNet s_trained = new(seed: 1);
    private static readonly SGD s_optimizer = new(0.001f);
    private static readonly float[] s_inputs = RandomInputs();
    private static readonly int[] s_labels = [.. Enumerable.Range(0, Samples).Select(i => i % Classes)];
    private static readonly float[] s_outputs = new float[Classes];

    /// <summary>The first image's pixels, for who predicts it elsewhere.</summary>
    [JSExport]
    internal static double[] Input() => [.. s_inputs.Take(InputLength).Select(value => (double)value)];

    /// <summary>What the network finds in the first image.</summary>
    [JSExport]
    internal static double[] Outputs()
    {
        s_net.Predict(s_inputs.AsSpan(0, InputLength), s_outputs);
        return [.. s_outputs.Select(value => (double)value)];
    }

    /// <summary>The network as a file of ONNX.</summary>
    [JSExport]
    internal static byte[] Model()
    {
        string path = Path.GetTempFileName();
        s_net.SaveOnnx(path);
        return File.ReadAllBytes(path);
    }

    /// <summary>Predicts the first image.</summary>
    /// <returns>Microseconds per image.</returns>
    [JSExport]
    internal static double Predict(int times)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < times; i++)
            s_net.Predict(s_inputs.AsSpan(0, InputLength), s_outputs);
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / times;
    }

    /// <summary>Trains with all images at once.</summary>
    /// <returns>Microseconds per image and step.</returns>
    [JSExport]
    internal static double Train(int times)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < times; i++)
            s_optimizer.Step(s_trained, s_inputs, s_labels);
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / (times * Samples);
    }

    private static float[] RandomInputs()
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, Samples * InputLength).Select(_ => random.NextSingle())];
    }
}
