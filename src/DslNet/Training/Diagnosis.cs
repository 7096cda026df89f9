namespace DslNet;

/// <summary>Reports at which step a training became NaN or infinite, and the likely cause.</summary>
internal static class Diagnosis
{
    /// <summary>Inputs beyond it are likely unintended: their squares are so large that other values added to them are lost.</summary>
    private const float Large = 1e4f;

    private const string Switch = " FitOptions.CheckFinite = false lets the training go on.";

    /// <summary>The loss of a step is not finite.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="optimizer">After the step.</param>
    /// <param name="epoch">The epoch, counted from one.</param>
    /// <param name="batch">Its batch, counted from one.</param>
    /// <param name="train">The samples to learn from.</param>
    /// <param name="inputLength">The values of a sample, or of a frame.</param>
    /// <param name="samples">Those of the batch.</param>
    public static NotFiniteNumberException OfStep(float loss, Optimizer optimizer, int epoch, int batch, Dataset train, int inputLength, int[] samples)
    {
        string fact = FormattableString.Invariant($"The loss of step {optimizer.Steps} (epoch {epoch}, batch {batch}) is {loss}");

        if (!train.Columns.IsEmpty)
            return new($"{fact}. {LowerRate(optimizer)}{Switch}", loss);

        // Memory below a dataset may change while the training goes on.
        foreach (int sample in samples)
        {
            int wrong = ValueSearch.IndexOfNotFinite(TrainingChecks.InputThatCounts(inputLength, train, sample));
            if (wrong >= 0)
            {
                string input = TrainingChecks.NameInput(train, sample * train.FeatureLength + wrong, nameof(train));
                return new($"{fact}. {input}. Correct it, or leave the sample out.{Switch}", loss);
            }
        }

        return new($"{fact}, but all inputs of the batch are finite. {Remedy(optimizer, train, samples)}{Switch}", loss);
    }

    /// <summary>The loss of a validation is not finite.</summary>
    public static NotFiniteNumberException OfValidation(double loss, Optimizer optimizer, int epoch, ReadOnlySpan<float> parameters) => new(
        FormattableString.Invariant($"The validation loss of epoch {epoch}, after step {optimizer.Steps}, is {loss}") +
        (ValueSearch.IndexOfNotFinite(parameters) >= 0
            ? $", since parameters are not finite. {LowerRate(optimizer)}"
            : ", but all parameters are finite. Scale the validation's inputs as those to learn from are scaled.") + Switch,
        loss);

    /// <summary>Parameters are not finite after the last step.</summary>
    public static NotFiniteNumberException OfParameters(Optimizer optimizer, ReadOnlySpan<float> parameters)
    {
        float parameter = parameters[ValueSearch.IndexOfNotFinite(parameters)];
        return new(
            FormattableString.Invariant($"After step {optimizer.Steps}, the last one, parameters are not finite (the first such is {parameter}). ") +
            LowerRate(optimizer) + Switch,
            parameter);
    }

    private static string Remedy(Optimizer optimizer, Dataset train, int[] samples)
    {
        (int sample, int feature, float largest) = (0, 0, 0);
        foreach (int candidate in samples)
        {
            ReadOnlySpan<float> input = train.Input(candidate);
            for (int i = 0; i < input.Length; i++)
            {
                if (Math.Abs(input[i]) > Math.Abs(largest))
                    (sample, feature, largest) = (candidate, i, input[i]);
            }
        }

        return Math.Abs(largest) > Large
            ? FormattableString.Invariant($"Scale the inputs: feature {feature} of sample {sample} of {nameof(train)} is {largest}. ") + LowerRate(optimizer)
            : LowerRate(optimizer);
    }

    private static string LowerRate(Optimizer optimizer) =>
        FormattableString.Invariant($"Lower the learning rate, which is {optimizer.LearningRate}, and begin with new parameters (Initialize) and a new optimizer.");
}
