using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Losses;

/// <summary>Of pairs that belong together, over all values of a sample.</summary>
internal sealed class CosineEmbedding : TorchLoss
{
    public override Tensor Mean(Arguments arguments, Tensor output, Tensor target) =>
        nn.functional.cosine_embedding_loss(output.flatten(1), target.flatten(1), ones(output.shape[0], dtype: output.dtype));
}
