using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>A row of the weight for each token: libtorch's has tokens before features.</summary>
internal sealed class Embedding : TorchLayer
{
    public override Tensor Forward(LayerCall call)
    {
        Tensor weight = call.Parameters["weight"];
        Assert.Equal(call.Arguments.Int32("Features"), weight.shape[1]);
        Tensor rows = nn.functional.embedding(call.Input, weight);
        return rows.shape[1] == 1 ? rows.squeeze(1) : rows.transpose(1, 2);
    }
}
