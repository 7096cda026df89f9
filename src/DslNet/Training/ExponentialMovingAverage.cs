using DslNet.CompilerServices;

namespace DslNet;

/// <summary>
/// A running mean of a network's parameters, which often predicts better than those of the last step: PyTorch's <c>AveragedModel</c> with <c>get_ema_multi_avg_fn</c>.
/// </summary>
/// <remarks>
/// <para>
/// After each step a ← Decay·a + (1 − Decay)·p; the first step's parameters are where it begins. States, such as the statistics of <see cref="BatchNormAttribute"/>, stay those of the network.
/// </para>
/// <para>
/// With <see cref="FitOptions.Average"/> the validation is one of the averages, and after the call the network <em>has</em> them, while this object keeps the parameters of the last step: another call with it goes
/// on from these, to the same bits as one longer call. It belongs to one network.
/// </para>
/// </remarks>
/// <example><code>new FitOptions { Epochs = 30, Optimizer = new AdamW(1e-3f), Average = new ExponentialMovingAverage(0.999f) }</code></example>
/// <param name="decay">How much of the mean is kept in a step; 0.999 unless said otherwise.</param>
/// <exception cref="ArgumentOutOfRangeException">The decay is negative, or 1 or more.</exception>
public sealed class ExponentialMovingAverage(float decay = 0.999f)
{
    private readonly float _decay = OptimizerSetting.Fraction(decay, nameof(decay));
    private AlignedMemory? _other;
    private StateOwner? _owner;

    /// <summary>How many steps it is a mean of.</summary>
    public long Updates { get; private set; }

    /// <summary>Whether the network has the averages now, and this object the parameters of the last step.</summary>
    public bool IsInNetwork { get; private set; }

    /// <summary>Takes note of a step.</summary>
    /// <param name="network">The network; always the same one.</param>
    /// <exception cref="ArgumentNullException">There is no network.</exception>
    /// <exception cref="ArgumentException">It is the average of another network, or of this one before <see cref="INetwork.Initialize"/>.</exception>
    /// <exception cref="InvalidOperationException">The network has the averages.</exception>
    public void Update(INetwork network)
    {
        Prepare(network);
        if (IsInNetwork)
            throw new InvalidOperationException("The network has the averages now, so there are no parameters of a step. Call Swap first.");
        if (Updates++ == 0)
            network.Parameters.CopyTo(_other!.Span);
        else
            Sweep.Over(new AverageSweep { Averages = _other!.Span, Parameters = network.Parameters, Rest = 1 - _decay });
    }

    /// <summary>Exchanges the averages and the parameters of the last step: the network has the ones, this object the others. Nothing before the first step.</summary>
    /// <param name="network">The network; always the same one.</param>
    /// <exception cref="ArgumentNullException">There is no network.</exception>
    /// <exception cref="ArgumentException">It is the average of another network, or of this one before <see cref="INetwork.Initialize"/>.</exception>
    public void Swap(INetwork network)
    {
        Prepare(network);
        if (Updates == 0)
            return;
        Span<float> parameters = network.Parameters, other = _other!.Span;
        for (int i = 0; i < parameters.Length; i++)
            (parameters[i], other[i]) = (other[i], parameters[i]);
        IsInNetwork = !IsInNetwork;
    }

    /// <summary>Forgets all steps and the network. What the network has stays there.</summary>
    public void Reset() => (_other, _owner, Updates, IsInNetwork) = (null, null, 0, false);

    /// <summary>One line: the decay, and of how many steps.</summary>
    public override string ToString() => FormattableString.Invariant($"moving average of {Counted.Text(Updates, "step")}, {_decay} of which is kept");

    internal void VisitSettings(IStateVisitor visitor) => visitor.Single(nameof(_decay), _decay);

    /// <summary>Tells a checkpoint what it remembers. In one the network has the last step's parameters, whatever this network has when it is read.</summary>
    internal void VisitState(IStateVisitor visitor)
    {
        Updates = visitor.Whole("average.updates", Updates);
        IsInNetwork = visitor.Truth("average.in_network", IsInNetwork);
        visitor.Floats("average.values", _other!.Span);
    }

    /// <summary>Allocates, and sees to it that it is one network's.</summary>
    internal void Prepare(INetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        if (_owner is null)
        {
            _owner = StateOwner.Of(network, network.Parameters);
            _other = new AlignedMemory(network.Parameters.Length);
        }
        else if (!_owner.Holds(network, network.Parameters))
        {
            string former = _owner.Is(network, network.Parameters) ? $"the network{_owner.InBrackets} before Initialize drew its parameters anew" : $"another network{_owner.InBrackets}";
            throw new ArgumentException($"This ExponentialMovingAverage is one of {former}. Use one for each training, or call Reset first.", nameof(network));
        }
    }
}
