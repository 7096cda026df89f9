namespace DslNet;

/// <summary>Refuses data that a network cannot be trained on, before anything is done.</summary>
internal static class TrainingChecks
{
    public static void Check(NetworkDescription network, Dataset data, string argument)
    {
        if (network.Loss == Loss.None)
        {
            throw new InvalidOperationException(
                $"{network.Name} declares no loss, so there is nothing to measure. Add one to its declaration, such as [SoftmaxCrossEntropy] or [MeanSquaredError].");
        }

        if (data.Count == 0)
            throw new ArgumentException($"The dataset of {argument} has 0 samples. Give at least 1.", argument);
        if (data.FeatureLength != network.InputLength)
        {
            throw new ArgumentException(
                $"{network.Name} expects samples of {Counted.Text(network.InputLength, "number")} ({network.Inputs[0].Shape}), but those of {argument} have {data.FeatureLength}. Make the dataset with a feature length of {network.InputLength}, or change [Input].",
                argument);
        }

        if (data.HasLabels)
            CheckLabels(network, data, argument);
        else
            CheckTargets(network, data, argument);
    }

    private static void CheckLabels(NetworkDescription network, Dataset data, string argument)
    {
        if (network.Loss != Loss.SoftmaxCrossEntropy)
        {
            throw new ArgumentException(
                $"{argument} has labels, but the loss of {network.Name} is {network.Loss}, which takes {Counted.Text(network.OutputLength, "number")} for each sample. Make the dataset by Dataset.FromTargets, or declare [SoftmaxCrossEntropy].",
                argument);
        }

        int wrong = data.Labels.Span.IndexOfAnyExceptInRange(0, network.OutputLength - 1);
        if (wrong >= 0)
        {
            throw new ArgumentException(
                $"{network.Name} has {Counted.Text(network.OutputLength, "class", "classes")}, 0 to {network.OutputLength - 1}, but sample {wrong} of {argument} has the label {data.Labels.Span[wrong]}. Correct the label, or give the network as many outputs as there are classes.",
                argument);
        }
    }

    private static void CheckTargets(NetworkDescription network, Dataset data, string argument)
    {
        if (data.TargetLength == network.OutputLength)
            return;
        throw new ArgumentException(
            $"{network.Name} answers {Counted.Text(network.OutputLength, "number")} ({network.Outputs[0].Shape}), but the targets of {argument} have {data.TargetLength}. Make the dataset with a target length of {network.OutputLength}, or change the last layer.",
            argument);
    }
}
