namespace DslNet;

/// <summary>Refuses columns that a network with named ports cannot be trained on, before anything is done.</summary>
internal static class ColumnChecks
{
    public static void Check(NetworkDescription network, Dataset data, string argument)
    {
        if (data.Columns.IsEmpty)
        {
            throw new ArgumentException(
                $"{network.Name} has {(network.Inputs.Any(input => input.Element == ElementType.Int32) ? "inputs of tokens" : "named inputs or outputs")} ({string.Join(", ", network.Inputs.Concat(network.Outputs))}), but {argument} has no named columns. Make it by Dataset.FromColumns.", argument);
        }

        if (!network.HasNamedPorts)
        {
            throw new ArgumentException(
                $"{argument} has named columns ({string.Join(", ", data.Columns)}), but {network.Name} has one input and one output without names. Make it by Dataset.FromLabels or Dataset.FromTargets.", argument);
        }

        foreach (PortDescription input in network.Inputs)
            CheckInput(network, input, data, argument);
        foreach (LossDescription loss in network.Losses)
            CheckCompared(network, loss, data, argument);
        foreach (DataColumn column in data.Columns)
        {
            if (column.HasWeights && ValueSearch.IndexOutside(column.Values.Span, 0, float.MaxValue) is var wrong and >= 0)
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"The weight of sample {wrong} of {argument} for {column.Name} is {column.Values.Span[wrong]}. Give each sample a finite weight of at least 0."), argument);
            }
        }

        if (data.Columns.FirstOrDefault(column => (column.HasWeights || network.Inputs.All(input => input.Name != column.Name)) && network.Losses.All(loss => loss.Of != column.Name)) is { } unknown)
        {
            throw new ArgumentException(
                $"{argument} has the column {unknown.Name}, but {network.Name} has no input of this name, and no loss of such an output. Leave it out, or correct its name: {string.Join(", ", network.Inputs.Select(input => input.Name).Concat(network.Losses.Select(loss => loss.Of)).Distinct())}.",
                argument);
        }
    }

    /// <summary>Refuses values that are NaN or infinite.</summary>
    public static void CheckFinite(Dataset data, string argument)
    {
        foreach (DataColumn column in data.Columns)
        {
            int wrong = ValueSearch.IndexOfNotFinite(column.Values.Span);
            if (wrong < 0)
                continue;
            throw new ArgumentException(
                FormattableString.Invariant($"Value {wrong % column.Length} of {column.Name}, sample {wrong / column.Length} of {argument}, is {column.Values.Span[wrong]}. Correct it, leave the sample out, or set FitOptions.CheckFinite = false."),
                argument);
        }
    }

    private static void CheckInput(NetworkDescription network, PortDescription input, Dataset data, string argument)
    {
        DataColumn column = Find(data, input.Name) ?? throw new ArgumentException($"{network.Name} has the input {input}, but {argument} has no column {input.Name}. Add it.", argument);
        bool takesTokens = input.Element == ElementType.Int32;
        if (column.HasIntegers != takesTokens || column.Length != input.Shape.Length)
        {
            string expected = Counted.Text(input.Shape.Length, takesTokens ? "token" : "value");
            throw new ArgumentException(
                $"{network.Name} expects {expected} for each sample of {input}, but the column {input.Name} of {argument} has {Counted.Text(column.Length, column.HasIntegers ? "integer" : "value")}. Make it of {expected} a sample{(takesTokens && !column.HasIntegers ? ", which are integers" : "")}.",
                argument);
        }

        if (takesTokens)
            TokenRule.Check(column.Integers.Span, column.Length, input.Vocabulary, input.Name, $" of {argument}");
    }

    private static void CheckCompared(NetworkDescription network, LossDescription loss, Dataset data, string argument)
    {
        int length = network.Outputs.Single(output => output.Name == loss.Of).Shape.Length;
        DataColumn column = Find(data, loss.Of!) ?? throw new ArgumentException(
            $"{network.Name} has the {loss} of {loss.Of}, but {argument} has no column {loss.Of} to compare that with. Add its {(loss.Target == LossTarget.Labels ? "labels or targets" : "targets")}.", argument);
        if (column.HasIntegers)
        {
            CheckLabels(loss, column, length, argument);
            return;
        }

        if (column.Length != length)
            throw new ArgumentException($"{loss.Of} has {Counted.Text(length, "value")}, but the targets of {argument} have {column.Length}. Give {Counted.Text(length, "value")} for each sample.", argument);
        int wrong = TargetRule.FirstWrong(loss, column.Values.Span, length);
        if (wrong >= 0)
            throw new ArgumentException(TargetRule.Describe(loss, column.Values.Span, length, wrong, $" of {loss.Of} of {argument}"), argument);
    }

    private static void CheckLabels(LossDescription loss, DataColumn column, int classes, string argument)
    {
        if (loss.Target != LossTarget.Labels)
            throw new ArgumentException($"The column {loss.Of} of {argument} has integers, but its loss is {loss}, which takes {Counted.Text(classes, "value")} for each sample. Give values.", argument);
        if (column.Length > 1)
            throw new ArgumentException($"The column {loss.Of} of {argument} has {Counted.Text(column.Length, "integer")} for each sample, but the {loss} of {loss.Of} compares with one label. Give one label for each sample.", argument);
        int wrong = TrainingChecks.FirstWrong(column.Integers.Span, classes - 1, loss.IgnoreLabel);
        if (wrong >= 0)
        {
            throw new ArgumentException(
                $"{loss.Of} has {Counted.Text(classes, "class", "classes")}, 0 to {classes - 1}, but sample {wrong} of {argument} has the label {column.Integers.Span[wrong]}. Correct the label, or give {loss.IgnoreLabel} to samples that are of no class.",
                argument);
        }
    }

    private static DataColumn? Find(Dataset data, string name) => data.Columns.FirstOrDefault(column => column.Name == name && !column.HasWeights);
}
