using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness;

/// <summary>A network that libtorch trains.</summary>
/// <param name="network">The network.</param>
/// <param name="seed">The seed that dropout draws from.</param>
/// <param name="settings">The library's optimiser, whose settings libtorch's has.</param>
internal sealed class TorchTraining(TorchNetwork network, int seed, Optimizer settings)
{
    private readonly optim.Optimizer[] _optimizers = [.. network.Named
        .GroupBy(each => Decay(each.Key, settings))
        .Select(group => WithDecay(settings, group.Key, () => TorchOptimizers.Create(group.Select(each => each.Value), settings)))];

    public TorchNetwork Network => network;

    /// <summary>Moves the parameters one step.</summary>
    /// <returns>The mean loss before.</returns>
    public Tensor Step(Samples samples, int batch, bool asLabels, long step)
    {
        foreach (optim.Optimizer optimizer in _optimizers)
            optimizer.zero_grad();
        Tensor loss = network.Loss(network.Forward(network.Inputs(samples, batch), new Dropping(seed, step), isStep: true), network.Targets(samples, batch, asLabels));
        loss.backward();
        if (settings.MaxGradientValue is { } most)
            nn.utils.clip_grad_value_(network.Parameters, most);
        if (settings.MaxGradientNorm is { } norm)
            nn.utils.clip_grad_norm_(network.Parameters, norm);
        foreach (optim.Optimizer optimizer in _optimizers)
            optimizer.step();
        return loss;
    }

    /// <summary>How strongly a parameter decays.</summary>
    private static float Decay(ParameterDescription parameter, Optimizer settings) => settings.Decays == Decays.Weights && parameter.Shape.Rank < 2 ? 0 : settings.WeightDecay;

    /// <summary>Each group of parameters has an optimiser of its own here, which is the same.</summary>
    private static optim.Optimizer WithDecay(Optimizer settings, float decay, Func<optim.Optimizer> create)
    {
        float usual = settings.WeightDecay;
        settings.WeightDecay = decay;
        optim.Optimizer created = create();
        settings.WeightDecay = usual;
        return created;
    }
}
