using DslNet.Onnx.Tests.Harness;
using DslNet.Onnx.Tests.Witness;
using Microsoft.ML.OnnxRuntime;

namespace DslNet.Onnx.Tests.PublicModels;

/// <summary>Wake words and a face detector that others trained, as exporters of PyTorch and TensorFlow wrote them.</summary>
public sealed class PublicModelTests
{
    private const double Tolerance = 1e-5;

    // Twenty convolutions, one after the other, whose values grow to tens: ONNX Runtime's own bits differ by 4e-5 between its levels of optimization.
    private const double DeepTolerance = 1e-4;

    [PublicModelFact]
    public void They_predict_what_ONNX_Runtime_does()
    {
        OnnxImport[] imports = [.. PublicModelFiles.All.Select(file => OnnxImport.Read(file))];
        IReadOnlyList<INetwork> networks = ImportedNetworks.Load(imports);
        Assert.All(Enumerable.Range(0, imports.Length), i => Compare(PublicModelFiles.All[i], imports[i], networks[i]));
    }

    /// <summary>Nine nodes of LayerNorm are one layer, and nothing else is left of the file.</summary>
    [PublicModelFact]
    public void A_wake_word_reads_like_a_network_that_a_person_would_declare() => Assert.Equal(
        ["[Input(16, 96)]", "[Flatten]", "[Dense(32)]", "[LayerNorm, ReLU]", "[Dense(32)]", "[LayerNorm, ReLU]", "[Dense(1), Sigmoid]"],
        Imports.Attributes(OnnxImport.Read(PublicModelFiles.All.Single(file => file.EndsWith("hey_rhasspy_v0.1.onnx", StringComparison.Ordinal)))));

    private static void Compare(string file, OnnxImport import, INetwork network)
    {
        using SessionOptions options = new() { GraphOptimizationLevel = GraphOptimizationLevel.ORT_DISABLE_ALL };
        using InferenceSession session = new(file, options);
        int[] shape = [.. session.InputMetadata.Single().Value.Dimensions.Select(axis => Math.Max(axis, 1))];
        float[] values = Agreement.Draw(shape.Aggregate(1, (product, axis) => product * axis), largest: 1);
        using RunOptions run = new();
        using OrtValue input = OrtValue.CreateTensorValueFromMemory(values, [.. shape.Select(axis => (long)axis)]);
        using IDisposableReadOnlyCollection<OrtValue> expected = session.Run(run, [session.InputMetadata.Keys.Single()], [input], session.OutputNames);

        float[][] actual = [.. import.Outputs.Select(output => new float[output.Shape.Aggregate(1, (product, axis) => product * axis)])];
        bool isTransposed = !import.Inputs.Single().Shape.SequenceEqual(shape.Skip(1));
        float[] own = isTransposed ? ChannelsFirst(values, shape[^1]) : values;
        if (actual.Length == 1)
            network.Predict(own, actual[0]);
        else
            ImportedNetworks.Predict(network, [own], actual);
        bool isDeep = import.Layers.Count(layer => layer.Name.StartsWith("Conv", StringComparison.Ordinal)) > 10;
        for (int i = 0; i < actual.Length; i++)
            Agreement.Verify([.. expected[i].GetTensorDataAsSpan<float>().ToArray().Select(value => (double)value)], actual[i], isDeep ? DeepTolerance : Tolerance);
    }

    private static float[] ChannelsFirst(float[] values, int channels) =>
        [.. Enumerable.Range(0, channels).SelectMany(channel => Enumerable.Range(0, values.Length / channels).Select(position => values[position * channels + channel]))];
}
