using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DslNet.CompilerServices;

/// <summary>Checks what callers pass to a network, before a kernel that checks nothing sees it: for generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class NetworkGuard
{
    /// <summary>Checks a prediction's memory and returns the number of samples.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int CheckPrediction(ReadOnlySpan<float> inputs, int inputLength, ReadOnlySpan<float> outputs, int outputLength)
    {
        // Of the time that one sample of a small network takes, a call and two divisions would be a noticeable part.
        int count = inputs.Length == inputLength && outputs.Length == outputLength ? 1 : CheckLengths(inputs.Length, inputLength, outputs.Length, outputLength);
        CheckApart(inputs, outputs, nameof(outputs));
        return count;
    }

    /// <summary>Checks the memory of a loss with one target per output, and that the loss takes these targets, and returns the number of samples.</summary>
    public static int CheckLoss(
        ReadOnlySpan<float> inputs, int inputLength, ReadOnlySpan<float> targets, int outputLength, ReadOnlySpan<float> outputs, ReadOnlySpan<float> weights, LossDescription loss)
    {
        int count = SomeSamples(inputs.Length, inputLength);
        CheckLength(targets.Length, count, outputLength, nameof(targets));
        CheckOutputs(inputs, count, outputs, outputLength);
        CheckApart(targets, outputs, nameof(outputs));
        int wrong = TargetRule.FirstWrong(loss, targets, outputLength);
        if (wrong >= 0)
            throw new ArgumentException(TargetRule.Describe(loss, targets, outputLength, wrong, ""), nameof(targets));
        CheckWeights(weights, count, outputs);
        return count;
    }

    /// <summary>Checks the memory of a loss with one label per sample, a class or the label of those that are left out, and returns the number of samples.</summary>
    public static int CheckLoss(ReadOnlySpan<float> inputs, int inputLength, ReadOnlySpan<int> labels, int outputLength, ReadOnlySpan<float> outputs, ReadOnlySpan<float> weights, int ignored)
    {
        int count = SomeSamples(inputs.Length, inputLength);
        if (labels.Length != count)
            throw new ArgumentException($"There {Counted.Are(count)} {Counted.Text(count, "sample")} (inputs has {Counted.Text(inputs.Length, "value")}, {inputLength} per sample) but {Counted.Text(labels.Length, "label")}. Pass one label for each sample.", nameof(labels));
        CheckLabels(labels, 0, count, outputLength, ignored);

        // A label that were overwritten after it was checked would become an offset to anywhere.
        CheckOutputs(inputs, count, outputs, outputLength);
        CheckApart(MemoryMarshal.Cast<int, float>(labels), outputs, nameof(outputs));
        CheckWeights(weights, count, outputs);
        return count;
    }

    /// <summary>Checks the memory of one frame.</summary>
    public static void CheckFrame(SequenceState state, ReadOnlySpan<float> frame, int inputLength, ReadOnlySpan<float> output, int outputLength)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (frame.Length != inputLength)
            throw new ArgumentException($"frame has {Counted.Text(frame.Length, "value")}, but a frame has {inputLength}. Pass one frame, or call Process with a block of frames.", nameof(frame));
        if (output.Length != outputLength)
            throw new ArgumentException($"output has {Counted.Text(output.Length, "value")}, but the output of a frame has {outputLength}.", nameof(output));
        CheckApart(frame, output, nameof(output));
    }

    /// <summary>Checks the memory of a block of frames, and returns their number.</summary>
    public static int CheckBlock(SequenceState state, ReadOnlySpan<float> block, int inputLength, ReadOnlySpan<float> outputs, int outputLength)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (block.Length % inputLength != 0)
            throw new ArgumentException($"block has {Counted.Text(block.Length, "value")}, not a multiple of the {Counted.Text(inputLength, "value")} per frame.", nameof(block));
        int count = block.Length / inputLength;
        if (outputs.Length != (long)count * outputLength)
            throw new ArgumentException($"outputs has {Counted.Text(outputs.Length, "value")}, but {Counted.Text(count, "frame")} of {outputLength} {Counted.Are(count)} {(long)count * outputLength}.", nameof(outputs));
        CheckApart(block, outputs, nameof(outputs));
        return count;
    }

    /// <summary>Refuses a training step of one sample, of which a layer that normalizes each value over the samples would make zeros.</summary>
    public static void CheckBatch(int count, string layer)
    {
        if (count < BatchRule.Least)
            throw new ArgumentException(BatchRule.OfStep(layer), "inputs");
    }

    /// <summary>Checks the memory that receives the gradient of the inputs, beside inputs, targets and weights that were checked.</summary>
    public static void CheckInputGradients(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<float> weights, ReadOnlySpan<float> inputGradients)
    {
        CheckInputGradients(inputs, weights, inputGradients);
        CheckApart(targets, inputGradients, nameof(inputGradients));
    }

    /// <summary>Checks the memory that receives the gradient of the inputs, beside inputs, labels and weights that were checked.</summary>
    public static void CheckInputGradients(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, ReadOnlySpan<float> weights, ReadOnlySpan<float> inputGradients)
    {
        CheckInputGradients(inputs, weights, inputGradients);
        CheckApart(MemoryMarshal.Cast<int, float>(labels), inputGradients, nameof(inputGradients));
    }

    /// <summary>Refuses memory of the network itself where it is written or cleared while the caller's is in use.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CheckForeign(ReadOnlySpan<float> own, ReadOnlySpan<float> callers, string name)
    {
        if (own.Overlaps(callers))
            ThrowForeign(name);
    }

    /// <summary>Refuses memory of the network itself: a label that were overwritten after it was checked would become an offset to anywhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CheckForeign(ReadOnlySpan<float> own, ReadOnlySpan<int> labels, string name) => CheckForeign(own, MemoryMarshal.Cast<int, float>(labels), name);

    /// <summary>What a network without a loss says to who wants to train it.</summary>
    public static InvalidOperationException NoLoss(string network) =>
        new($"{network} declares no loss. Add one to its declaration, such as [MeanSquaredError] or [SoftmaxCrossEntropy].");

    /// <summary>What a network whose loss takes no labels says.</summary>
    public static InvalidOperationException NoLabels(string network) =>
        new($"{network}'s loss takes no class labels. Pass one target for each output, or declare [SoftmaxCrossEntropy].");

    /// <summary>What a network with named ports, or with tokens, says to who passes one span of values in and one out.</summary>
    public static InvalidOperationException NamedPorts(string network, string call) =>
        new($"{network} has named inputs or outputs, which this method does not know. Call the methods of its class, such as {call}.");

    /// <summary>What a network with tokens says to who passes values.</summary>
    public static InvalidOperationException Tokens(string network, string call) =>
        new($"{network} has inputs of tokens, and this method takes values. Call the methods of its class, such as {call}.");

    /// <summary>What a network that could not be built says.</summary>
    public static InvalidOperationException Invalid(string message) => new(message);

    private static void CheckInputGradients(ReadOnlySpan<float> inputs, ReadOnlySpan<float> weights, ReadOnlySpan<float> inputGradients)
    {
        if (inputGradients.Length != inputs.Length)
            throw new ArgumentException($"inputs has {Counted.Text(inputs.Length, "value")} but inputGradients has {inputGradients.Length}. They must have the same length.", nameof(inputGradients));
        CheckApart(inputs, inputGradients, nameof(inputGradients));
        CheckApart(weights, inputGradients, nameof(inputGradients));
    }

    /// <summary>Checks that some neighbouring labels are classes, or that of what is left out.</summary>
    internal static void CheckLabels(ReadOnlySpan<int> labels, int first, int count, int classes, int ignored)
    {
        for (int i = first; i < first + count; i++)
        {
            if ((uint)labels[i] >= (uint)classes && labels[i] != ignored)
                throw new ArgumentException($"labels[{i}] is {labels[i]}, but the network has {Counted.Text(classes, "class", "classes")}: labels go from 0 to {classes - 1}, and {ignored} leaves a sample out.", nameof(labels));
        }
    }

    private static void CheckWeights(ReadOnlySpan<float> weights, int count, ReadOnlySpan<float> outputs)
    {
        if (weights.IsEmpty)
            return;
        PortGuard.CheckWeights(weights, count, nameof(weights));
        CheckApart(weights, outputs, nameof(outputs));
    }

    private static int CheckLengths(int inputs, int inputLength, int outputs, int outputLength)
    {
        int count = Samples(inputs, inputLength);
        CheckLength(outputs, count, outputLength, nameof(outputs));
        return count;
    }

    private static int Samples(int length, int inputLength)
    {
        if (length % inputLength != 0)
            throw new ArgumentException($"inputs has {Counted.Text(length, "value")}, not a multiple of the {Counted.Text(inputLength, "value")} per sample.", "inputs");
        return length / inputLength;
    }

    private static int SomeSamples(int length, int inputLength)
    {
        if (length == 0)
            throw new ArgumentException($"inputs is empty, but the mean loss needs at least one sample. Pass samples × {inputLength} values.", "inputs");
        return Samples(length, inputLength);
    }

    private static void CheckOutputs(ReadOnlySpan<float> inputs, int count, ReadOnlySpan<float> outputs, int outputLength)
    {
        if (outputs.IsEmpty)
            return;
        CheckLength(outputs.Length, count, outputLength, nameof(outputs));
        CheckApart(inputs, outputs, nameof(outputs));
    }

    private static void CheckLength(int length, int count, int sampleLength, string name)
    {
        if (length != (long)count * sampleLength)
            throw new ArgumentException($"{name} has {Counted.Text(length, "value")}, but {Counted.Text(count, "sample")} of {sampleLength} {Counted.Are(count)} {(long)count * sampleLength}.", name);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void CheckApart(ReadOnlySpan<float> one, ReadOnlySpan<float> other, string name)
    {
        if (one.Overlaps(other))
            ThrowOverlap(name);
    }

    private static void ThrowOverlap(string name) =>
        throw new ArgumentException($"{name} overlaps memory that is read meanwhile. Pass separate memory.", name);

    private static void ThrowForeign(string name) =>
        throw new ArgumentException($"{name} is memory of the network itself. Pass memory of your own.", name);
}
