using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>A row of the weight for each token: libtorch's has tokens before features.</summary>
internal sealed class Embedding : TorchLayer
{
    public override Tensor Forward(LayerCall call)
    {
        Tensor weight = call.Parameters["weight"];
        Assert.Equal(call.Arguments.Int32("Features"), weight.shape[1]);

        // What libtorch's embedding is made of. TorchSharp has it as a module only, which would take the weight with it.
        Tensor rows = weight.index_select(0, call.Input.flatten()).reshape(call.Input.shape[0], call.Input.shape[1], weight.shape[1]);
        using (var layer = nn.Embedding_from_pretrained(weight.detach().clone()))
            Assert.True(layer.forward(call.Input).eq(rows).all().item<bool>());
        return rows.shape[1] == 1 ? rows.squeeze(1) : rows.transpose(1, 2);
    }
}
