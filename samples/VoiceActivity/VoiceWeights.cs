using DslNet;
using DslNet.Onnx;

namespace VoiceActivity;

/// <summary>Fills the network from either form in which the weights are published.</summary>
internal static class VoiceWeights
{
    // The recurrent layer is a cell there, without the number of its layer.
    private static readonly string[] s_ofCell = ["weight_ih", "weight_hh", "bias_ih", "bias_hh"];

    /// <summary>The names of the network's layers in the ONNX file.</summary>
    private static readonly Dictionary<string, string> s_onnxNames = new(StringComparer.Ordinal)
    {
        ["stftConv"] = "model.stft",
        ["conv1"] = "model.encoder.0.reparam_conv",
        ["conv2"] = "model.encoder.1.reparam_conv",
        ["conv3"] = "model.encoder.2.reparam_conv",
        ["conv4"] = "model.encoder.3.reparam_conv",
        ["lstmCell"] = "model.decoder.rnn",
        ["finalConv"] = "model.decoder.decoder.2",
    };

    /// <summary>Loads the network from a file, by the ending of its name.</summary>
    /// <param name="path">A file of safetensors or ONNX.</param>
    public static VoiceNet Load(string path)
    {
        VoiceNet net = new();
        if (Path.GetExtension(path) == ".onnx")
            FillFrom(net, OnnxWeights.Read(path));
        else
            net.Load(path, Renamed());
        return net;
    }

    private static Dictionary<string, string> Renamed() => new(StringComparer.Ordinal)
    {
        ["stft_conv"] = "stftConv",
        ["final_conv"] = "finalConv",
        ["lstm_cell.weight_ih"] = "lstmCell.weight_ih_l0",
        ["lstm_cell.weight_hh"] = "lstmCell.weight_hh_l0",
        ["lstm_cell.bias_ih"] = "lstmCell.bias_ih_l0",
        ["lstm_cell.bias_hh"] = "lstmCell.bias_hh_l0",
    };

    private static void FillFrom(VoiceNet net, OnnxWeights weights)
    {
        foreach (ParameterDescription parameter in net.Description.Parameters)
        {
            string[] parts = parameter.Name.Split('.');
            string role = parts[0] == "stftConv" ? "forward_basis_buffer" : s_ofCell.FirstOrDefault(parts[1].StartsWith) ?? parts[1];
            new ParameterTensor(net, parameter).CopyFrom(weights.ValuesOf($"{s_onnxNames[parts[0]]}.{role}"));
        }
    }
}
