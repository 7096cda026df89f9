using System.Collections.Immutable;
using System.Diagnostics;
using DslNet.CompilerServices;

namespace DslNet;

/// <summary>One call of <see cref="NetworkTraining.Fit"/>: everything it needs is allocated here, before the first step.</summary>
internal sealed class FitRun
{
    private readonly INetwork _network;
    private readonly Dataset _train;
    private readonly FitOptions _options;
    private readonly Evaluator? _validation;
    private readonly int _batchSize;
    private readonly int _batches;
    private readonly int[] _order;
    private readonly AlignedMemory _inputs;
    private readonly int[] _labels;
    private readonly AlignedMemory _targets;
    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly long _first;
    private long _step;

    public FitRun(INetwork network, Dataset train, FitOptions options)
    {
        (_network, _train, _options) = (network, train, options);
        _batchSize = Math.Min(options.BatchSize, train.Count);
        _batches = (train.Count - 1) / _batchSize + 1;
        _validation = options.Validation is { } validation ? new Evaluator(network, validation) : null;

        // Batches in the dataset's own order are used where they lie; only shuffled ones are gathered.
        int room = options.Shuffle ? _batchSize : 0;
        _order = new int[options.Shuffle ? train.Count : 0];
        _inputs = new AlignedMemory(checked(room * train.FeatureLength));
        _labels = new int[train.HasLabels ? room : 0];
        _targets = new AlignedMemory(checked(room * train.TargetLength));
        options.Optimizer.Prepare(network.Parameters.Length);
        _first = _step = options.Optimizer.Steps;
    }

    public FitResult Run()
    {
        var history = ImmutableArray.CreateBuilder<EpochResult>();
        for (int epoch = 1; epoch <= _options.Epochs; epoch++)
            history.Add(RunEpoch(epoch));
        return new FitResult(history.ToImmutable(), _step - _first, Stopwatch.GetElapsedTime(_began));
    }

    private EpochResult RunEpoch(int epoch)
    {
        if (_options.Shuffle)
        {
            // A call that trains further goes on with the order after the last one of the call before.
            int epochsBefore = (int)(_first / _batches);
            SampleOrder.Shuffle(_order, _options.Seed ?? _network.Seed, epochsBefore + epoch);
        }

        double loss = 0;
        for (int batch = 1; batch < _batches; batch++)
        {
            loss += RunStep(batch);
            int seen = batch * _batchSize;
            _options.Progress?.Report(new FitProgress(
                epoch, _options.Epochs, batch, _batches, _step, seen, loss / seen, Stopwatch.GetElapsedTime(_began)));
        }

        loss = (loss + RunStep(_batches)) / _train.Count;
        double? validationLoss = null, validationAccuracy = null;
        if (_validation is not null)
        {
            (validationLoss, double accuracy) = _validation.Run(null, _options.CancellationToken);
            validationAccuracy = double.IsNaN(accuracy) ? null : accuracy;
        }

        TimeSpan elapsed = Stopwatch.GetElapsedTime(_began);
        _options.Progress?.Report(new FitProgress(
            epoch, _options.Epochs, _batches, _batches, _step, _train.Count, loss, elapsed, validationLoss, validationAccuracy));
        return new EpochResult(epoch, loss, validationLoss, validationAccuracy, elapsed);
    }

    /// <summary>Does one step and returns the sum of the losses of its samples.</summary>
    private double RunStep(int batch)
    {
        _options.CancellationToken.ThrowIfCancellationRequested();
        if (_options.LearningRateSchedule is { } schedule)
            _options.Optimizer.LearningRate = schedule(_step);

        int start = (batch - 1) * _batchSize;
        int count = Math.Min(_batchSize, _train.Count - start);
        double mean = _train.HasLabels ? StepByLabels(start, count) : StepByTargets(start, count);
        _step++;
        return mean * count;
    }

    private float StepByLabels(int start, int count)
    {
        if (!_options.Shuffle)
            return _options.Optimizer.Step(_network, InputsInPlace(start, count), _train.Labels.Span.Slice(start, count));
        Span<float> inputs = _inputs.Span[..(count * _train.FeatureLength)];
        Span<int> labels = _labels.AsSpan(0, count);
        _train.Gather(_order.AsSpan(start, count), inputs, labels);
        return _options.Optimizer.Step(_network, inputs, labels);
    }

    private float StepByTargets(int start, int count)
    {
        int length = _train.TargetLength;
        if (!_options.Shuffle)
            return _options.Optimizer.Step(_network, InputsInPlace(start, count), _train.Targets.Span.Slice(start * length, count * length));
        Span<float> inputs = _inputs.Span[..(count * _train.FeatureLength)];
        Span<float> targets = _targets.Span[..(count * length)];
        _train.Gather(_order.AsSpan(start, count), inputs, targets);
        return _options.Optimizer.Step(_network, inputs, targets);
    }

    private ReadOnlySpan<float> InputsInPlace(int start, int count) =>
        _train.Inputs.Span.Slice(start * _train.FeatureLength, count * _train.FeatureLength);
}
