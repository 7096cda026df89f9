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
    private readonly Optimizer _optimizer;
    private readonly Evaluator? _validation;
    private readonly int _batchSize;
    private readonly int[] _order;
    private readonly AlignedMemory _inputs;
    private readonly int[] _labels;
    private readonly AlignedMemory _targets;
    private readonly float[] _weights;
    private readonly int[] _lengths;
    private readonly PortBatch? _columns;
    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly float _ownRate;
    private readonly FitCheckpoint? _checkpoint;
    private readonly FitTelemetry _telemetry;
    private readonly FitReport? _report;
    private readonly StopRequest _stop = new();
    private readonly ImmutableArray<EpochResult>.Builder _epochs = ImmutableArray.CreateBuilder<EpochResult>();
    private FitPosition _position;
    private long _first;
    private long _written = -1;
    private long _writtenSteps;
    private TimeSpan _before;
    private bool _validationStopped;
    private bool _stoppedEarly;

    public FitRun(INetwork network, Dataset train, Dataset? validation, FitOptions options)
    {
        // One process tells of the training; what is decided by callbacks, all decide alike.
        if (options.Communicator is { Rank: > 0 })
            options = options with { Report = null, Progress = null };
        (_network, _train, _options, _optimizer) = (network, train, options, options.Optimizer);
        _batchSize = Math.Min(options.BatchSize, train.Count);
        _validation = validation is null ? null : new Evaluator(network, validation);

        // Batches in the dataset's own order are used where they are stored; only shuffled ones are gathered.
        int room = options.Shuffle ? _batchSize : 0;
        _order = new int[options.Shuffle ? train.Count : 0];
        _inputs = new AlignedMemory(checked(room * train.FeatureLength));
        _labels = new int[train.HasLabels ? room : 0];
        _targets = new AlignedMemory(checked(room * train.TargetLength));
        _weights = new float[train.Weights.IsEmpty ? 0 : room];
        _lengths = new int[train.Lengths.IsEmpty ? 0 : room];
        _columns = train.Columns.IsEmpty ? null : new PortBatch(train, room);
        _optimizer.Prepare(network);
        options.EarlyStopping?.Begin(network);
        options.Average?.Prepare(network);
        (_first, _ownRate) = (_optimizer.Steps, _optimizer.LearningRate);
        _checkpoint = options.Checkpoint is null ? null : new FitCheckpoint(options.Checkpoint, network, train, _optimizer, options.Shuffle ? Seed : null);
        _checkpoint?.Resume(VisitState);
        _writtenSteps = _optimizer.Steps;

        // Behind this, no rank reads the checkpoint any more.
        if (options.Communicator is { } communicator)
            FitAgreement.Check(communicator, network, train, validation, options, Seed, VisitCompared);
        _telemetry = new FitTelemetry(network, options, train);
        _report = options.Report is null ? null : new FitReport(options.Report, network, options with { Validation = validation }, train);
        _position = _optimizer.Position.For((train.Count, options.Shuffle, options.Shuffle ? Seed : 0), train);
    }

    private int Seed => _options.Seed ?? _network.Seed;

    private bool IsStopped => _stoppedEarly || _stop.IsMade || _options.CancellationToken.IsCancellationRequested;

    private TimeSpan Elapsed => _before + Stopwatch.GetElapsedTime(_began);

    public FitResult Run()
    {
        if (_options.Average is { IsInNetwork: true } average)
            average.Swap(_network);
        NetworkMemory? memory = _options.Communicator is null ? null : LiveNetworks.Find(_network.Parameters);
        try
        {
            if (memory is not null)
                memory.Ranks = new(_options.Communicator!);
            if (_validationStopped)
                RepeatValidation();
            while (_epochs.Count < _options.Epochs && !IsStopped)
                RunEpoch();
            if (_options.CheckFinite && _optimizer.Steps > _first && ValueSearch.IndexOfNotFinite(_network.Parameters) >= 0)
                throw Diagnosis.OfParameters(_optimizer, _network.Parameters);
        }
        finally
        {
            if (memory is not null)
                memory.Ranks = null;
            _telemetry.Dispose();
            if (_options.LearningRateSchedule is not null)
                _optimizer.LearningRate = _ownRate;
            _optimizer.Position = _position.Left(_train);
        }

        WriteCheckpoint();
        GiveFinalParameters();
        EpochResult? unfinished = _position.Samples == 0
            ? null
            : new EpochResult(_epochs.Count + 1, _position.Mean, null, null, Elapsed);
        bool stopped = _epochs.Count < _options.Epochs || _validationStopped;
        _report?.Write(_epochs, isRunning: false, stopped);
        return new FitResult(_epochs.ToImmutable(), unfinished, stopped, _optimizer.Steps - _first, Elapsed) { BestEpoch = _options.EarlyStopping?.BestEpoch };
    }

    /// <summary>Begins an epoch, or goes on with one that an earlier call left, and does its steps until it ends or the training is stopped.</summary>
    private void RunEpoch()
    {
        using Activity? activity = FitTelemetry.BeginEpoch(_epochs.Count + 1);
        int order = _position.Samples > 0 ? _position.Epoch : _position.Epoch + 1;
        if (_options.Shuffle)
            SampleOrder.Shuffle(_order, Seed, order);

        int batches = _position.Batches + (_train.Count - _position.Samples - 1) / _batchSize + 1;
        while (true)
        {
            bool isStep = RunStep(order);
            if (_position.Samples == _train.Count)
                break;
            Report(new FitProgress(
                _epochs.Count + 1, _options.Epochs, _position.Batches, batches, _optimizer.Steps, _position.Samples, _position.Mean, Elapsed));
            if (IsStopped)
                return;
            if (isStep && _optimizer.Steps - _writtenSteps >= _options.CheckpointSteps)
                WriteCheckpoint();
        }

        double loss = _position.Mean;
        _position = _position.AtEnd();
        if (_options.Communicator is { } communicator)
            FitAgreement.CheckParameters(communicator, _network, _epochs.Count + 1);
        EndEpoch(loss, batches);
        _telemetry.EndEpoch(activity, _epochs[^1]);
        WriteCheckpoint();
        _report?.Write(_epochs, isRunning: true, stopped: false);
    }

    /// <summary>Where a checkpoint was written because the validation of its last epoch was stopped, that epoch ends now.</summary>
    private void RepeatValidation()
    {
        double loss = _epochs[^1].Loss;
        _optimizer.LearningRate = _epochs[^1].LearningRate;
        _epochs.RemoveAt(_epochs.Count - 1);
        _validationStopped = false;
        EndEpoch(loss, (_train.Count - 1) / _batchSize + 1);
        WriteCheckpoint();
    }

    private void EndEpoch(double loss, int batches)
    {
        int epoch = _epochs.Count + 1;
        _options.Average?.Swap(_network);
        EpochResult result;
        try
        {
            (double? validationLoss, double? validationAccuracy) = Validate(epoch);
            result = new EpochResult(epoch, loss, validationLoss, validationAccuracy, Elapsed) { LearningRate = _optimizer.LearningRate };
            if (!_validationStopped)
                _stoppedEarly = _options.EarlyStopping?.EndEpoch(_network, result) == true;
        }
        finally
        {
            _options.Average?.Swap(_network);
        }

        if (!_validationStopped)
            _options.LearningRateSchedule?.EndEpoch(result);
        Report(new FitProgress(
            epoch, _options.Epochs, batches, batches, _optimizer.Steps, _train.Count, loss, result.Elapsed, result.ValidationLoss, result.ValidationAccuracy));
        _epochs.Add(result);
    }

    private (double? Loss, double? Accuracy) Validate(int epoch)
    {
        if (_validation is null)
            return (null, null);
        if (_validation.Run(null, _options.CancellationToken) is not { } measured)
        {
            _validationStopped = true;
            return (null, null);
        }

        if (_options.CheckFinite && !double.IsFinite(measured.Loss))
            throw Diagnosis.OfValidation(measured.Loss, _optimizer, epoch, _network.Parameters);
        return (measured.Loss, double.IsNaN(measured.Accuracy) ? null : measured.Accuracy);
    }

    /// <summary>Writes the training down, unless that was done after the last batch.</summary>
    private void WriteCheckpoint()
    {
        if (_checkpoint is null || _options.Communicator is { Rank: > 0 } || _written == _optimizer.Batches)
            return;

        // A file of parameters that are of no use would end every training that goes on from it.
        if (_options.CheckFinite && ValueSearch.IndexOfNotFinite(_network.Parameters) >= 0)
            throw Diagnosis.OfParameters(_optimizer, _network.Parameters);
        _optimizer.Position = _position.Left(_train);
        _checkpoint.Write(VisitState);
        (_written, _writtenSteps) = (_optimizer.Batches, _optimizer.Steps);
    }

    /// <summary>Tells a checkpoint how far the training has come.</summary>
    private void VisitState(IStateVisitor visitor)
    {
        _first = visitor.Whole("fit.first", _first);
        long elapsed = Elapsed.Ticks;
        _before += TimeSpan.FromTicks(visitor.Whole("fit.elapsed", elapsed) - elapsed);
        _stoppedEarly = visitor.Truth("fit.stopped_early", _stoppedEarly);
        _validationStopped = visitor.Truth("fit.validation_stopped", _validationStopped);
        long epochs = visitor.Parts("fit.epochs", _epochs.Count);
        for (int i = 0; i < epochs; i++)
        {
            EpochResult result = (i < _epochs.Count ? _epochs[i] : EpochResult.None).Visited(visitor, i + 1);
            if (i < _epochs.Count)
                _epochs[i] = result;
            else
                _epochs.Add(result);
        }

        _optimizer.VisitState(visitor);
        VisitOthers(visitor);
    }

    /// <summary>Tells ranks what has to be the same on all of them: how long it took is not, and an optimizer of the user's tells nothing.</summary>
    private void VisitCompared(IStateVisitor visitor)
    {
        visitor.Whole("fit.first", _first);
        visitor.Truth("fit.stopped_early", _stoppedEarly);
        visitor.Truth("fit.validation_stopped", _validationStopped);
        visitor.Count("fit.epochs", _epochs.Count);
        visitor.Whole(Optimizer.StepsName, _optimizer.Steps);
        _optimizer.VisitKnownState(visitor);
        VisitOthers(visitor);
    }

    private void VisitOthers(IStateVisitor visitor)
    {
        _options.LearningRateSchedule?.VisitState(visitor);
        _options.EarlyStopping?.VisitState(visitor);
        _options.Average?.VisitState(visitor);
    }

    /// <summary>What the network has after the call: averages rather than the last step's parameters, and the best epoch's unless the training may go on.</summary>
    private void GiveFinalParameters()
    {
        _options.Average?.Swap(_network);
        bool isOver = _stoppedEarly || _epochs.Count >= _options.Epochs && !_validationStopped;
        if (isOver && _options.EarlyStopping is { RestoreBest: true, BestEpoch: > 0 } early)
            early.Restore(_network);
    }

    private void Report(FitProgress progress)
    {
        progress = progress with { StopRequest = _stop };
        _options.Callback?.Invoke(progress);
        _options.Progress?.Report(progress);
    }

    /// <returns>Whether a step was done, rather than gradients added up.</returns>
    private bool RunStep(int order)
    {
        if (_options.LearningRateSchedule is { } schedule)
            _optimizer.LearningRate = schedule.At(_ownRate, _optimizer.Steps, order - 1 + (double)_position.Samples / _train.Count);

        long steps = _optimizer.Steps;
        int start = _position.Samples, count = Math.Min(_batchSize, _train.Count - start);
        double counted = count;
        float mean = _columns is not null ? StepByColumns(_columns, start, count) : _train.HasLabels ? StepByLabels(start, count, out counted) : StepByTargets(start, count, out counted);
        _position = _position.After(order, count, mean, counted);
        bool isStep = _optimizer.Steps > steps;
        if (isStep)
            _options.Average?.Update(_network);
        _telemetry.EndBatch(count, isStep, mean, _optimizer.LearningRate);
        if (_options.CheckFinite && !float.IsFinite(mean))
            throw Diagnosis.OfStep(mean, _optimizer, _epochs.Count + 1, _position.Batches, _train, _network.Description.InputLength, SamplesOf(start, count));
        return isStep;
    }

    /// <summary>Which samples a batch has.</summary>
    private int[] SamplesOf(int start, int count) => _options.Shuffle ? _order[start..(start + count)] : [.. Enumerable.Range(start, count)];

    private float StepByLabels(int start, int count, out double counted)
    {
        LossDescription loss = _network.Description.Loss!;
        if (!_options.Shuffle)
        {
            ReadOnlySpan<int> inPlace = _train.Labels.Span.Slice(start, count);
            ReadOnlySpan<float> weightsInPlace = WeightsInPlace(start, count);
            counted = loss.Counted(inPlace, weightsInPlace);
            return _network is ISequenceNetwork inOrder
                ? _optimizer.Step(inOrder, InputsInPlace(start, count), inPlace, Frames, weightsInPlace, LengthsOf(start, count))
                : _optimizer.Step(_network, InputsInPlace(start, count), inPlace, weightsInPlace);
        }

        Span<float> inputs = _inputs.Span[..(count * _train.FeatureLength)];
        Span<int> labels = _labels.AsSpan(0, count);
        _train.Gather(_order.AsSpan(start, count), inputs, labels);
        Span<float> weights = GatherWeights(start, count);
        counted = loss.Counted(labels, weights);
        return _network is ISequenceNetwork sequences
            ? _optimizer.Step(sequences, inputs, labels, Frames, weights, LengthsOf(start, count))
            : _optimizer.Step(_network, inputs, labels, weights);
    }

    private float StepByColumns(PortBatch batch, int start, int count)
    {
        if (_options.Shuffle)
            batch.Gather(_order.AsSpan(start, count));
        else
            batch.Take(start, count);
        return _optimizer.Step((INamedPorts)_network, batch);
    }

    private float StepByTargets(int start, int count, out double counted)
    {
        int length = _train.TargetLength;
        if (!_options.Shuffle)
        {
            ReadOnlySpan<float> weightsInPlace = WeightsInPlace(start, count);
            return StepByTargets(InputsInPlace(start, count), _train.Targets.Span.Slice(start * length, count * length), weightsInPlace, LengthsOf(start, count), count, out counted);
        }

        Span<float> inputs = _inputs.Span[..(count * _train.FeatureLength)];
        Span<float> targets = _targets.Span[..(count * length)];
        _train.Gather(_order.AsSpan(start, count), inputs, targets);
        Span<float> weights = GatherWeights(start, count);
        return StepByTargets(inputs, targets, weights, LengthsOf(start, count), count, out counted);
    }

    private float StepByTargets(
        ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<float> weights, ReadOnlySpan<int> lengths, int count, out double counted)
    {
        counted = LossMean.Counted(SequenceDataChecks.Runs(_network.Description, SequenceDataChecks.Outputs(_network.Description, _train), count, lengths), weights);
        return _network is ISequenceNetwork sequences
            ? _optimizer.Step(sequences, inputs, targets, Frames, weights, lengths)
            : _optimizer.Step(_network, inputs, targets, weights);
    }

    /// <summary>Of a network of sequences the frames of each that there is memory for.</summary>
    private int Frames => SequenceDataChecks.Frames(_network.Description, _train);

    /// <summary>How many frames each sequence of a batch has; empty where it has all.</summary>
    private ReadOnlySpan<int> LengthsOf(int start, int count)
    {
        if (_train.Lengths.IsEmpty)
            return default;
        if (!_options.Shuffle)
            return _train.Lengths.Span.Slice(start, count);
        Span<int> lengths = _lengths.AsSpan(0, count);
        _train.GatherLengths(_order.AsSpan(start, count), lengths);
        return lengths;
    }

    private Span<float> GatherWeights(int start, int count)
    {
        Span<float> weights = _weights.AsSpan(0, Math.Min(count, _weights.Length));
        _train.GatherWeights(_order.AsSpan(start, count), weights);
        return weights;
    }

    private ReadOnlySpan<float> WeightsInPlace(int start, int count) => _train.Weights.IsEmpty ? default : _train.Weights.Span.Slice(start, count);

    private ReadOnlySpan<float> InputsInPlace(int start, int count) =>
        _train.Inputs.Span.Slice(start * _train.FeatureLength, count * _train.FeatureLength);
}
