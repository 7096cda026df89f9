using DslNet.Generators.Tests.Harness;
using DslNet.Generators.Tests.Oracle;

namespace DslNet.Generators.Tests.Values;

/// <summary>
/// Compares sequences among others with the same ones alone, bit for bit: of equal lengths and of unequal ones. What is behind the end of a sequence is NaN, so
/// that nothing may read it, and what is not written stays as it was.
/// </summary>
internal static class SequenceCheck
{
    private const int Sequences = 3;

    private const float Untouched = 1234.5f;

    /// <param name="network">The network.</param>
    /// <param name="oracle">What it is.</param>
    /// <param name="samples">The frames of all sequences.</param>
    /// <param name="random">Draws lengths.</param>
    public static void Run(INetwork network, OracleNetwork oracle, IReadOnlyList<Sample> samples, Random random)
    {
        int frames = samples.Count / Sequences;
        if (frames == 0)
            return;
        Compare(network, oracle, samples, frames, []);
        Compare(network, oracle, samples, frames, [.. Enumerable.Range(0, Sequences).Select(_ => random.Next(1, frames + 1))]);
    }

    private static void Compare(INetwork network, OracleNetwork oracle, IReadOnlyList<Sample> samples, int frames, int[] lengths)
    {
        int inputLength = oracle.Input.Length, outputLength = oracle.Output.Length, each = oracle.IsReduced ? 1 : frames;
        float[] inputs = new float[Sequences * frames * inputLength], outputs = new float[Sequences * each * outputLength], targets = new float[outputs.Length];
        int[] labels = new int[Sequences * each];
        Array.Fill(inputs, float.NaN);
        Array.Fill(outputs, Untouched);
        Array.Fill(targets, float.NaN);
        Array.Fill(labels, int.MaxValue);
        (float[] Inputs, float[] Targets, int[] Labels, double Counted)[] alone = new (float[], float[], int[], double)[Sequences];
        for (int sequence = 0; sequence < Sequences; sequence++)
        {
            IReadOnlyList<Sample> own = [.. samples.Skip(sequence * frames).Take(lengths.Length > 0 ? lengths[sequence] : frames)], judged = oracle.Judged(own, own.Count);
            alone[sequence] = (
                [.. own.SelectMany(frame => frame.Input).Select(value => (float)value)], [.. judged.SelectMany(output => output.Target).Select(value => (float)value)],
                oracle.Loss is { TakesLabels: true } loss ? [.. judged.Select(output => loss.LabelOf(output.Target))] : [],
                judged.Sum(output => oracle.Loss?.Counted(oracle.Output, output.Target) ?? 1));
            alone[sequence].Inputs.CopyTo(inputs, sequence * frames * inputLength);
            alone[sequence].Targets.CopyTo(targets, sequence * each * outputLength);
            alone[sequence].Labels.CopyTo(labels, sequence * each);
        }

        NetworkCalls.Predict(network, inputs, outputs, frames, lengths);
        for (int sequence = 0; sequence < Sequences; sequence++)
        {
            float[] expected = new float[alone[sequence].Targets.Length];
            NetworkCalls.Predict(network, alone[sequence].Inputs, expected);
            ReadOnlySpan<float> all = outputs.AsSpan(sequence * each * outputLength, each * outputLength);
            Closeness.VerifyBits($"sequence {sequence} of {Sequences}, {(lengths.Length > 0 ? $"of {lengths[sequence]} frames" : "of all frames")}", expected, all[..expected.Length]);
            Assert.All(all[expected.Length..].ToArray(), value => Assert.Equal(Untouched, value));
        }

        if (oracle.Loss is { } ofLoss)
            CompareLosses(network, ofLoss.TakesLabels, inputs, targets, labels, frames, lengths, alone);
    }

    /// <summary>The loss and the gradients are means over outputs, and so the means of those of each sequence by its outputs, but for rounding.</summary>
    private static void CompareLosses(
        INetwork network, bool byLabels, float[] inputs, float[] targets, int[] labels, int frames, int[] lengths, (float[] Inputs, float[] Targets, int[] Labels, double Counted)[] alone)
    {
        float[] outputs = new float[targets.Length];
        float loss = NetworkCalls.ComputeLoss(network, inputs, targets, byLabels ? labels : [], outputs, frames, lengths);
        float ofTraining = NetworkCalls.ComputeGradients(network, inputs, targets, byLabels ? labels : [], default, 0, frames, lengths);
        float[] gradients = network.Gradients.ToArray();
        double[] sums = new double[gradients.Length];
        double total = 0, count = alone.Sum(each => each.Counted);
        foreach ((float[] Inputs, float[] Targets, int[] Labels, double Counted) each in alone)
        {
            double share = count == 0 ? 0 : each.Counted / count;
            total += share * NetworkCalls.ComputeGradients(network, each.Inputs, each.Targets, byLabels ? each.Labels : [], default);
            for (int i = 0; i < sums.Length; i++)
                sums[i] += share * network.Gradients[i];
        }

        double largest = sums.Select(Math.Abs).Append(1e-3).Max();
        Assert.Equal(total, loss, 1e-4 * Math.Max(1, Math.Abs(total)));
        Assert.Equal(total, ofTraining, 1e-4 * Math.Max(1, Math.Abs(total)));
        for (int i = 0; i < sums.Length; i++)
            Assert.Equal(sums[i], gradients[i], 1e-3 * largest);
    }
}
