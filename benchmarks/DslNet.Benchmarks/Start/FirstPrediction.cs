using DslNet.Benchmarks.Networks;

namespace DslNet.Benchmarks.Start;

/// <summary>What a program does that predicts one image with LeNet-5 and ends.</summary>
internal static class FirstPrediction
{
    /// <summary>The argument with which this program becomes that one.</summary>
    public const string Argument = "first-prediction";

    /// <summary>Predicts, and writes a line when the prediction is there.</summary>
    public static void Run()
    {
        var network = new LeNet(1);
        Span<float> logits = stackalloc float[LeNet.OutputLength];
        network.Predict(new float[LeNet.InputLength], logits);
        Console.Out.WriteLine(logits[0]);
    }
}
