using static TorchSharp.torch;

namespace DslNet.Torch.Tests;

/// <summary>What stands for libtorch's embedding in the witness has its gradients too.</summary>
public sealed class EmbeddingTests
{
    [TorchFact]
    public void Its_gradients_are_those_of_libtorch_s_layer()
    {
        using HeldFinalizers held = new();
        using var scope = NewDisposeScope();
        foreach (int padding in (int[])[-1, 0, 4])
            Compare(padding);
    }

    private static void Compare(int padding)
    {
        Tensor weight = rand(5, 3, dtype: ScalarType.Float64), tokens = tensor(new long[] { 0, 4, 4, 2, 0, 1 }).reshape(2, 3), factors = rand(2, 3, 3, dtype: ScalarType.Float64);
        using var layer = nn.Embedding_from_pretrained(weight.clone(), freeze: false, padding_idx: padding < 0 ? null : padding);
        (layer.forward(tokens) * factors).sum().backward();
        weight.requires_grad_();
        (Witness.Layers.Embedding.Rows(weight, tokens, padding) * factors).sum().backward();
        Assert.Equal(layer.weight!.grad!.data<double>().ToArray(), weight.grad!.data<double>().ToArray());
    }
}
