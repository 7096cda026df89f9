using DslNet.Onnx.Tests.Harness;
using DslNet.Onnx.Tests.Proto;
using DslNet.Onnx.Tests.Witness;

namespace DslNet.Onnx.Tests.Policies;

/// <summary>Trained policies of real games, as PyTorch's exporters of six versions wrote them.</summary>
public sealed class PolicyTests
{
    private const int Samples = 1000;

    /// <summary>
    /// How far values may be off. In one policy, what is multiplied by weights grows to hundreds inside, and float32 has no more digits: ONNX Runtime is
    /// 4e-5 away from a computation in double precision there, too.
    /// </summary>
    private static double ToleranceOf(string file) => Path.GetFileName(file) == "ScoreTheGoal.onnx" ? 1e-4 : 1e-5;

    [PolicyFact]
    public void They_predict_what_their_graphs_compute()
    {
        foreach ((string file, INetwork network) in PolicyNetworks.All)
        {
            float[] inputs = Agreement.Draw(Samples * network.Description.InputLength, largest: 1);
            IReadOnlyDictionary<string, Tensor> values = GraphEvaluation.Run(ModelProto.Parser.ParseFrom(File.ReadAllBytes(file)), new Dictionary<string, Tensor>
            {
                ["obs"] = new([Samples, network.Description.InputLength], [.. inputs.Select(value => (double)value)]),
                ["state_ins"] = new([Samples], new double[Samples]),
            });
            Agreement.Verify(values["output"].Data, ImportedNetworks.Predict(network, inputs), ToleranceOf(file));
        }
    }

    [OnnxRuntimeFact]
    public void They_predict_what_ONNX_Runtime_does()
    {
        foreach ((string file, INetwork network) in PolicyNetworks.All)
        {
            float[] inputs = Agreement.Draw(Samples * network.Description.InputLength, seed: 2, largest: 1);
            Agreement.Verify(OnnxRuntime.Predict(file, inputs, Samples), ImportedNetworks.Predict(network, inputs), ToleranceOf(file));
        }
    }

    /// <summary>They are perceptrons, and are declared as a person would declare them: what else the files hold is gone.</summary>
    [PolicyFact]
    public void They_read_like_networks_that_a_person_would_declare()
    {
        foreach (string file in PolicyFiles.All)
        {
            string[] lines = Imports.Attributes(OnnxImport.Read(file));
            Assert.Equal(4, lines.Length);
            Assert.Matches(@"^\[Input\(\d+\)\]$", lines[0]);
            Assert.All(lines[1..3], line => Assert.Matches(@"^\[Dense\(\d+\), (Tanh|ReLU)\]$", line));
            Assert.Matches(@"^\[Dense\(\d+\)(, Tanh)?\]$", lines[3]);
        }
    }

    /// <summary>One of them has a second head, of which only the shape is read.</summary>
    [PolicyFact]
    public void A_head_whose_shape_alone_is_read_is_left_out()
    {
        OnnxImport import = OnnxImport.Read(PolicyFiles.All.Single(file => file.EndsWith("ScoreTheGoal.onnx", StringComparison.Ordinal)));
        Assert.Contains(import.Remarks, remark => remark.EndsWith("(514 parameters).", StringComparison.Ordinal));
        Assert.Equal(70_658, import.Layers.Sum(layer => layer.Parameters));
        Assert.Equal(70_144, import.Layers.Sum(layer => layer.MultiplyAdds));
    }
}
