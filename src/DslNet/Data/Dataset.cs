using System.Collections.Immutable;

namespace DslNet;

/// <summary>
/// Samples in memory: the inputs of a network, and for each sample either the label of its class or the
/// target that the network should produce.
/// </summary>
/// <remarks>
/// A dataset is a view: it copies nothing, and changes of the memory below show through. Samples are stored one after another,
/// each of <see cref="FeatureLength"/> values (an image channel by channel and row by row).
/// </remarks>
/// <example><code>var train = Dataset.FromLabels(pixels, digits, featureLength: 784);</code></example>
public sealed class Dataset
{
    private Dataset(
        ReadOnlyMemory<float> inputs, ReadOnlyMemory<int> labels, ReadOnlyMemory<float> targets, int featureLength, int targetLength)
    {
        (Inputs, Labels, Targets, FeatureLength, TargetLength) = (inputs, labels, targets, featureLength, targetLength);
        Count = inputs.Length / featureLength;
    }

    private Dataset(ImmutableArray<DataColumn> columns) : this(default, default, default, 1, 0) => (Columns, Count, FeatureLength) = (columns, columns[0].Count, 0);

    /// <summary>What samples have for each input and output of a network with named ports; empty if they have inputs and labels or targets.</summary>
    public ImmutableArray<DataColumn> Columns { get; } = [];

    /// <summary>The number of samples.</summary>
    public int Count { get; }

    /// <summary>How many values a sample has.</summary>
    public int FeatureLength { get; }

    /// <summary>How many values a sample's target has; zero if samples have labels.</summary>
    public int TargetLength { get; }

    /// <summary>Whether samples have labels, and no targets.</summary>
    public bool HasLabels => TargetLength == 0 && Columns.IsEmpty;

    /// <summary>The inputs of all samples: Count × FeatureLength values.</summary>
    public ReadOnlyMemory<float> Inputs { get; }

    /// <summary>The class of each sample, counted from zero, or the label of those of no class; empty if samples have targets.</summary>
    public ReadOnlyMemory<int> Labels { get; }

    /// <summary>The targets of all samples: Count × TargetLength values; empty if samples have labels.</summary>
    public ReadOnlyMemory<float> Targets { get; }

    /// <summary>How much each sample counts; empty if all count alike.</summary>
    public ReadOnlyMemory<float> Weights { get; private init; }

    /// <summary>Of samples that are sequences, how many frames each has; empty if each has all that there is memory for.</summary>
    public ReadOnlyMemory<int> Lengths { get; private init; }

    /// <summary>
    /// Samples with the label of a class each: for <see cref="SoftmaxCrossEntropyAttribute"/>, or 0 and 1 for one output under
    /// <see cref="BinaryCrossEntropyAttribute"/>.
    /// </summary>
    /// <param name="inputs">Count × feature length values.</param>
    /// <param name="labels">Count classes, counted from zero; −100 for samples of no class, unless <see cref="SoftmaxCrossEntropyAttribute.IgnoreLabel"/> is another label.</param>
    /// <param name="featureLength">How many values a sample has.</param>
    /// <exception cref="ArgumentOutOfRangeException">The feature length is not positive.</exception>
    /// <exception cref="ArgumentException">The inputs are no whole number of samples, or there is not one label for each.</exception>
    public static Dataset FromLabels(ReadOnlyMemory<float> inputs, ReadOnlyMemory<int> labels, int featureLength)
    {
        int count = CountSamples(inputs.Length, featureLength);
        if (labels.Length != count)
        {
            throw new ArgumentException(
                $"There {Counted.Are(count)} {Counted.Text(count, "sample")} ({Counted.Text(inputs.Length, "input")} of {featureLength} per sample) but {Counted.Text(labels.Length, "label")}. Give one label for each sample.", nameof(labels));
        }

        return new Dataset(inputs, labels, default, featureLength, 0);
    }

    /// <summary>Samples with the targets that a network should produce.</summary>
    /// <param name="inputs">Count × feature length values.</param>
    /// <param name="targets">Count × target length values.</param>
    /// <param name="featureLength">How many values a sample has.</param>
    /// <param name="targetLength">How many values a sample's target has.</param>
    /// <exception cref="ArgumentOutOfRangeException">A length is not positive.</exception>
    /// <exception cref="ArgumentException">The inputs or the targets are no whole number of samples, or they differ in samples.</exception>
    public static Dataset FromTargets(ReadOnlyMemory<float> inputs, ReadOnlyMemory<float> targets, int featureLength, int targetLength)
    {
        int count = CountSamples(inputs.Length, featureLength);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(targetLength);
        if (targets.Length != (long)count * targetLength)
        {
            throw new ArgumentException(
                $"There {Counted.Are(count)} {Counted.Text(count, "sample")} ({Counted.Text(inputs.Length, "input")} of {featureLength} per sample), which {Counted.Need(count)} {Counted.Text((long)count * targetLength, "target")} of {targetLength} per sample, but {targets.Length} {Counted.Were(targets.Length)} given. Give {Counted.Text(targetLength, "target")} for each sample.",
                nameof(targets));
        }

        return new Dataset(inputs, default, targets, featureLength, targetLength);
    }

    /// <summary>Samples for a network with named inputs and outputs: a column for each input, and for each output that a loss is of.</summary>
    /// <param name="columns">The columns, all of as many samples.</param>
    /// <exception cref="ArgumentException">There is no column, two have one name, or they differ in samples.</exception>
    /// <example><code>Dataset.FromColumns(new("image", pixels, 784), new("numbers", numbers, 10), new("policy", moves), new("value", results, 1))</code></example>
    public static Dataset FromColumns(params ReadOnlySpan<DataColumn> columns)
    {
        if (columns.IsEmpty)
            throw new ArgumentException("There is no column. Give one for each input, and for each output that a loss is of.", nameof(columns));
        HashSet<(string, bool)> names = [];
        foreach (DataColumn column in columns)
        {
            if (!names.Add((column.Name, column.HasWeights)))
                throw new ArgumentException($"There are two columns with the name {column.Name}. Give each input and output one.", nameof(columns));
            if (column.Count != columns[0].Count)
            {
                throw new ArgumentException(
                    $"{columns[0].Name} has {Counted.Text(columns[0].Count, "sample")}, but {column.Name} has {column.Count}. Give all columns the same samples.", nameof(columns));
            }
        }

        return new Dataset([.. columns]);
    }

    /// <summary>The same samples, which count more or less: the mean of the loss is then one over their weights, so that a weight of 2 is the same as the sample twice.</summary>
    /// <param name="weights">A weight for each sample, finite and at least 0.</param>
    /// <exception cref="ArgumentException">There is not one weight for each sample, or one is negative or not finite.</exception>
    /// <exception cref="InvalidOperationException">The dataset has named columns.</exception>
    /// <example><code>var train = Dataset.FromLabels(pixels, digits, featureLength: 784).WithWeights(weights);</code></example>
    public Dataset WithWeights(ReadOnlyMemory<float> weights)
    {
        if (!Columns.IsEmpty)
            throw new InvalidOperationException("This dataset has named columns, and the samples of each output have weights of their own. Add a column of them to Dataset.FromColumns, by DataColumn.OfWeights.");
        if (weights.Length != Count)
            throw new ArgumentException($"There {Counted.Are(Count)} {Counted.Text(Count, "sample")} but {Counted.Text(weights.Length, "weight")}. Give one weight for each sample.", nameof(weights));
        int wrong = ValueSearch.IndexOutside(weights.Span, 0, float.MaxValue);
        if (wrong >= 0)
            throw new ArgumentException(FormattableString.Invariant($"The weight of sample {wrong} is {weights.Span[wrong]}. Give each sample a finite weight of at least 0."), nameof(weights));
        return new Dataset(Inputs, Labels, Targets, FeatureLength, TargetLength) { Weights = weights, Lengths = Lengths };
    }

    /// <summary>
    /// The same sequences, of unequal lengths: of each the first frames count, as many as its length says, and what is behind is neither read nor counted. Frames
    /// come one after the other in a sample, whose feature length has room for the longest sequence.
    /// </summary>
    /// <param name="lengths">How many frames each sequence has, 1 at least.</param>
    /// <exception cref="ArgumentException">There is not one length for each sequence, or one is not positive.</exception>
    /// <exception cref="InvalidOperationException">The dataset has named columns.</exception>
    /// <example><code>var train = Dataset.FromLabels(frames, digits, featureLength: 50 * 13).WithLengths(lengths);</code></example>
    public Dataset WithLengths(ReadOnlyMemory<int> lengths)
    {
        if (!Columns.IsEmpty)
            throw new InvalidOperationException("This dataset has named columns, and networks with named inputs take no sequences. Make the dataset by Dataset.FromLabels or Dataset.FromTargets.");
        if (lengths.Length != Count)
            throw new ArgumentException($"There {Counted.Are(Count)} {Counted.Text(Count, "sample")} but {Counted.Text(lengths.Length, "length")}. Give one length for each sample.", nameof(lengths));
        int wrong = lengths.Span.IndexOfAnyExceptInRange(1, FeatureLength);
        if (wrong >= 0)
            throw new ArgumentException($"The length of sample {wrong} is {lengths.Span[wrong]}, but a sequence has one frame at least, and no more than the {Counted.Text(FeatureLength, "value")} of a sample. Give each sequence its number of frames.", nameof(lengths));
        return new Dataset(Inputs, Labels, Targets, FeatureLength, TargetLength) { Weights = Weights, Lengths = lengths };
    }

    /// <summary>The input of one sample.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sample.</exception>
    public ReadOnlySpan<float> Input(int sample) => Inputs.Span.Slice(Checked(sample) * FeatureLength, FeatureLength);

    /// <summary>The target of one sample; empty if samples have labels.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sample.</exception>
    public ReadOnlySpan<float> Target(int sample) => Targets.Span.Slice(Checked(sample) * TargetLength, TargetLength);

    /// <summary>A view of consecutive samples.</summary>
    /// <param name="start">The first sample.</param>
    /// <param name="count">How many.</param>
    /// <exception cref="ArgumentOutOfRangeException">They are not all there.</exception>
    public Dataset Slice(int start, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, Count);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count - start);
        if (!Columns.IsEmpty)
            return new Dataset([.. Columns.Select(column => column.Slice(start, count))]);
        return new Dataset(
            Inputs.Slice(start * FeatureLength, count * FeatureLength),
            HasLabels ? Labels.Slice(start, count) : default,
            Targets.Slice(start * TargetLength, count * TargetLength),
            FeatureLength,
            TargetLength)
        {
            Weights = Weights.IsEmpty ? default : Weights.Slice(start, count),
            Lengths = Lengths.IsEmpty ? default : Lengths.Slice(start, count),
        };
    }

    /// <summary>Divides the samples at random into two datasets, which are copies.</summary>
    /// <param name="count">How many samples the first one gets.</param>
    /// <param name="seed">The same seed gives the same division on every machine.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer samples than that.</exception>
    /// <example><code>var (train, validation) = all.Split(50_000, seed: 1);</code></example>
    public (Dataset First, Dataset Second) Split(int count, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count);
        int[] order = new int[Count];
        SampleOrder.Shuffle(order, seed);
        return (Copy(order.AsSpan(0, count)), Copy(order.AsSpan(count)));
    }

    /// <summary>Copies samples, in the order given, to where a network can take them as one batch.</summary>
    /// <param name="samples">Which samples, counted from zero.</param>
    /// <param name="inputs">As many samples × feature length values.</param>
    /// <param name="labels">As many labels.</param>
    /// <exception cref="InvalidOperationException">The samples have targets.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit together.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sample.</exception>
    public void Gather(ReadOnlySpan<int> samples, Span<float> inputs, Span<int> labels)
    {
        if (!HasLabels)
            throw new InvalidOperationException("This dataset has no labels of one output. Gather its targets, or make it by Dataset.FromLabels.");
        if (labels.Length != samples.Length)
            throw new ArgumentException($"{Counted.Text(samples.Length, "sample")} {Counted.Need(samples.Length)} room for as many labels, but there is room for {labels.Length}.", nameof(labels));
        GatherInputs(samples, inputs);
        ReadOnlySpan<int> all = Labels.Span;
        for (int i = 0; i < samples.Length; i++)
            labels[i] = all[samples[i]];
    }

    /// <summary>Copies samples, in the order given, to where a network can take them as one batch.</summary>
    /// <param name="samples">Which samples, counted from zero.</param>
    /// <param name="inputs">As many samples × feature length values.</param>
    /// <param name="targets">As many samples × target length values.</param>
    /// <exception cref="InvalidOperationException">The samples have labels.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit together.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sample.</exception>
    public void Gather(ReadOnlySpan<int> samples, Span<float> inputs, Span<float> targets)
    {
        if (HasLabels || !Columns.IsEmpty)
            throw new InvalidOperationException("This dataset has no targets of one output. Gather its labels, or make it by Dataset.FromTargets.");
        if (targets.Length != (long)samples.Length * TargetLength)
        {
            throw new ArgumentException(
                $"{Counted.Text(samples.Length, "sample")} {Counted.Need(samples.Length)} room for {Counted.Text((long)samples.Length * TargetLength, "target")}, but there is room for {targets.Length}.", nameof(targets));
        }

        GatherInputs(samples, inputs);
        for (int i = 0; i < samples.Length; i++)
            Target(samples[i]).CopyTo(targets[(i * TargetLength)..]);
    }

    /// <summary>One line: how many samples there are, and of what.</summary>
    public override string ToString() => !Columns.IsEmpty ? $"{Counted.Text(Count, "sample")} of {string.Join(", ", Columns)}" : FormattableString.Invariant(
        $"{Counted.Text(Count, "sample")} of {Counted.Text(FeatureLength, "feature")}, {(HasLabels ? "with labels" : $"with {Counted.Text(TargetLength, "target")} each")}{(Weights.IsEmpty ? "" : ", weighted")}{(Lengths.IsEmpty ? "" : ", of unequal lengths")}");

    /// <summary>The same samples, with each label as a target of one value.</summary>
    internal Dataset WithLabelsAsTargets()
    {
        ReadOnlySpan<int> labels = Labels.Span;
        float[] targets = new float[labels.Length];
        for (int i = 0; i < targets.Length; i++)
            targets[i] = labels[i];
        return new Dataset(Inputs, default, targets, FeatureLength, 1) { Weights = Weights, Lengths = Lengths };
    }

    /// <summary>A hash of the samples: equal ones have the same in every process, wherever they are stored; others differ but for one chance in four billion.</summary>
    internal int Fingerprint()
    {
        SampleHash hash = new();
        hash.Add<int>([FeatureLength, TargetLength]);
        hash.Add(Inputs.Span);
        hash.Add(Labels.Span);
        hash.Add(Targets.Span);
        hash.Add(Weights.Span);
        hash.Add(Lengths.Span);
        foreach (DataColumn column in Columns)
        {
            hash.Add<char>(column.Name);
            hash.Add<int>([column.Length, column.HasWeights ? 1 : 0]);
            hash.Add(column.Values.Span);
            hash.Add(column.Integers.Span);
        }

        return hash.Value;
    }

    /// <summary>Copies how much samples count, where they have weights.</summary>
    internal void GatherWeights(ReadOnlySpan<int> samples, Span<float> weights)
    {
        ReadOnlySpan<float> all = Weights.Span;
        for (int i = 0; i < weights.Length; i++)
            weights[i] = all[samples[i]];
    }

    /// <summary>Copies how many frames sequences have, where they have lengths.</summary>
    internal void GatherLengths(ReadOnlySpan<int> samples, Span<int> lengths)
    {
        ReadOnlySpan<int> all = Lengths.Span;
        for (int i = 0; i < lengths.Length; i++)
            lengths[i] = all[samples[i]];
    }

    private static int CountSamples(int inputs, int featureLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(featureLength);
        if (inputs % featureLength != 0)
        {
            throw new ArgumentException(
                $"{Counted.Text(inputs, "input")} {Counted.Are(inputs)} not a multiple of the {featureLength} per sample ({inputs % featureLength} {Counted.Are(inputs % featureLength)} left over). Give featureLength values for each sample.",
                nameof(inputs));
        }

        return inputs / featureLength;
    }

    private void GatherInputs(ReadOnlySpan<int> samples, Span<float> inputs)
    {
        if (inputs.Length != (long)samples.Length * FeatureLength)
        {
            throw new ArgumentException(
                $"{Counted.Text(samples.Length, "sample")} {Counted.Need(samples.Length)} room for {Counted.Text((long)samples.Length * FeatureLength, "input")}, but there is room for {inputs.Length}.", nameof(inputs));
        }

        for (int i = 0; i < samples.Length; i++)
            Input(samples[i]).CopyTo(inputs[(i * FeatureLength)..]);
    }

    private Dataset Copy(ReadOnlySpan<int> samples)
    {
        if (!Columns.IsEmpty)
        {
            ImmutableArray<DataColumn>.Builder columns = ImmutableArray.CreateBuilder<DataColumn>();
            foreach (DataColumn column in Columns)
                columns.Add(column.Copy(samples));
            return new Dataset(columns.ToImmutable());
        }

        float[] inputs = new float[samples.Length * FeatureLength];
        int[] labels = new int[HasLabels ? samples.Length : 0];
        float[] targets = new float[samples.Length * TargetLength];
        if (HasLabels)
            Gather(samples, inputs, labels);
        else
            Gather(samples, inputs, targets);
        float[] weights = new float[Weights.IsEmpty ? 0 : samples.Length];
        GatherWeights(samples, weights);
        int[] lengths = new int[Lengths.IsEmpty ? 0 : samples.Length];
        GatherLengths(samples, lengths);
        return new Dataset(inputs, labels, targets, FeatureLength, TargetLength) { Weights = weights, Lengths = lengths };
    }

    private int Checked(int sample)
    {
        if ((uint)sample >= (uint)Count)
            throw new ArgumentOutOfRangeException(nameof(sample), sample, $"The dataset has {Counted.Text(Count, "sample")}, counted from zero.");
        return sample;
    }
}
