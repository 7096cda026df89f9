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
        int padding = call.Arguments.Int32("PaddingIndex");
        Tensor rows = Rows(weight, call.Input, padding);
        using (var layer = nn.Embedding_from_pretrained(weight.detach().clone(), padding_idx: padding < 0 ? null : padding))
            Assert.True(layer.forward(call.Input).eq(rows).all().item<bool>());
        return rows.shape[1] == 1 ? rows.squeeze(1) : rows.transpose(1, 2);
    }

    /// <summary>samples × tokens × features; those of padding have no gradient.</summary>
    internal static Tensor Rows(Tensor weight, Tensor tokens, int padding)
    {
        Tensor rows = weight.index_select(0, tokens.flatten()).reshape(tokens.shape[0], tokens.shape[1], weight.shape[1]);
        return padding < 0 ? rows : where(tokens.eq(padding).unsqueeze(2), rows.detach(), rows);
    }
}
