using DslNet.CompilerServices;

namespace DslNet;

/// <summary>Refuses datasets that a network of sequences cannot be trained on. A sample of the dataset is a sequence, all of which have one length.</summary>
internal static class SequenceDataChecks
{
    /// <summary>The frames of each sample.</summary>
    public static int Frames(NetworkDescription network, Dataset data) => network.IsSequence ? data.FeatureLength / network.InputLength : 1;

    public static void Check(NetworkDescription network, LossDescription loss, Dataset data, string argument)
    {
        if (data.FeatureLength % network.InputLength != 0)
        {
            throw new ArgumentException(
                $"{network.Name} expects sequences of frames of {Counted.Text(network.InputLength, "value")} ({network.Inputs[0].Shape}), but the samples of {argument} have {data.FeatureLength}. Make the dataset with a feature length of frames × {network.InputLength}.",
                argument);
        }

        int frames = Frames(network, data), targets = frames * network.OutputLength;
        if (data.HasLabels)
        {
            throw new ArgumentException(
                $"{network.Name} produces an output for each frame, but {argument} has one label for each sequence. Make the dataset by Dataset.FromTargets, with {targets} targets for each sequence of {Counted.Text(frames, "frame")}.",
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

        int wrong = TargetRule.FirstWrong(loss, data.Targets.Span, network.OutputLength);
        if (wrong >= 0)
            throw new ArgumentException(TargetRule.Describe(loss, data.Targets.Span, network.OutputLength, wrong, $" of {argument}"), argument);
    }
}
