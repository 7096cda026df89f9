using DslNet.Torch.Tests.Witness;
using static TorchSharp.torch;

namespace DslNet.Torch.Tests;

/// <summary>
/// Draws samples none of which comes so near to a kink that rounding decides on a gradient: those that do are drawn anew, each for its place in
/// the batch, on which dropout depends.
/// </summary>
internal static class SampleDrawing
{
    // A distance is safe beyond this multiple of what libtorch's own single precision is off there.
    private const double Safety = 16;

    // And beyond this part of the largest value: where libtorch happens to be exact another order of sums need not be.
    private const double Relative = 2e-6;

    private const int MostRounds = 100;

    /// <returns>Null if some sample comes near to a kink whatever is drawn, as in deep networks whose values differ by orders of magnitude.</returns>
    public static Samples? Draw(NetworkDescription description, TorchNetwork exact, TorchNetwork single, Dropping dropping, IReadOnlyList<int> batches, Random random)
    {
        int count = batches.Max();
        Samples samples = Draw(description, count, random);

        // Where samples are normalized by each other, each batch has other values.
        (int, Dropping?)[] modes = [(count, null), .. (description.States.IsEmpty ? [count] : batches.Where(batch => batch > 1)).Select(batch => (batch, (Dropping?)dropping))];
        for (int round = 0; Doubtful(exact, single, samples, count, modes) is { } isDoubtful && isDoubtful.Contains(true); round++)
        {
            if (round == MostRounds)
                return null;
            for (int sample = 0; sample < count; sample++)
            {
                if (isDoubtful[sample])
                    DrawOne(description, samples, sample, random);
            }
        }

        return samples;
    }

    /// <summary>Draws samples that may come near to kinks.</summary>
    public static Samples Draw(NetworkDescription description, int count, Random random)
    {
        Samples samples = new(new float[count * description.InputLength], new float[count * description.OutputLength], new int[count]);
        for (int sample = 0; sample < count; sample++)
            DrawOne(description, samples, sample, random);
        return samples;
    }

    private static void DrawOne(NetworkDescription description, Samples samples, int sample, Random random)
    {
        int inputs = description.InputLength, outputs = description.OutputLength;
        samples.Labels[sample] = DrawLabel(description, sample, random);
        DrawOne(
            description.Loss!.Target, description.Inputs[0].Vocabulary, random, samples.Inputs.AsSpan(sample * inputs, inputs), samples.Targets.AsSpan(sample * outputs, outputs));
    }

    /// <summary>A class, or the label of a sample that is left out, which may be a class: never of the first sample, since libtorch's mean of nothing is NaN.</summary>
    private static int DrawLabel(NetworkDescription description, int sample, Random random)
    {
        int outputs = description.OutputLength;
        if (description.Loss!.Arguments.FirstOrDefault(argument => argument.Name == "IgnoreLabel") is not { Value: int ignored })
            return random.Next(outputs);
        if (sample > 0 && random.Next(6) == 0)
            return ignored;
        int label = random.Next(outputs);
        return sample > 0 || label != ignored ? label : (label + 1) % outputs;
    }

    private static void DrawOne(LossTarget kind, int vocabulary, Random random, Span<float> input, Span<float> target)
    {
        foreach (ref float value in input)
            value = vocabulary > 0 ? random.Next(vocabulary) : 4 * random.NextSingle() - 2;
        foreach (ref float value in target)
            value = kind switch
            {
                LossTarget.Values => 4 * random.NextSingle() - 2,
                LossTarget.Signs => 2 * random.Next(2) - 1,
                _ => random.Next(3) == 0 ? random.Next(2) : random.NextSingle(),
            };
        if (kind is not (LossTarget.Labels or LossTarget.Distribution))
            return;

        // Probabilities of classes, which sum to one.
        float sum = 1e-3f * target.Length;
        foreach (float value in target)
            sum += value;
        foreach (ref float value in target)
            value = (value + 1e-3f) / sum;
    }

    private static bool[] Doubtful(TorchNetwork exact, TorchNetwork single, Samples samples, int most, IEnumerable<(int Count, Dropping? Dropping)> modes)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        Tensor doubtful = zeros(most, dtype: ScalarType.Bool);
        foreach ((int count, Dropping? dropping) in modes)
        {
            Tensor targets = exact.Targets(samples, count, asLabels: false);
            Dictionary<string, Tensor> values = exact.Forward(exact.Inputs(samples, count), dropping), rounded = single.Forward(single.Inputs(samples, count), dropping);
            foreach ((Tensor distance, string value) in exact.Kinks(values, targets, dropping))
            {
                double off = (rounded[value].to_type(ScalarType.Float64) - values[value]).abs().max().item<double>(), largest = values[value].abs().max().item<double>();
                Tensor near = distance.gt(0) & distance.le(Safety * off + Relative * largest);
                doubtful[..count] |= near.flatten(1).any(1);
            }
        }

        return doubtful.data<bool>().ToArray();
    }
}
