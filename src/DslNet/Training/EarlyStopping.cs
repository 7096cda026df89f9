namespace DslNet;

/// <summary>Ends a training when epochs become no better, and gives the network the parameters of the best one: Keras' EarlyStopping.</summary>
/// <remarks>
/// <para>
/// It remembers the best epoch from one call of <see cref="NetworkTraining.Fit"/> to the next, so it belongs to one training; <see cref="Reset"/> lets it forget. A training that is cancelled, or stopped by
/// <see cref="FitProgress.Stop"/>, keeps its last parameters, so that it can go on; <see cref="Restore"/> gives those of the best epoch then.
/// </para>
/// <para>
/// Where a call ends with the best parameters, another call goes on from these. With a <see cref="FitOptions.Average"/> the best parameters are averages, and another call goes on from the last step's.
/// </para>
/// </remarks>
/// <example><code>new FitOptions { Epochs = 100, Optimizer = new Adam(), Validation = validation, EarlyStopping = new EarlyStopping(patience: 5) }</code></example>
/// <param name="patience">How many epochs in a row may be no better before the training ends; 5 unless said otherwise.</param>
/// <exception cref="ArgumentOutOfRangeException">The patience is below 1.</exception>
public sealed class EarlyStopping(int patience = 5)
{
    private readonly int _patience = patience > 0 ? patience : throw new ArgumentOutOfRangeException(nameof(patience), patience, "patience must be 1 or more.");
    private float[] _best = [];
    private StateOwner? _owner;
    private double _value = double.PositiveInfinity;
    private int _epochs;
    private int _worse;

    /// <summary>By what an epoch is judged.</summary>
    public MonitoredValue Monitor { get; init; }

    /// <summary>By how much an epoch must be better than the best one; 0 unless said otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public float MinDelta { get; init => field = OptimizerSetting.NonNegative(value); }

    /// <summary>Whether the network has the parameters and states of the best epoch at the end. True unless said otherwise.</summary>
    public bool RestoreBest { get; init; } = true;

    /// <summary>The best epoch, counted from one over all calls; 0 before the first.</summary>
    public int BestEpoch { get; private set; }

    /// <summary>What the best epoch was judged by: its loss or accuracy; NaN before the first.</summary>
    public double BestValue => BestEpoch == 0 ? double.NaN : Monitor == MonitoredValue.Loss ? _value : -_value;

    /// <summary>Gives a network the parameters and states of the best epoch.</summary>
    /// <param name="network">The network that was trained.</param>
    /// <exception cref="ArgumentNullException">There is no network.</exception>
    /// <exception cref="ArgumentException">It is another network than was trained.</exception>
    /// <exception cref="InvalidOperationException">There was no epoch, or <see cref="RestoreBest"/> is false.</exception>
    public void Restore(INetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        if (BestEpoch == 0 || !RestoreBest)
            throw new InvalidOperationException(RestoreBest ? "No epoch has ended yet, so there is no best one." : "EarlyStopping.RestoreBest is false, so the best parameters were not kept.");
        Check(network);
        _best.AsSpan(0, network.Parameters.Length).CopyTo(network.Parameters);
        _best.AsSpan(network.Parameters.Length).CopyTo(network.States);
    }

    /// <summary>Forgets all epochs.</summary>
    public void Reset() => (_best, _owner, _value, _epochs, _worse, BestEpoch) = ([], null, double.PositiveInfinity, 0, 0, 0);

    /// <summary>One line: the patience, and the best epoch.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"ends after {Counted.Text(_patience, "epoch")} without a better {(Monitor == MonitoredValue.Loss ? "loss" : "accuracy")}{(BestEpoch == 0 ? "" : $"; best {BestValue:G6} in epoch {BestEpoch}")}");

    /// <summary>Allocates what it keeps, and is patient again if an earlier call ended by it.</summary>
    internal void Begin(INetwork network)
    {
        if (_owner is null)
        {
            _owner = StateOwner.Of(network, network.Parameters);
            _best = new float[RestoreBest ? network.Parameters.Length + network.States.Length : 0];
        }

        Check(network);
        if (!_owner!.Holds(network, network.Parameters))
            throw new ArgumentException($"This EarlyStopping remembers epochs of the network{_owner.InBrackets} before Initialize drew its parameters anew. Use one for each training, or call Reset first.", nameof(network));
        if (_worse >= _patience)
            _worse = 0;
    }

    /// <summary>Judges an epoch, after which the network is as it is.</summary>
    /// <returns>Whether the training is to end.</returns>
    internal bool EndEpoch(INetwork network, EpochResult result)
    {
        _epochs++;
        double value = Monitor.Of(result);
        if (value < _value - MinDelta || BestEpoch == 0)
        {
            (_value, BestEpoch, _worse) = (value, _epochs, 0);
            if (RestoreBest)
            {
                network.Parameters.CopyTo(_best);
                network.States.CopyTo(_best.AsSpan(network.Parameters.Length));
            }
        }
        else
        {
            _worse++;
        }

        return _worse >= _patience;
    }

    internal void VisitSettings(IStateVisitor visitor)
    {
        visitor.Count(nameof(_patience), _patience);
        visitor.Count(nameof(Monitor), (int)Monitor);
        visitor.Single(nameof(MinDelta), MinDelta);
        visitor.Truth(nameof(RestoreBest), RestoreBest);
    }

    /// <summary>Tells a checkpoint what it remembers.</summary>
    internal void VisitState(IStateVisitor visitor)
    {
        _value = visitor.Real("early_stopping.value", _value);
        _epochs = visitor.Count("early_stopping.epochs", _epochs);
        _worse = visitor.Count("early_stopping.worse", _worse);
        BestEpoch = visitor.Count("early_stopping.best_epoch", BestEpoch);
        visitor.Floats("early_stopping.best", _best);
    }

    private void Check(INetwork network)
    {
        if (!_owner!.Is(network, network.Parameters))
            throw new ArgumentException($"This EarlyStopping is one of another network{_owner.InBrackets}. Use one for each training, or call Reset first.", nameof(network));
    }
}
