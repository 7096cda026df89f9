using System.Buffers;
using DslNet.CompilerServices;

namespace DslNet;

/// <summary>Predictions as classes and probabilities.</summary>
/// <remarks>Like <see cref="INetwork.Predict"/>, these may be called by many threads at once, and allocate nothing after the first calls.</remarks>
public static class NetworkPrediction
{
    private const int SmallOutput = 256;

    /// <summary>The class that a network takes a sample for: the one with the largest output.</summary>
    /// <param name="network">The network; with one output it must declare <see cref="BinaryCrossEntropyAttribute"/> or <see cref="HingeAttribute"/>, and the class is 1 or 0.</param>
    /// <param name="sample">One sample: input length values; of a network with an output for each sequence all frames of one.</param>
    /// <returns>The class, counted from zero; the first of several equal ones. −1 if an output is NaN: such a sample is of no class.</returns>
    /// <exception cref="ArgumentException">It is not one sample.</exception>
    /// <exception cref="InvalidOperationException">The network has one output, and declares no loss of classes.</exception>
    public static int PredictClass(this INetwork network, ReadOnlySpan<float> sample)
    {
        ArgumentNullException.ThrowIfNull(network);
        NetworkDescription description = network.Description;
        bool isSequence = description.Sequence is { IsReduced: true };
        if (isSequence ? sample.IsEmpty || sample.Length % description.InputLength != 0 : sample.Length != description.InputLength)
        {
            throw new ArgumentException(
                $"{description.Name} takes one {(isSequence ? "sequence, frames" : "sample")} of {Counted.Text(description.InputLength, "value")} ({description.Inputs[0].Shape}) here, but {sample.Length} {Counted.Were(sample.Length)} given. Give one sample, or use PredictClasses.",
                nameof(sample));
        }

        int predicted = 0;
        network.PredictClasses(sample, new Span<int>(ref predicted));
        return predicted;
    }

    /// <summary>The classes that a network takes samples for: of each the one with the largest output.</summary>
    /// <param name="network">The network; with one output it must declare <see cref="BinaryCrossEntropyAttribute"/> or <see cref="HingeAttribute"/>, and the class is 1 or 0.</param>
    /// <param name="inputs">samples × input length; of a network with an output for each sequence, as many sequences of one length.</param>
    /// <param name="classes">Receives a class for each sample, counted from zero; −1 for samples with an output that is NaN, which are of no class.</param>
    /// <exception cref="ArgumentException">The lengths do not fit together.</exception>
    /// <exception cref="InvalidOperationException">The network has one output, and declares no loss of classes.</exception>
    public static void PredictClasses(this INetwork network, ReadOnlySpan<float> inputs, Span<int> classes)
    {
        ArgumentNullException.ThrowIfNull(network);
        NetworkDescription description = network.Description;
        if (description.OutputLength == 1 && description.Loss is not { IsOfClasses: true })
        {
            throw new InvalidOperationException(
                $"{description.Name} has 1 output and {description.LossText}, so it predicts no classes. Declare [BinaryCrossEntropy] or [Hinge], or an output for each class.");
        }

        int frames = description.Sequence is { IsReduced: true } ? Math.Max(1, inputs.Length / Math.Max(1, classes.Length) / description.InputLength) : 0;
        if (inputs.Length != (long)classes.Length * description.InputLength * Math.Max(1, frames))
        {
            throw new ArgumentException(
                $"{Counted.Text(classes.Length, "class", "classes")} {Counted.Need(classes.Length)} {Counted.Text((long)classes.Length * description.InputLength, "input")} of {description.InputLength} per sample, but {inputs.Length} {Counted.Were(inputs.Length)} given. Give room for one class a sample.",
                nameof(classes));
        }

        int length = checked(classes.Length * description.OutputLength);
        float[]? rented = length > SmallOutput ? ArrayPool<float>.Shared.Rent(length) : null;
        Span<float> outputs = rented is null ? stackalloc float[SmallOutput] : rented;
        if (frames > 0)
            ((ISequenceNetwork)network).Predict(inputs, outputs[..length], frames);
        else
            network.Predict(inputs, outputs[..length]);
        for (int i = 0; i < classes.Length; i++)
        {
            ReadOnlySpan<float> scores = outputs.Slice(i * description.OutputLength, description.OutputLength);
            classes[i] = scores.Length == 1 ? Decision.OfOutput(description.Loss!, scores[0]) : Decision.ArgMax(scores);
        }

        if (rented is not null)
            ArrayPool<float>.Shared.Return(rented);
    }

    /// <summary>
    /// The outputs as probabilities. A network whose loss is on logits ends without softmax or sigmoid; here it is applied:
    /// softmax under <see cref="SoftmaxCrossEntropyAttribute"/>, sigmoid under <see cref="BinaryCrossEntropyAttribute"/>.
    /// Outputs under another loss stay as they are. Where an output is NaN all probabilities of the sample are NaN under softmax, and that output's own under sigmoid.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="inputs">samples × input length.</param>
    /// <param name="probabilities">Receives samples × output length values; must not overlap the inputs.</param>
    /// <exception cref="ArgumentException">The lengths do not fit together, or they overlap.</exception>
    public static void PredictProbabilities(this INetwork network, ReadOnlySpan<float> inputs, Span<float> probabilities)
    {
        ArgumentNullException.ThrowIfNull(network);
        network.Predict(inputs, probabilities);
        Link(network.Description.Loss, probabilities, network.Description.OutputLength);
    }

    /// <summary>Computes one output of all samples of a dataset, of a network with named ports too.</summary>
    /// <param name="network">The network.</param>
    /// <param name="samples">Samples with all inputs; their targets and labels are not looked at.</param>
    /// <param name="outputs">samples × length of the output.</param>
    /// <param name="output">The name of the output; null for the only one.</param>
    /// <exception cref="ArgumentException">The samples do not fit the network, the lengths do not fit together, or there is no such output.</exception>
    /// <exception cref="InvalidOperationException">The network takes sequences, or has named ports and declares no loss.</exception>
    public static void Predict(this INetwork network, Dataset samples, Memory<float> outputs, string? output = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(samples);
        int length = OutputOf(network.Description, output).Shape.Length;
        if (outputs.Length != (long)samples.Count * length)
            throw new ArgumentException($"{Counted.Text(samples.Count, "sample")} {Counted.Need(samples.Count)} room for {Counted.Text((long)samples.Count * length, "output")}, but there is room for {outputs.Length}.", nameof(outputs));
        if (network.Description.Sequence is not null)
            throw new InvalidOperationException($"{network.Description.Name} takes sequences, and no dataset here. Call its own Predict, with the number of frames.");
        if (!network.Description.HasNamedPorts)
        {
            network.Predict(samples.Inputs.Span, outputs.Span);
            return;
        }

        if (network is not INamedPorts ports)
            throw new InvalidOperationException($"{network.Description.Name} has named ports and declares no loss, so it takes no dataset. Call its own Predict, or declare a loss.");
        PortBatch batch = new(samples, room: 0);
        batch.Take(0, samples.Count);
        batch.Receive(OutputOf(network.Description, output).Name, outputs);
        ports.Predict(batch);
    }

    /// <summary>Computes probabilities of one output of all samples of a dataset, of a network with named ports too: outputs as the loss of that output takes them.</summary>
    /// <param name="network">The network.</param>
    /// <param name="samples">Samples with all inputs; their targets and labels are not looked at.</param>
    /// <param name="probabilities">samples × length of the output.</param>
    /// <param name="output">The name of the output; null for the only one.</param>
    /// <exception cref="ArgumentException">The samples do not fit the network, the lengths do not fit together, or there is no such output.</exception>
    /// <exception cref="InvalidOperationException">The network takes sequences, or has named ports and declares no loss.</exception>
    public static void PredictProbabilities(this INetwork network, Dataset samples, Memory<float> probabilities, string? output = null)
    {
        network.Predict(samples, probabilities, output);
        PortDescription port = OutputOf(network.Description, output);
        LossDescription? loss = network.Description.HasNamedPorts ? network.Description.Losses.FirstOrDefault(loss => loss.Of == port.Name) : network.Description.Loss;
        Link(loss, probabilities.Span, port.Shape.Length);
    }

    private static PortDescription OutputOf(NetworkDescription network, string? name) =>
        name is null && network.Outputs.Length == 1 ? network.Outputs[0]
        : network.Outputs.FirstOrDefault(port => port.Name == name) ?? throw new ArgumentException(
            $"{network.Name} has the {Counted.Noun(network.Outputs.Length, "output")} {string.Join(", ", network.Outputs.Select(port => port.Name))}, {(name is null ? "and none is named" : $"but none with the name {name}")}. Name one.", nameof(name));

    /// <summary>Makes probabilities of what the loss takes.</summary>
    private static void Link(LossDescription? loss, Span<float> outputs, int length)
    {
        switch (loss?.Link)
        {
            case DslNet.Link.Sigmoid:
                Probabilities.Sigmoid(outputs);
                break;
            case DslNet.Link.Softmax:
                for (int start = 0; start < outputs.Length; start += length)
                    Probabilities.Softmax(outputs.Slice(start, length));
                break;
        }
    }
}
