namespace DslNet;

/// <summary>What all samples of a dataset have for one input or output of a network with named ports.</summary>
/// <example><code>Dataset.FromColumns(new("image", pixels, 784), new("policy", moves))</code></example>
public sealed class DataColumn
{
    /// <summary>Values for an input, or targets for an output.</summary>
    /// <param name="name">The name of the input or output.</param>
    /// <param name="values">samples × length.</param>
    /// <param name="length">How many values a sample has.</param>
    /// <exception cref="ArgumentNullException">There is no name.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The length is not positive.</exception>
    /// <exception cref="ArgumentException">The values are no whole number of samples.</exception>
    public DataColumn(string name, ReadOnlyMemory<float> values, int length)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        if (values.Length % length != 0)
        {
            throw new ArgumentException(
                $"{name} has {Counted.Text(values.Length, "value")}, not a multiple of the {length} per sample ({values.Length % length} left over). Give {Counted.Text(length, "value")} for each sample.", nameof(values));
        }

        (Name, Values, Length, Count) = (name, values, length, values.Length / length);
    }

    /// <summary>Labels of classes for an output.</summary>
    /// <param name="name">The name of the output.</param>
    /// <param name="labels">The class of each sample, counted from zero, or the label of those of no class.</param>
    /// <exception cref="ArgumentNullException">There is no name.</exception>
    public DataColumn(string name, ReadOnlyMemory<int> labels)
    {
        ArgumentNullException.ThrowIfNull(name);
        (Name, Labels, Length, HasLabels, Count) = (name, labels, 1, true, labels.Length);
    }

    /// <summary>How much each sample counts in the losses of an output, whose means are taken over these weights.</summary>
    /// <param name="output">The name of the output.</param>
    /// <param name="weights">A weight for each sample, finite and at least 0.</param>
    public static DataColumn OfWeights(string output, ReadOnlyMemory<float> weights) => new(output, weights, 1) { HasWeights = true };

    /// <summary>The name of the input or output.</summary>
    public string Name { get; }

    /// <summary>How many samples there are.</summary>
    public int Count { get; }

    /// <summary>How many values a sample has; 1 of labels.</summary>
    public int Length { get; }

    /// <summary>Whether it has labels, and no values.</summary>
    public bool HasLabels { get; }

    /// <summary>Whether its values are how much each sample counts in the losses of an output.</summary>
    public bool HasWeights { get; private init; }

    /// <summary>Count × Length values; empty where it has labels.</summary>
    public ReadOnlyMemory<float> Values { get; }

    /// <summary>Count labels; empty where it has values.</summary>
    public ReadOnlyMemory<int> Labels { get; }

    /// <summary>The name, and what there is of each sample.</summary>
    public override string ToString() => HasLabels ? $"{Name} (labels)" : HasWeights ? $"{Name} (weights)" : FormattableString.Invariant($"{Name} ({Length})");

    /// <summary>Consecutive samples.</summary>
    internal DataColumn Slice(int start, int count) => HasLabels ? new(Name, Labels.Slice(start, count)) : new(Name, Values.Slice(start * Length, count * Length), Length) { HasWeights = HasWeights };

    /// <summary>Samples in an order, copied.</summary>
    internal DataColumn Copy(ReadOnlySpan<int> samples)
    {
        if (HasLabels)
        {
            int[] labels = new int[samples.Length];
            Gather(samples, labels);
            return new(Name, labels);
        }

        float[] values = new float[samples.Length * Length];
        Gather(samples, values);
        return new(Name, values, Length) { HasWeights = HasWeights };
    }

    internal void Gather(ReadOnlySpan<int> samples, Span<int> labels)
    {
        ReadOnlySpan<int> all = Labels.Span;
        for (int i = 0; i < samples.Length; i++)
            labels[i] = all[samples[i]];
    }

    internal void Gather(ReadOnlySpan<int> samples, Span<float> values)
    {
        ReadOnlySpan<float> all = Values.Span;
        for (int i = 0; i < samples.Length; i++)
            all.Slice(samples[i] * Length, Length).CopyTo(values[(i * Length)..]);
    }
}
