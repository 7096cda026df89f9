using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness;

/// <summary>A network that libtorch trains.</summary>
/// <param name="network">The network.</param>
/// <param name="seed">The seed that dropout draws from.</param>
/// <param name="settings">The library's optimiser, whose settings libtorch's has.</param>
internal sealed class TorchTraining(TorchNetwork network, int seed, Optimizer settings)
{
    private readonly optim.Optimizer _optimizer = TorchOptimizers.Create(network.Parameters, settings);

    public TorchNetwork Network => network;

    /// <summary>Moves the parameters one step.</summary>
    /// <returns>The mean loss before.</returns>
    public Tensor Step(Samples samples, int batch, bool asLabels, long step)
    {
        _optimizer.zero_grad();
        Tensor loss = network.Loss(network.Forward(network.Inputs(samples, batch), new Dropping(seed, step), isStep: true), network.Targets(samples, batch, asLabels));
        loss.backward();
        _optimizer.step();
        return loss;
    }
}
