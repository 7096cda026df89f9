using DslNet.CompilerServices;

namespace DslNet;

/// <summary>Refuses datasets that a network of sequences cannot be trained on. A sample of the dataset is a sequence, with memory for as many frames as the longest has.</summary>
internal static class SequenceDataChecks
{
    /// <summary>The frames of each sample that there is memory for.</summary>
    public static int Frames(NetworkDescription network, Dataset data) => network.IsSequence ? data.FeatureLength / network.InputLength : 1;

    /// <summary>How many outputs a sample has.</summary>
    public static int Outputs(NetworkDescription network, Dataset data) => network.Sequence?.OutputsOf(Frames(network, data)) ?? 1;

    /// <summary>Which outputs of some samples count.</summary>
    /// <param name="network">The network.</param>
    /// <param name="outputs">The outputs of each sample.</param>
    /// <param name="samples">How many samples there are.</param>
    /// <param name="lengths">How many frames each has; empty where it has all.</param>
    public static OutputRuns Runs(NetworkDescription network, int outputs, int samples, ReadOnlySpan<int> lengths) =>
        new(samples, outputs, network.Sequence is { IsReduced: true } ? default : lengths);

    /// <summary>Checks a dataset, and returns it with targets if its labels stand for them.</summary>
    public static Dataset Check(NetworkDescription network, LossDescription loss, Dataset data, string argument)
    {
        if (data.FeatureLength % network.InputLength != 0)
        {
            throw new ArgumentException(
                $"{network.Name} expects sequences of frames of {Counted.Text(network.InputLength, "value")} ({network.Inputs[0].Shape}), but the samples of {argument} have {data.FeatureLength}. Make the dataset with a feature length of frames × {network.InputLength}.",
                argument);
        }

        int frames = Frames(network, data);
        int wrong = data.Lengths.Span.IndexOfAnyExceptInRange(1, frames);
        if (wrong >= 0)
            throw new ArgumentException($"Sample {wrong} of {argument} has {Counted.Text(data.Lengths.Span[wrong], "frame")}, but there is memory for {frames} of {Counted.Text(network.InputLength, "value")} in a sample. Correct its length, or make the dataset with a larger feature length.", argument);
        if (network.Sequence!.IsReduced)
            return TrainingChecks.CheckCompared(network, loss, data, argument);

        int targets = frames * network.OutputLength;
        if (data.HasLabels)
        {
            throw new ArgumentException(
                $"{network.Name} produces an output for each frame, but {argument} has one label for each sequence. Make the dataset by Dataset.FromTargets, with {targets} targets for each sequence of {Counted.Text(frames, "frame")}, or declare [LastFrame] or another layer that makes one value of all frames.",
                argument);
        }

        if (!data.Weights.IsEmpty)
        {
            throw new ArgumentException(
                $"{argument} has a weight for each sequence, but {network.Name} weighs frames. Leave WithWeights out, or train by Optimizer.Step, which takes a weight for each frame.",
                argument);
        }

        if (data.TargetLength != targets)
        {
            throw new ArgumentException(
                $"{network.Name} produces {Counted.Text(network.OutputLength, "value")} for each frame, {targets} for the {Counted.Text(frames, "frame")} of a sample, but the targets of {argument} have {data.TargetLength}. Make the dataset with a target length of {targets}.",
                argument);
        }

        CheckTargets(network, loss, data, frames, argument);
        return data;
    }

    private static void CheckTargets(NetworkDescription network, LossDescription loss, Dataset data, int frames, string argument)
    {
        OutputRuns runs = Runs(network, frames, data.Count, data.Lengths.Span);
        for (int run = 0; run < runs.Count; run++)
        {
            (int first, int length) = runs[run];
            first *= network.OutputLength;
            int wrong = TargetRule.FirstWrong(loss, data.Targets.Span.Slice(first, length * network.OutputLength), network.OutputLength);
            if (wrong >= 0)
                throw new ArgumentException(TargetRule.Describe(loss, data.Targets.Span, network.OutputLength, first + wrong, $" of {argument}"), argument);
        }
    }
}
