using System.Diagnostics;
using System.Globalization;
using DslNet.Onnx.Tests.Harness;
using DslNet.Onnx.Tests.Proto;
using DslNet.Onnx.Tests.Witness;
using Microsoft.ML.OnnxRuntime;

namespace DslNet.Onnx.Tests.Policies;

/// <summary>
/// What docs/import.md says of policies: the largest difference from a computation in double precision, and the time of a prediction, beside ONNX Runtime's. No test:
/// <c>-explicit only -method "*.PolicyFigures.*" -showLiveOutput</c> prints the table.
/// </summary>
public sealed class PolicyFigures
{
    private const int Samples = 1000, Rounds = 60, Calls = 400;

    [Fact(Explicit = true)]
    public void Measure()
    {
        NetworkThreads.Count = 1;
        ITestOutputHelper output = TestContext.Current.TestOutputHelper!;
        output.WriteLine("| policy | difference | ONNX Runtime's | ns, min / median | ONNX Runtime's | times as fast |");
        output.WriteLine("|---|---|---|---|---|---|");
        foreach ((string file, INetwork network) in PolicyFiles.All.Zip(ImportedNetworks.Load([.. PolicyFiles.All.Select(each => OnnxImport.Read(each))], targets: "")))
        {
            (double own, double theirs) = Differences(file, network);
            (double[] ours, double[] runtime) = Times(file, network);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {Path.GetFileNameWithoutExtension(file)} | {own:G2} | {theirs:G2} | {ours[0]:F0} / {ours[Rounds / 2]:F0} | {runtime[0]:F0} / {runtime[Rounds / 2]:F0} | {runtime[0] / ours[0]:F1} |"));
        }
    }

    private static (double Own, double Theirs) Differences(string file, INetwork network)
    {
        int features = network.Description.InputLength;
        float[] inputs = Agreement.Draw(Samples * features, largest: 1);
        double[] exact = GraphEvaluation.Run(ModelProto.Parser.ParseFrom(File.ReadAllBytes(file)), new Dictionary<string, Tensor>
        {
            ["obs"] = new([Samples, features], [.. inputs.Select(value => (double)value)]),
            ["state_ins"] = new([Samples], new double[Samples]),
        })["output"].Data;
        float[] own = ImportedNetworks.Predict(network, inputs);
        return (own.Zip(exact, (a, b) => Math.Abs(a - b)).Max(), OnnxRuntime.Predict(file, inputs, Samples).Zip(exact, (a, b) => Math.Abs(a - b)).Max());
    }

    /// <summary>The nanoseconds of a call, sorted: the two sides take turns, so that both meet the same machine.</summary>
    private static (double[] Own, double[] Theirs) Times(string file, INetwork network)
    {
        float[] input = Agreement.Draw(network.Description.InputLength, largest: 1), result = new float[network.Description.OutputLength];
        using SessionOptions settings = new() { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
        using InferenceSession session = new(file, settings);
        using RunOptions options = new();
        using OrtValue observations = OrtValue.CreateTensorValueFromMemory(input, [1, input.Length]);
        using OrtValue states = OrtValue.CreateTensorValueFromMemory(new float[1], [1]);
        string[] names = ["obs", "state_ins"], outputs = ["output"];
        OrtValue[] values = [observations, states];
        for (int i = 0; i < 20 * Calls; i++)
        {
            Own();
            Theirs();
        }

        double[] own = new double[Rounds], theirs = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
            (own[round], theirs[round]) = (Time(Own, 10 * Calls), Time(Theirs, Calls));
        Array.Sort(own);
        Array.Sort(theirs);
        return (own, theirs);

        void Own() => network.Predict(input, result);

        void Theirs() => session.Run(options, names, values, outputs).Dispose();
    }

    private static double Time(Action call, int calls)
    {
        long begin = Stopwatch.GetTimestamp();
        for (int i = 0; i < calls; i++)
            call();
        return Stopwatch.GetElapsedTime(begin).TotalNanoseconds / calls;
    }
}
