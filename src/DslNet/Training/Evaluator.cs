using DslNet.CompilerServices;

namespace DslNet;

/// <summary>Evaluates a network on a dataset, as often as wanted, with memory allocated once.</summary>
internal sealed class Evaluator(INetwork network, Dataset data)
{
    /// <summary>Enough samples to keep every thread busy, few enough for their outputs to stay in the cache.</summary>
    private const int Chunk = 1024;

    private readonly NetworkDescription _description = network.Description;
    private readonly int _frames = SequenceDataChecks.Frames(network.Description, data);
    private readonly int _outputsOfSample = SequenceDataChecks.Outputs(network.Description, data);
    private readonly AlignedMemory _outputs = new(checked(Math.Min(Chunk, data.Count) * network.Description.OutputLength * SequenceDataChecks.Outputs(network.Description, data)));

    /// <summary>Of a network with named ports the mean of each loss, in the order of <see cref="NetworkDescription.Losses"/>.</summary>
    public double[] Losses { get; } = new double[data.Columns.IsEmpty ? 0 : network.Description.Losses.Length];

    /// <summary>The mean loss, and the fraction of decisions that were right (NaN if there are none); null if it was cancelled.</summary>
    /// <param name="sums">Take what else is measured, unless null.</param>
    /// <param name="cancellation">Asked between chunks.</param>
    public (double Loss, double Accuracy)? Run(EvaluationSums? sums, CancellationToken cancellation)
    {
        if (!data.Columns.IsEmpty)
            return RunColumns(cancellation);
        double loss = 0, counted = 0;
        long correct = 0, decisions = 0;
        for (int start = 0; start < data.Count; start += Chunk)
        {
            if (cancellation.IsCancellationRequested)
                return null;
            int count = Math.Min(Chunk, data.Count - start);
            Span<float> outputs = _outputs.Span[..(count * _outputsOfSample * _description.OutputLength)];
            ReadOnlySpan<float> inputs = data.Inputs.Span.Slice(start * data.FeatureLength, count * data.FeatureLength);
            ReadOnlySpan<float> weights = data.Weights.IsEmpty ? default : data.Weights.Span.Slice(start, count);
            ReadOnlySpan<int> lengths = data.Lengths.IsEmpty ? default : data.Lengths.Span.Slice(start, count);
            OutputRuns runs = SequenceDataChecks.Runs(_description, _outputsOfSample, count, lengths);
            double mean = data.HasLabels
                ? LossOfLabels(inputs, data.Labels.Span.Slice(start, count), outputs, weights, lengths)
                : LossOfTargets(inputs, data.Targets.Span.Slice(start * data.TargetLength, count * data.TargetLength), outputs, weights, lengths);
            double weight = data.HasLabels ? _description.Loss!.Counted(data.Labels.Span.Slice(start, count), weights) : LossMean.Counted(runs, weights);
            loss += mean * weight;
            counted += weight;
            for (int run = 0; run < runs.Count; run++)
                Measure(start, runs[run], outputs, sums, ref correct, ref decisions);
        }

        return (LossMean.Of(loss, counted), (double)correct / decisions);
    }

    private float LossOfTargets(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> outputs, ReadOnlySpan<float> weights, ReadOnlySpan<int> lengths) =>
        network is ISequenceNetwork sequences ? sequences.ComputeLoss(inputs, targets, _frames, outputs, weights, lengths) : network.ComputeLoss(inputs, targets, outputs, weights);

    private float LossOfLabels(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, Span<float> outputs, ReadOnlySpan<float> weights, ReadOnlySpan<int> lengths) =>
        network is ISequenceNetwork sequences ? sequences.ComputeLoss(inputs, labels, _frames, outputs, weights, lengths) : network.ComputeLoss(inputs, labels, outputs, weights);

    /// <summary>Each loss by itself: its mean is one over other samples than those of others, where labels are left out.</summary>
    private (double Loss, double Accuracy)? RunColumns(CancellationToken cancellation)
    {
        PortBatch batch = new(data, room: 0);
        double[] counted = new double[Losses.Length];
        Array.Clear(Losses);
        for (int start = 0; start < data.Count; start += Chunk)
        {
            int count = Math.Min(Chunk, data.Count - start);
            batch.Take(start, count);
            for (int i = 0; i < Losses.Length; i++)
            {
                if (cancellation.IsCancellationRequested)
                    return null;
                LossDescription loss = _description.Losses[i];
                ReadOnlySpan<int> labels = batch.Integers(loss.Of!);
                ReadOnlySpan<float> weights = batch.Weights(loss.Of!);
                double weight = labels.IsEmpty ? LossMean.Counted(count, weights) : loss.Counted(labels, weights);
                Losses[i] += ((INamedPorts)network).ComputeLoss(batch, i) * weight;
                counted[i] += weight;
            }
        }

        double sum = 0;
        for (int i = 0; i < Losses.Length; i++)
        {
            Losses[i] = LossMean.Of(Losses[i], counted[i]);
            sum += _description.Losses[i].Weight * Losses[i];
        }

        return (sum, double.NaN);
    }

    /// <summary>Measures some neighbouring outputs of a chunk.</summary>
    private void Measure(int start, (int First, int Length) run, ReadOnlySpan<float> all, EvaluationSums? sums, ref long correct, ref long decisions)
    {
        ReadOnlySpan<float> outputs = all.Slice(run.First * _description.OutputLength, run.Length * _description.OutputLength);
        ReadOnlySpan<float> targets = data.HasLabels ? default : data.Targets.Span.Slice(start * data.TargetLength + run.First * _description.OutputLength, outputs.Length);
        sums?.Regression?.Add(outputs, targets);
        if (_description.Loss is { IsOfOneClass: true })
        {
            int classes = _description.OutputLength, count = outputs.Length / classes;
            int? ignored = data.HasLabels ? _description.Loss.IgnoreLabel : null;
            for (int i = 0; i < count; i++)
            {
                if (data.HasLabels && data.Labels.Span[start + run.First + i] == ignored)
                    continue;
                int actual = data.HasLabels ? data.Labels.Span[start + run.First + i] : Decision.ArgMax(targets.Slice(i * classes, classes));
                ReadOnlySpan<float> scores = outputs.Slice(i * classes, classes);
                int predicted = Decision.ArgMax(scores);
                correct += actual == predicted ? 1 : 0;
                sums?.Confusion?.Add(actual, predicted);
                sums?.TopK?.Add(scores, actual);
                decisions++;
            }
        }
        else if (_description.Loss is { IsOfClasses: true } loss)
        {
            for (int i = 0; i < outputs.Length; i++)
            {
                int actual = Decision.OfTarget(loss, targets[i]), predicted = Decision.OfOutput(loss, outputs[i]);
                correct += actual == predicted ? 1 : 0;
                sums?.Confusion?.Add(actual, predicted);
            }

            decisions += outputs.Length;
        }
    }
}
