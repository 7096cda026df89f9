using System.ComponentModel;

namespace DslNet.CompilerServices;

/// <summary>Checks what callers pass to a network of sequences, before a kernel that checks nothing sees it: for generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SequenceGuard
{
    /// <summary>Checks the memory of some sequences, and returns how many there are.</summary>
    /// <param name="inputs">All frames.</param>
    /// <param name="inputLength">The values of a frame.</param>
    /// <param name="frames">The frames of each sequence that there is memory for.</param>
    /// <param name="lengths">How many of them each has; empty where it has all.</param>
    /// <exception cref="ArgumentException">They do not fit together.</exception>
    public static int CheckInputs(ReadOnlySpan<float> inputs, int inputLength, int frames, ReadOnlySpan<int> lengths)
    {
        if (inputs.Length % inputLength != 0)
            throw new ArgumentException($"inputs has {Counted.Text(inputs.Length, "value")}, not a multiple of the {Counted.Text(inputLength, "value")} per frame.", nameof(inputs));
        return CheckFrames(inputs.Length / inputLength, "frame", nameof(inputs), frames, lengths);
    }

    /// <summary>Checks that frames are whole sequences, and returns how many there are.</summary>
    internal static int CheckFrames(int count, string frame, string argument, int frames, ReadOnlySpan<int> lengths)
    {
        if (frames < 1)
            throw new ArgumentException($"frames is {frames}, but a sequence has one frame at least.", nameof(frames));
        if (count % frames != 0)
            throw new ArgumentException($"{argument} has {Counted.Text(count, frame)}, not a multiple of the {Counted.Text(frames, frame)} per sequence.", argument);
        CheckLengths(lengths, count / frames, frames);
        return count / frames;
    }

    /// <summary>Checks the memory of outputs.</summary>
    /// <param name="runs">Which outputs there are.</param>
    /// <param name="inputs">All frames.</param>
    /// <param name="outputs">Where outputs go; empty where nobody wants them.</param>
    /// <param name="outputLength">The values of an output.</param>
    /// <exception cref="ArgumentException">They do not fit together.</exception>
    public static void CheckOutputs(OutputRuns runs, ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputs, int outputLength)
    {
        CheckLength(outputs.Length, runs.All, outputLength, nameof(outputs));
        NetworkGuard.CheckApart(inputs, outputs, nameof(outputs));
    }

    /// <summary>Checks the memory of a loss with targets, and that the loss takes these.</summary>
    /// <param name="runs">Which outputs there are.</param>
    /// <param name="inputs">All frames.</param>
    /// <param name="targets">A target for each value of an output.</param>
    /// <param name="outputLength">The values of an output.</param>
    /// <param name="outputs">Where outputs go; empty where nobody wants them.</param>
    /// <param name="weights">How much each output counts; empty where all count alike.</param>
    /// <param name="loss">The loss.</param>
    /// <exception cref="ArgumentException">They do not fit together, or the loss does not take a target.</exception>
    public static void CheckLoss(
        OutputRuns runs, ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, int outputLength, ReadOnlySpan<float> outputs, ReadOnlySpan<float> weights, LossDescription loss)
    {
        CheckSome(runs);
        CheckLength(targets.Length, runs.All, outputLength, nameof(targets));
        for (int run = 0; run < runs.Count; run++)
        {
            (int first, int length) = runs[run];
            int wrong = TargetRule.FirstWrong(loss, targets.Slice(first * outputLength, length * outputLength), outputLength);
            if (wrong >= 0)
                throw new ArgumentException(TargetRule.Describe(loss, targets, outputLength, first * outputLength + wrong, ""), nameof(targets));
        }

        NetworkGuard.CheckApart(targets, outputs, nameof(outputs));
        CheckBeside(runs, inputs, outputLength, outputs, weights);
    }

    /// <summary>Checks the memory of a loss with labels, each a class or the label of those that are left out.</summary>
    /// <param name="runs">Which outputs there are.</param>
    /// <param name="inputs">All frames.</param>
    /// <param name="labels">A label for each output.</param>
    /// <param name="outputLength">The classes.</param>
    /// <param name="outputs">Where outputs go; empty where nobody wants them.</param>
    /// <param name="weights">How much each output counts; empty where all count alike.</param>
    /// <param name="ignored">The label of those that are left out.</param>
    /// <exception cref="ArgumentException">They do not fit together, or a label is no class.</exception>
    public static void CheckLoss(
        OutputRuns runs, ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, int outputLength, ReadOnlySpan<float> outputs, ReadOnlySpan<float> weights, int ignored)
    {
        CheckSome(runs);
        if (labels.Length != runs.All)
            throw new ArgumentException($"There {Counted.Are(runs.All)} {Counted.Text(runs.All, "output")} but {Counted.Text(labels.Length, "label")}. Pass one label for each output.", nameof(labels));
        for (int run = 0; run < runs.Count; run++)
        {
            (int first, int length) = runs[run];
            NetworkGuard.CheckLabels(labels, first, length, outputLength, ignored);
        }

        NetworkGuard.CheckApart(System.Runtime.InteropServices.MemoryMarshal.Cast<int, float>(labels), outputs, nameof(outputs));
        CheckBeside(runs, inputs, outputLength, outputs, weights);
    }

    private static void CheckSome(OutputRuns runs)
    {
        if (runs.All == 0)
            throw new ArgumentException("inputs is empty, but the mean loss needs at least one sequence. Pass sequences × frames × input length values.", "inputs");
    }

    /// <summary>What a loss has beside its inputs and what it is compared with.</summary>
    private static void CheckBeside(OutputRuns runs, ReadOnlySpan<float> inputs, int outputLength, ReadOnlySpan<float> outputs, ReadOnlySpan<float> weights)
    {
        if (!outputs.IsEmpty)
            CheckOutputs(runs, inputs, outputs, outputLength);
        if (weights.IsEmpty)
            return;
        if (weights.Length != runs.All)
            throw new ArgumentException($"There {Counted.Are(runs.All)} {Counted.Text(runs.All, "output")} but {Counted.Text(weights.Length, "weight")}. Pass one weight for each output.", nameof(weights));
        for (int run = 0; run < runs.Count; run++)
        {
            (int first, int length) = runs[run];
            int wrong = ValueSearch.IndexOutside(weights.Slice(first, length), 0, float.MaxValue);
            if (wrong >= 0)
                throw new ArgumentException(FormattableString.Invariant($"weights[{first + wrong}] is {weights[first + wrong]}. Give each output a finite weight of at least 0."), nameof(weights));
        }

        NetworkGuard.CheckApart(weights, outputs, nameof(outputs));
    }

    private static void CheckLengths(ReadOnlySpan<int> lengths, int sequences, int frames)
    {
        if (lengths.IsEmpty)
            return;
        if (lengths.Length != sequences)
            throw new ArgumentException($"There {Counted.Are(sequences)} {Counted.Text(sequences, "sequence")} but {Counted.Text(lengths.Length, "length")}. Pass one length for each sequence.", nameof(lengths));
        int wrong = lengths.IndexOfAnyExceptInRange(1, frames);
        if (wrong >= 0)
            throw new ArgumentException($"lengths[{wrong}] is {lengths[wrong]}, but there is memory for {Counted.Text(frames, "frame")} per sequence. Pass lengths from 1 to {frames}.", nameof(lengths));
    }

    private static void CheckLength(int length, int count, int outputLength, string name)
    {
        if (length != (long)count * outputLength)
            throw new ArgumentException($"{name} has {Counted.Text(length, "value")}, but {Counted.Text(count, "output")} of {outputLength} {Counted.Are(count)} {(long)count * outputLength}.", name);
    }
}
