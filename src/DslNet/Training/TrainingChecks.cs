namespace DslNet;

/// <summary>Refuses data that a network cannot be trained on, before anything is done.</summary>
internal static class TrainingChecks
{
    /// <summary>Checks a dataset against a network, and returns it with targets if its labels stand for them.</summary>
    public static Dataset Check(NetworkDescription network, Dataset data, string argument)
    {
        if (network.Loss is not { } loss)
        {
            throw new InvalidOperationException(
                $"{network.Name} declares no loss, so there is nothing to measure. Add one to its declaration, such as [SoftmaxCrossEntropy] or [MeanSquaredError].");
        }

        if (data.Count == 0)
            throw new ArgumentException($"The dataset of {argument} has 0 samples. Give at least 1.", argument);
        if (network.IsSequence && network.Inputs[0].Element == ElementType.Int32)
        {
            throw new NotSupportedException(
                $"{network.Name} has sequences of tokens, which no dataset has. Train it by Optimizer.Step(network, tokens, labels, frames).");
        }

        if (network.HasNamedPorts || !data.Columns.IsEmpty)
        {
            ColumnChecks.Check(network, data, argument);
            return data;
        }

        if (network.IsSequence)
            return SequenceDataChecks.Check(network, loss, data, argument);
        if (!data.Lengths.IsEmpty)
        {
            throw new ArgumentException(
                $"{argument} has lengths of sequences, but the samples of {network.Name} are none. Leave WithLengths out, or declare [Sequence] in place of [Input].", argument);
        }

        if (data.FeatureLength != network.InputLength)
        {
            throw new ArgumentException(
                $"{network.Name} expects samples of {Counted.Text(network.InputLength, "value")} ({network.Inputs[0].Shape}), but those of {argument} have {data.FeatureLength}. Make the dataset with a feature length of {network.InputLength}, or change [Input].",
                argument);
        }

        return CheckCompared(network, loss, data, argument);
    }

    /// <summary>Checks what the outputs of samples are compared with, and returns the dataset with targets if its labels stand for them.</summary>
    internal static Dataset CheckCompared(NetworkDescription network, LossDescription loss, Dataset data, string argument)
    {
        if (!data.HasLabels)
        {
            CheckTargets(network, loss, data, argument);
            return data;
        }

        CheckLabels(network, loss, data, argument);
        return loss.Target == LossTarget.Probabilities ? data.WithLabelsAsTargets() : data;
    }

    /// <summary>Refuses batches of which one has a single sample, where a layer normalizes each value over the samples of a step.</summary>
    public static void CheckBatches(NetworkDescription network, Dataset data, int batchSize)
    {
        if ((batchSize == 1 || data.Count % batchSize == 1) && BatchRule.LayerThatNeedsTwo(network) is { } layer)
            throw new ArgumentException(BatchRule.OfBatches(layer, data.Count, batchSize), batchSize == 1 ? "options" : "train");
    }

    /// <summary>Refuses inputs that are NaN or infinite: one of them makes all parameters NaN.</summary>
    public static void CheckFinite(NetworkDescription network, Dataset data, string argument)
    {
        ColumnChecks.CheckFinite(data, argument);
        int wrong = FirstNotFinite(network, data);
        if (wrong >= 0)
            throw new ArgumentException($"{NameInput(data, wrong, argument)}. Correct it, leave the sample out, or set FitOptions.CheckFinite = false.", argument);
    }

    /// <summary>The first input that is not finite, but for those behind the end of a sequence; -1 if there is none.</summary>
    private static int FirstNotFinite(NetworkDescription network, Dataset data)
    {
        ReadOnlySpan<float> inputs = data.Inputs.Span;
        if (data.Lengths.IsEmpty)
            return ValueSearch.IndexOfNotFinite(inputs);
        for (int sample = 0; sample < data.Count; sample++)
        {
            int first = sample * data.FeatureLength;
            if (ValueSearch.IndexOfNotFinite(InputThatCounts(network.InputLength, data, sample)) is var found and >= 0)
                return first + found;
        }

        return -1;
    }

    /// <summary>The input of a sample, of a sequence to its end.</summary>
    public static ReadOnlySpan<float> InputThatCounts(int inputLength, Dataset data, int sample) =>
        data.Lengths.IsEmpty ? data.Input(sample) : data.Input(sample)[..(data.Lengths.Span[sample] * inputLength)];

    /// <summary>Says which input of a dataset is what.</summary>
    public static string NameInput(Dataset data, int index, string argument) => FormattableString.Invariant(
        $"Feature {index % data.FeatureLength} of sample {index / data.FeatureLength} of {argument} is {data.Inputs.Span[index]}");

    private static void CheckLabels(NetworkDescription network, LossDescription loss, Dataset data, string argument)
    {
        bool binary = loss.Target == LossTarget.Probabilities && network.OutputLength == 1;
        if (loss.Target != LossTarget.Labels && !binary)
        {
            throw new ArgumentException(
                $"{argument} has labels, but the loss of {network.Name} is {loss}, which takes {Counted.Text(network.OutputLength, "value")} for each sample. Make the dataset by Dataset.FromTargets, or declare [SoftmaxCrossEntropy].",
                argument);
        }

        int largest = binary ? 1 : network.OutputLength - 1;
        int wrong = FirstWrong(data.Labels.Span, largest, loss.IgnoreLabel);
        if (wrong < 0)
            return;
        string fact = $"sample {wrong} of {argument} has the label {data.Labels.Span[wrong]}";
        throw new ArgumentException(
            binary
                ? $"{network.Name} has 1 output under {loss}, for the labels 0 and 1, but {fact}. Correct the label, or give the network an output for each class and [SoftmaxCrossEntropy]."
                : $"{network.Name} has {Counted.Text(network.OutputLength, "class", "classes")}, 0 to {largest}, but {fact}. {(data.Labels.Span[wrong] < 0 ? $"Correct the label, or give {loss.IgnoreLabel} to samples that are of no class." : "Correct the label, or give the network as many outputs as there are classes.")}",
            argument);
    }

    /// <summary>The first label that is neither a class nor that of samples that are left out; -1 if there is none.</summary>
    internal static int FirstWrong(ReadOnlySpan<int> labels, int largest, int? ignored)
    {
        for (int start = 0; labels[start..].IndexOfAnyExceptInRange(0, largest) is var found and >= 0; start += found + 1)
        {
            if (labels[start + found] != ignored)
                return start + found;
        }

        return -1;
    }

    private static void CheckTargets(NetworkDescription network, LossDescription loss, Dataset data, string argument)
    {
        if (data.TargetLength != network.OutputLength)
        {
            throw new ArgumentException(
                $"{network.Name} produces {Counted.Text(network.OutputLength, "value")} ({network.Outputs[0].Shape}), but the targets of {argument} have {data.TargetLength}. Make the dataset with a target length of {network.OutputLength}, or change the last layer.",
                argument);
        }

        int wrong = TargetRule.FirstWrong(loss, data.Targets.Span, data.TargetLength);
        if (wrong >= 0)
            throw new ArgumentException(TargetRule.Describe(loss, data.Targets.Span, data.TargetLength, wrong, $" of {argument}"), argument);
    }
}
