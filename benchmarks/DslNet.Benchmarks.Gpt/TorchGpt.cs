using DslNet;
using TorchSharp;
using static TorchSharp.torch;

namespace DslNet.Benchmarks.Gpt;

/// <summary>The same network in libtorch, with the parameters of another.</summary>
internal sealed class TorchGpt : IDisposable
{
    private const int Heads = 4, Layers = 4;

    private readonly Dictionary<string, Tensor> _parameters = [];
    private readonly optim.Optimizer _optimizer;

    /// <param name="network">Whose parameters it begins with.</param>
    /// <param name="learningRate">How far a step of AdamW goes.</param>
    public TorchGpt(INetwork network, double learningRate)
    {
        foreach (ParameterDescription parameter in network.Description.Parameters)
        {
            Tensor values = tensor(new ParameterTensor(network, parameter).ToArray(), [.. parameter.Shape.Axes.Select(axis => (long)axis)]);
            _parameters.Add(parameter.Name, nn.Parameter(values));
        }

        _optimizer = optim.AdamW(_parameters.Values.Cast<TorchSharp.Modules.Parameter>(), learningRate, weight_decay: 0.1);
    }

    /// <summary>One step.</summary>
    /// <returns>The loss before it.</returns>
    public float Step(Tensor tokens, Tensor next)
    {
        using DisposeScope scope = NewDisposeScope();
        _optimizer.zero_grad();
        Tensor loss = nn.functional.cross_entropy(Forward(tokens), next);
        loss.backward();
        _optimizer.step();
        return loss.item<float>();
    }

    /// <summary>The scores of all characters that may follow each.</summary>
    /// <param name="tokens">sequences × frames.</param>
    public Tensor Forward(Tensor tokens)
    {
        long sequences = tokens.shape[0], frames = tokens.shape[1];
        Tensor x = _parameters["embedding1.weight"].index_select(0, tokens.flatten()).reshape(sequences, frames, -1) + _parameters["positions1.weight"].narrow(0, 0, frames);
        for (int layer = 1; layer <= Layers; layer++)
        {
            string attending = $"layer{layer}.attending1.", thinking = $"layer{layer}.thinking1.";
            x += Attention(attending + "causalAttention1.", Norm(attending + "layerNorm1.", x));
            Tensor hidden = nn.functional.gelu(Linear(thinking + "dense1.", Norm(thinking + "layerNorm1.", x)));
            x += Linear(thinking + "dense2.", hidden);
        }

        return Linear("dense1.", Norm("layerNorm1.", x)).reshape(sequences * frames, -1);
    }

    public void Dispose()
    {
        _optimizer.Dispose();
        foreach (Tensor parameter in _parameters.Values)
            parameter.Dispose();
    }

    private Tensor Attention(string path, Tensor x)
    {
        long sequences = x.shape[0], frames = x.shape[1], features = x.shape[2];
        Tensor[] parts =
        [
            .. nn.functional.linear(x, _parameters[path + "in_proj_weight"], _parameters[path + "in_proj_bias"]).chunk(3, 2)
                .Select(part => part.reshape(sequences, frames, Heads, features / Heads).transpose(1, 2)),
        ];
        Tensor found = nn.functional.scaled_dot_product_attention(parts[0], parts[1], parts[2], is_casual: true);
        return Linear(path + "out_proj.", found.transpose(1, 2).reshape(sequences, frames, features));
    }

    private Tensor Linear(string path, Tensor x) => nn.functional.linear(x, _parameters[path + "weight"], _parameters[path + "bias"]);

    private Tensor Norm(string path, Tensor x) => nn.functional.layer_norm(x, [x.shape[^1]], _parameters[path + "weight"], _parameters[path + "bias"]);
}
