using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;

namespace DslNet;

/// <summary>Which targets a loss takes: from others it would compute a value without meaning.</summary>
internal static class TargetRule
{
    /// <summary>How far outside of 0 and 1 a probability may be: eight units in the last place of 1, for what computing it in floats has rounded.</summary>
    private const float Rounding = 1e-6f;

    /// <summary>How far from 1 the probabilities of a sample may sum to: they may have been rounded to 16 bits, one by one.</summary>
    private const float Slack = 0.01f;

    /// <summary>The first target that a loss does not take; -1 if it takes them all.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="targets">samples × output length.</param>
    /// <param name="outputLength">The targets of a sample.</param>
    public static int FirstWrong(LossDescription loss, ReadOnlySpan<float> targets, int outputLength) => loss.Target switch
    {
        LossTarget.Probabilities => ValueSearch.IndexOutside(targets, -Rounding, 1 + Rounding),
        LossTarget.Labels or LossTarget.Distribution => FirstNotDistributed(targets, outputLength),
        LossTarget.Signs => FirstNoSign(targets),
        _ => ValueSearch.IndexOfNotFinite(targets),
    };

    /// <summary>What is wrong with it, and what to do.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="targets">samples × output length.</param>
    /// <param name="outputLength">The targets of a sample.</param>
    /// <param name="index">The first wrong target.</param>
    /// <param name="owner">Whose targets they are, with a blank before; may be empty.</param>
    public static string Describe(LossDescription loss, ReadOnlySpan<float> targets, int outputLength, int index, string owner)
    {
        int sample = index / outputLength, output = index % outputLength;
        string place = outputLength == 1 ? Invariant($"sample {sample}{owner}") : Invariant($"output {output} of sample {sample}{owner}");
        string fact = Invariant($"the target of {place} is {targets[index]}");
        if (float.IsNaN(targets[index]))
            return $"{loss} takes finite values, but {fact}. Correct it, or leave the sample out.";
        switch (loss.Target)
        {
            case LossTarget.Probabilities:
                return $"{loss} takes probabilities, from 0 to 1, but {fact}. {RemedyForRange(targets)}";
            case LossTarget.Signs:
                return $"{loss} takes 1 for yes and -1 for no, but {fact}. {RemedyForSigns(targets)}";
            case LossTarget.Labels or LossTarget.Distribution:
                string orLabels = loss.Target == LossTarget.Labels ? ", or give labels" : "";
                ReadOnlySpan<float> row = targets.Slice(sample * outputLength, outputLength);
                return ValueSearch.IndexOutside(row, -Rounding, 1 + Slack) is var outside and >= 0
                    ? Invariant($"{loss} takes a probability for each class, from 0 to 1, but the target of output {outside} of sample {sample}{owner} is {row[outside]}. Give 1 to the right class and 0 to the others{orLabels}.")
                    : Invariant($"{loss} takes a probability for each class, which sum to 1, but those of sample {sample}{owner} sum to {Sum(row)}. Divide them by their sum; for outputs that are independent of each other declare [BinaryCrossEntropy].");
            default:
                return $"{loss} takes finite values, but {fact}. Correct it, or leave the sample out.";
        }
    }

    private static string RemedyForRange(ReadOnlySpan<float> targets)
    {
        float least = float.PositiveInfinity, largest = float.NegativeInfinity;
        foreach (float target in targets)
            (least, largest) = (Math.Min(least, target), Math.Max(largest, target));
        return (least, largest) switch
        {
            ( >= -1 - Rounding and < -Rounding, <= 1 + Rounding) => "Write 0 for -1, which is (target + 1) / 2, or declare [MeanSquaredError].",
            ( >= -Rounding, > 1 + Rounding) => "Divide by the largest value there can be (255 for bytes), or declare [MeanSquaredError].",
            _ => "Give 0 for no and 1 for yes, or declare [MeanSquaredError].",
        };
    }

    private static string RemedyForSigns(ReadOnlySpan<float> targets) => targets.IndexOfAnyExcept(0, 1) < 0
        ? "Write 2 × target - 1, or declare [BinaryCrossEntropy], which takes 0 and 1."
        : "Correct it, or declare [MeanSquaredError], which takes any value.";

    private static int FirstNoSign(ReadOnlySpan<float> targets) => targets.IndexOfAnyExcept(-1, 1);

    /// <summary>The first target that is no probability, or the first one of a sample whose probabilities do not sum to 1.</summary>
    private static int FirstNotDistributed(ReadOnlySpan<float> targets, int classes)
    {
        int outside = ValueSearch.IndexOutside(targets, -Rounding, 1 + Slack);
        int end = outside < 0 ? targets.Length : outside - outside % classes;
        for (int start = 0; start < end; start += classes)
        {
            if (!(Math.Abs(Sum(targets.Slice(start, classes)) - 1) <= Slack))
                return start;
        }

        return outside;
    }

    private static float Sum(ReadOnlySpan<float> row)
    {
        ReadOnlySpan<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(row);
        Vector<float> sums = Vector<float>.Zero;
        foreach (Vector<float> vector in vectors)
            sums += vector;
        float sum = vectors.IsEmpty ? 0 : Vector.Sum(sums);
        foreach (float probability in row[(vectors.Length * Vector<float>.Count)..])
            sum += probability;
        return sum;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
