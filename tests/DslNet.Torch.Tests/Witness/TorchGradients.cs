using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness;

/// <summary>The loss of a batch in training, and its gradients.</summary>
/// <param name="Loss">The mean loss.</param>
/// <param name="Parameters">With respect to each parameter, in the order of the description.</param>
/// <param name="Inputs">With respect to the inputs.</param>
internal sealed record TorchGradients(Tensor Loss, IReadOnlyList<Tensor> Parameters, Tensor Inputs)
{
    /// <summary>All gradients.</summary>
    public IEnumerable<Tensor> All => [.. Parameters, Inputs];

    public static TorchGradients Of(TorchNetwork network, Samples samples, int batch, bool asLabels, Dropping dropping)
    {
        Tensor inputs = network.Inputs(samples, batch);
        bool areTokens = !inputs.is_floating_point();
        if (!areTokens)
            inputs.requires_grad_();
        Tensor loss = network.Loss(network.Forward(inputs, dropping), network.Targets(samples, batch, asLabels));
        if (areTokens)
            return new(loss, [.. autograd.grad([loss], [.. network.Parameters])], loss.new_zeros(inputs.shape));
        IList<Tensor> gradients = autograd.grad([loss], [inputs, .. network.Parameters]);
        return new(loss, [.. gradients.Skip(1)], gradients[0]);
    }
}
