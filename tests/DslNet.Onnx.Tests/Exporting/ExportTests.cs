using DslNet.Onnx.Tests.Harness;
using DslNet.Onnx.Tests.Witness;
using Microsoft.ML.OnnxRuntime;

namespace DslNet.Onnx.Tests.Exporting;

/// <summary>Networks as ONNX models: ONNX Runtime computes what they predict, and the import gives them back.</summary>
public sealed class ExportTests
{
    private const int Samples = 5;

    [Fact]
    public void Export_and_import_give_the_same_attributes_and_values()
    {
        IReadOnlyList<INetwork> networks = Networks(ExportedNetworks.Same);
        OnnxImport[] imports = [.. networks.Select((network, i) => Imports.Read(Written(network), FormattableString.Invariant($"Again{i}")))];
        Assert.All(imports, (import, i) => Assert.Equal(ExportedNetworks.Same[i].Split('\n'), Imports.Attributes(import)));
        VerifySame(networks, imports);
    }

    [Fact]
    public void Networks_that_are_written_otherwise_predict_the_same()
    {
        IReadOnlyList<INetwork> networks = Networks(ExportedNetworks.Equal);
        VerifySame(networks, [.. networks.Select((network, i) => Imports.Read(Written(network), FormattableString.Invariant($"Again{i}")))]);
    }

    /// <summary>ONNX Runtime as it is, and without its optimizations, which find what they may not change.</summary>
    [OnnxRuntimeHereFact]
    public void ONNX_Runtime_predicts_the_same()
    {
        string[] declarations = [.. ExportedNetworks.Same, .. ExportedNetworks.Equal, .. ExportedNetworks.OneWay];
        IReadOnlyList<INetwork> networks = Networks(declarations);
        Assert.All(networks, network =>
        {
            if (network.Description.HasNamedPorts || network.Description.Inputs[0].Vocabulary > 0)
                return;
            float[] inputs = Agreement.Draw(Samples * network.Description.InputLength);
            float[] predicted = ImportedNetworks.Predict(network, inputs);
            PortDescription port = network.Description.Inputs[0];
            bool isSequence = network.Description.Sequence is not null;
            foreach (GraphOptimizationLevel level in new[] { GraphOptimizationLevel.ORT_DISABLE_ALL, GraphOptimizationLevel.ORT_ENABLE_ALL })
            {
                using RuntimeModel model = new(Written(network), level);
                Agreement.Verify(model.Predict([(port.Name, [.. isSequence ? [Samples] : Array.Empty<long>(), .. port.Shape.Axes.Select(axis => (long)axis)], inputs)], isSequence ? 1 : Samples)[0], predicted);
            }
        });
    }

    /// <summary>Every layer is exported, or it is said why not.</summary>
    [Fact]
    public void Every_layer_is_exported_or_has_a_reason()
    {
        string[] layers = [.. typeof(NetworkAttribute).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(LayerAttribute)) && !type.IsAbstract && !type.IsSubclassOf(typeof(BlockUseAttribute))).Select(type => type.Name[..^"Attribute".Length]).Order(StringComparer.Ordinal)];
        Assert.Equal(layers, Onnx.Exporting.LayerExports.All.Keys.Concat(Onnx.Exporting.LayerExports.Refused.Keys).Order(StringComparer.Ordinal));
        string all = string.Join('\n', ExportedNetworks.Same.Concat(ExportedNetworks.Equal).Concat(ExportedNetworks.OneWay));
        Assert.All(Onnx.Exporting.LayerExports.All.Keys, kind => Assert.Matches($@"\b{kind}\b", all));
    }

    [Fact]
    public void A_layer_that_is_no_operator_is_named()
    {
        INetwork network = ImportedNetworks.Declared("[Sequence(3)]\n[Context(4)]\n[Dense(2)]")[0];
        OnnxException refused = Assert.Throws<OnnxException>(() => network.SaveOnnx(new MemoryStream()));
        Assert.StartsWith("Context1: Context puts values of earlier frames", Assert.Single(refused.Problems));
    }

    [Theory]
    [InlineData("[GRU(4, Bidirectional = true)]", "runs in both directions")]
    [InlineData("[GRU(4)]\n[LastFrame]", "makes one value of a sequence")]
    [InlineData("[Dense(4)]\n[CausalAttention(2, 8)]", "looks back over the frames before")]
    [InlineData("[Dense(4)]\n[Positions(8)]", "adds a vector for the place of each frame")]
    public void What_is_not_exported_yet_is_named(string layers, string reason) => Assert.Contains(
        reason, Assert.Single(Assert.Throws<OnnxException>(() => ImportedNetworks.Declared($"[Sequence(3)]\n{layers}\n[Dense(2)]")[0].SaveOnnx(new MemoryStream())).Problems));

    [Fact]
    public void Sequences_of_tokens_are_named()
    {
        INetwork network = ImportedNetworks.Declared("[TokenSequence(7)]\n[Embedding(4)]\n[GRU(5)]\n[Dense(2)]")[0];
        Assert.Contains("sequences of tokens are not exported yet", Assert.Single(Assert.Throws<OnnxException>(() => network.SaveOnnx(new MemoryStream())).Problems));
    }

    [Fact]
    public void Frames_that_are_no_vectors_are_named()
    {
        INetwork network = ImportedNetworks.Declared("[Sequence(2, 5)]\n[Conv1D(3, 3), Flatten]\n[GRU(4)]")[0];
        Assert.Contains("frames are vectors in ONNX", Assert.Single(Assert.Throws<OnnxException>(() => network.SaveOnnx(new MemoryStream())).Problems));
    }

    [Fact]
    public void A_file_is_there_wholly_or_not_at_all()
    {
        using TemporaryFolder folder = new();
        INetwork network = ImportedNetworks.Declared("[Input(3)]\n[Dense(2)]")[0];
        network.SaveOnnx(folder["net.onnx"]);
        Assert.Equal(Written(network), File.ReadAllBytes(folder["net.onnx"]));
        INetwork refused = ImportedNetworks.Declared("[Sequence(3)]\n[Context(4)]\n[Dense(2)]")[0];
        Assert.Throws<OnnxException>(() => refused.SaveOnnx(folder["net.onnx"]));
        Assert.Equal(Written(network), File.ReadAllBytes(folder["net.onnx"]));
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    /// <summary>Networks whose every tensor is drawn: a bias of zeros would hide a mistake.</summary>
    private static IReadOnlyList<INetwork> Networks(IReadOnlyList<string> declarations)
    {
        IReadOnlyList<INetwork> networks = ImportedNetworks.Declared([.. declarations]);
        Random random = new(3);
        foreach (INetwork network in networks)
        {
            foreach (ParameterDescription parameter in network.Description.Parameters)
                new ParameterTensor(network, parameter).CopyFrom([.. Enumerable.Range(0, parameter.Shape.Length).Select(_ => random.NextSingle() - 0.4f)]);
            for (int i = 0; i < network.States.Length; i++)
                network.States[i] = random.NextSingle() + 0.5f;
        }

        return networks;
    }

    private static void VerifySame(IReadOnlyList<INetwork> networks, OnnxImport[] imports)
    {
        IReadOnlyList<INetwork> again = ImportedNetworks.Load(imports);
        Assert.All(networks, (network, i) =>
        {
            // Those with named ports or tokens are compared by their parameters.
            if (network.Description.HasNamedPorts || network.Description.Inputs[0].Vocabulary > 0)
            {
                Assert.Equal(network.Parameters.ToArray(), again[i].Parameters.ToArray());
                return;
            }

            float[] inputs = Agreement.Draw(Samples * network.Description.InputLength);
            Agreement.Verify([.. ImportedNetworks.Predict(network, inputs).Select(value => (double)value)], ImportedNetworks.Predict(again[i], inputs));
        });
    }

    private static byte[] Written(INetwork network)
    {
        using MemoryStream stream = new();
        network.SaveOnnx(stream);
        return stream.ToArray();
    }
}
