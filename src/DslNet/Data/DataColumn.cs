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
        Check(name, values.Length, length, "value", nameof(values));
        (Name, Values, Length, Count) = (name, values, length, values.Length / length);
    }

    /// <summary>Labels of classes for an output, or for an input a token for each sample.</summary>
    /// <param name="name">The name of the output or input.</param>
    /// <param name="integers">The class of each sample, counted from zero, or the label of those of no class; or its token.</param>
    /// <exception cref="ArgumentNullException">There is no name.</exception>
    public DataColumn(string name, ReadOnlyMemory<int> integers)
        : this(name, integers, 1)
    {
    }

    /// <summary>Several tokens of each sample, for an input.</summary>
    /// <param name="name">The name of the input.</param>
    /// <param name="integers">samples × length.</param>
    /// <param name="length">How many tokens a sample has.</param>
    /// <exception cref="ArgumentNullException">There is no name.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The length is not positive.</exception>
    /// <exception cref="ArgumentException">The tokens are no whole number of samples.</exception>
    public DataColumn(string name, ReadOnlyMemory<int> integers, int length)
    {
        Check(name, integers.Length, length, "token", nameof(integers));
        (Name, Integers, Length, HasIntegers, Count) = (name, integers, length, true, integers.Length / length);
    }

    /// <summary>How much each sample counts in the losses of an output, whose means are taken over these weights.</summary>
    /// <param name="output">The name of the output.</param>
    /// <param name="weights">A weight for each sample, finite and at least 0.</param>
    public static DataColumn OfWeights(string output, ReadOnlyMemory<float> weights) => new(output, weights, 1) { HasWeights = true };

    /// <summary>The name of the input or output.</summary>
    public string Name { get; }

    /// <summary>How many samples there are.</summary>
    public int Count { get; }

    /// <summary>How many values or tokens a sample has; 1 of labels.</summary>
    public int Length { get; }

    /// <summary>Whether it has integers, which are labels of an output or tokens of an input, and no values.</summary>
    public bool HasIntegers { get; }

    /// <summary>Whether its values are how much each sample counts in the losses of an output.</summary>
    public bool HasWeights { get; private init; }

    /// <summary>Count × Length values; empty where it has integers.</summary>
    public ReadOnlyMemory<float> Values { get; }

    /// <summary>Count × Length labels or tokens; empty where it has values.</summary>
    public ReadOnlyMemory<int> Integers { get; }

    /// <summary>The name, and what there is of each sample.</summary>
    public override string ToString() => HasIntegers ? $"{Name} ({(Length == 1 ? "integers" : Counted.Text(Length, "integer"))})" : HasWeights ? $"{Name} (weights)" : FormattableString.Invariant($"{Name} ({Length})");

    /// <summary>Consecutive samples.</summary>
    internal DataColumn Slice(int start, int count) => HasIntegers
        ? new(Name, Integers.Slice(start * Length, count * Length), Length)
        : new(Name, Values.Slice(start * Length, count * Length), Length) { HasWeights = HasWeights };

    /// <summary>Samples in an order, copied.</summary>
    internal DataColumn Copy(ReadOnlySpan<int> samples)
    {
        if (HasIntegers)
        {
            int[] integers = new int[samples.Length * Length];
            Gather(samples, integers);
            return new(Name, integers, Length);
        }

        float[] values = new float[samples.Length * Length];
        Gather(samples, values);
        return new(Name, values, Length) { HasWeights = HasWeights };
    }

    internal void Gather(ReadOnlySpan<int> samples, Span<int> integers) => Gather(samples, Integers.Span, integers);

    internal void Gather(ReadOnlySpan<int> samples, Span<float> values) => Gather(samples, Values.Span, values);

    private void Gather<T>(ReadOnlySpan<int> samples, ReadOnlySpan<T> all, Span<T> gathered)
    {
        // A slice of one value costs more than the value.
        for (int i = 0; Length == 1 && i < samples.Length; i++)
            gathered[i] = all[samples[i]];
        for (int i = 0; Length > 1 && i < samples.Length; i++)
            all.Slice(samples[i] * Length, Length).CopyTo(gathered[(i * Length)..]);
    }

    private static void Check(string name, int values, int length, string noun, string argument)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        if (values % length != 0)
        {
            throw new ArgumentException(
                $"{name} has {Counted.Text(values, noun)}, not a multiple of the {length} per sample ({values % length} left over). Give {Counted.Text(length, noun)} for each sample.", argument);
        }
    }
}
