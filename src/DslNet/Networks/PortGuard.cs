using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DslNet.CompilerServices;

/// <summary>Checks what callers pass to a network with named ports, port by port: for generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PortGuard
{
    private static ReadOnlySpan<float> One => [1];

    /// <summary>The number of samples, by what the first input has.</summary>
    public static int CountSamples(int actual, int length, string name, string noun = "value") => actual % length == 0
        ? actual / length
        : throw new ArgumentException($"{name} has {Counted.Text(actual, noun)}, not a multiple of the {Counted.Text(length, noun)} per sample.", name);

    /// <summary>Refuses tokens that are not of the vocabulary.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is one.</exception>
    public static void CheckTokens(ReadOnlySpan<int> tokens, int length, int vocabulary, string name) => TokenRule.Check(tokens, length, vocabulary, name);

    /// <summary>Checks memory that must be there.</summary>
    public static void CheckLength(int actual, int count, int length, string name, string noun = "value")
    {
        if (actual != (long)count * length)
            throw new ArgumentException($"{name} has {Counted.Text(actual, noun)}, but {Counted.Text(count, "sample")} of {length} {Counted.Are(count)} {(long)count * length}.", name);
    }

    /// <summary>Checks memory that may be left out.</summary>
    public static void CheckOptional(int actual, int count, int length, string name)
    {
        if (actual != 0)
            CheckLength(actual, count, length, name);
    }

    /// <summary>Refuses memory that is written while it is read, or written twice.</summary>
    public static void CheckApart(ReadOnlySpan<float> other, ReadOnlySpan<float> written, string name)
    {
        if (other.Overlaps(written))
            throw new ArgumentException($"{name} overlaps memory that is used meanwhile. Pass separate memory.", name);
    }

    /// <summary>Refuses labels or tokens that are overwritten: after they were checked they would become offsets to anywhere.</summary>
    public static void CheckApart(ReadOnlySpan<int> integers, ReadOnlySpan<float> written, string name) => CheckApart(MemoryMarshal.Cast<int, float>(integers), written, name);

    /// <summary>Whether an input is in some memory.</summary>
    public static bool Overlap(ReadOnlySpan<int> tokens, ReadOnlySpan<float> memory) => MemoryMarshal.Cast<int, float>(tokens).Overlaps(memory);

    /// <summary>How much the first sample counts, and how far behind the next one's weight is: without any weights there is one, of 1, for all samples.</summary>
    public static ref float Weights(ReadOnlySpan<float> weights, out int stride)
    {
        stride = weights.IsEmpty ? 0 : 1;
        return ref MemoryMarshal.GetReference(weights.IsEmpty ? One : weights);
    }

    /// <summary>What a loss of targets is multiplied by: its weight over what its mean is taken over; zero where there are no targets.</summary>
    public static double ShareOf(
        LossDescription loss, int count, ReadOnlySpan<float> targets, ReadOnlySpan<float> weights, int outputLength, int valuesPerSample, string name, string weightName)
    {
        if (targets.IsEmpty)
            return 0;
        CheckTargets(loss, count, targets, outputLength, name);
        CheckWeights(weights, count, weightName);
        return Share(loss, LossMean.Counted(count, weights) * valuesPerSample);
    }

    /// <summary>What a loss of labels or of targets is multiplied by; zero where there are neither.</summary>
    public static double ShareOf(
        LossDescription loss, int count, ReadOnlySpan<float> targets, ReadOnlySpan<int> labels, ReadOnlySpan<float> weights, int classes, string targetName, string labelName, string weightName)
    {
        if (labels.IsEmpty)
            return ShareOf(loss, count, targets, weights, classes, valuesPerSample: 1, targetName, weightName);
        if (!targets.IsEmpty)
            throw new ArgumentException($"{labelName} and {targetName} are both given, but the {loss} of {loss.Of} compares with one of them. Leave one out.", targetName);
        if (labels.Length != count)
            throw new ArgumentException($"There {Counted.Are(count)} {Counted.Text(count, "sample")} but {Counted.Text(labels.Length, "label")} in {labelName}. Pass one label for each sample.", labelName);
        for (int i = 0; i < labels.Length; i++)
        {
            if ((uint)labels[i] >= (uint)classes && labels[i] != loss.IgnoreLabel)
            {
                throw new ArgumentException(
                    $"{labelName}[{i}] is {labels[i]}, but {loss.Of} has {Counted.Text(classes, "class", "classes")}: labels go from 0 to {classes - 1}, and {loss.IgnoreLabel} leaves a sample out.", labelName);
            }
        }

        CheckWeights(weights, count, weightName);
        return Share(loss, loss.Counted(labels, weights));
    }

    /// <summary>Refuses to learn where a loss has nothing to compare its output with.</summary>
    public static void CheckGiven(double share, string output)
    {
        if (share == 0)
            throw new ArgumentException($"There is nothing to compare {output} with. Give its targets or labels for each sample.", "samples");
    }

    /// <summary>Refuses a loss of nothing.</summary>
    public static void CheckSomeGiven(double shares)
    {
        if (shares == 0)
            throw new ArgumentException("There is nothing to compare outputs with, so there is no loss. Give targets or labels for each sample.", "samples");
    }

    private static void CheckTargets(LossDescription loss, int count, ReadOnlySpan<float> targets, int outputLength, string name)
    {
        CheckLength(targets.Length, count, outputLength, name);
        int wrong = TargetRule.FirstWrong(loss, targets, outputLength);
        if (wrong >= 0)
            throw new ArgumentException(TargetRule.Describe(loss, targets, outputLength, wrong, $" of {name}"), name);
    }

    /// <summary>Where nothing counts there is nothing to learn; something is given all the same.</summary>
    private static double Share(LossDescription loss, double counted) => counted == 0 ? double.Epsilon : loss.Weight / counted;

    /// <summary>Checks how much each sample counts, which may be left out.</summary>
    internal static void CheckWeights(ReadOnlySpan<float> weights, int count, string name)
    {
        CheckOptional(weights.Length, count, 1, name);
        int wrong = ValueSearch.IndexOutside(weights, 0, float.MaxValue);
        if (wrong >= 0)
            throw new ArgumentException(FormattableString.Invariant($"{name}[{wrong}] is {weights[wrong]}. Give each sample a finite weight of at least 0."), name);
    }
}
