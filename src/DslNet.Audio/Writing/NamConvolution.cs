namespace DslNet.Audio.Writing;

/// <summary>A causal convolution of a .nam file.</summary>
/// <param name="Inputs">Channels that it reads.</param>
/// <param name="Outputs">Channels that it computes.</param>
/// <param name="Kernel">Taps.</param>
/// <param name="Dilation">Frames from one tap to the next.</param>
/// <param name="Weight">Outputs × inputs × taps, the oldest tap first.</param>
/// <param name="Bias">A value for each output; null for zeros.</param>
internal sealed record NamConvolution(int Inputs, int Outputs, int Kernel, int Dilation, float[] Weight, float[]? Bias)
{
    private const int MostWeights = 1 << 26;

    // Zeros between groups are not in the file: more would let a short file become long in memory.
    private const int MostGroups = 64;

    /// <summary>
    /// The next one of the weights: group after group, output after output, input after input, tap after tap, then the bias. Where there are several groups,
    /// weights between them are zeros: files have few channels, and dense kernels take no longer.
    /// </summary>
    public static NamConvolution Read(NamWeights weights, string path, int inputs, int outputs, int kernel, int dilation, int groups, bool bias)
    {
        if (inputs % groups != 0 || outputs % groups != 0)
            throw new NamException($"{path} has {groups} groups, which must divide its {inputs} input channels and its {outputs} output channels. Export the model again.");
        if (groups > MostGroups)
            throw new NamException($"{path} has {groups} groups, and {MostGroups} are read at most.");
        long length = (long)inputs * outputs * kernel;
        if (length > MostWeights)
            throw new NamException($"{path} has {length:N0} weights, and {MostWeights:N0} are read at most.");
        float[] taken = weights.Take(length / groups);
        return new(inputs, outputs, kernel, dilation, groups == 1 ? taken : Spread(taken, inputs, outputs, kernel, groups), bias ? weights.Take(outputs) : null);
    }

    /// <summary>How many frames before the current one are read.</summary>
    public long FramesBefore => (long)(Kernel - 1) * Dilation;

    /// <summary>The same with its result multiplied.</summary>
    public NamConvolution Scaled(float scale) => this with { Weight = [.. Weight.Select(weight => weight * scale)], Bias = Bias?.Select(bias => bias * scale).ToArray() };

    /// <summary>The same with each output multiplied, and something added.</summary>
    public NamConvolution Scaled(float[] scales, float[] added) => this with
    {
        Weight = [.. Weight.Select((weight, i) => weight * scales[i / (Inputs * Kernel)])],
        Bias = [.. added.Select((value, i) => (Bias?[i] ?? 0) * scales[i] + value)],
    };

    private static float[] Spread(float[] taken, int inputs, int outputs, int kernel, int groups)
    {
        float[] weight = new float[inputs * outputs * kernel];
        int groupInputs = inputs / groups, groupOutputs = outputs / groups, run = groupInputs * kernel;
        for (int output = 0; output < outputs; output++)
        {
            int group = output / groupOutputs;
            taken.AsSpan(output * run, run).CopyTo(weight.AsSpan((output * inputs + group * groupInputs) * kernel));
        }

        return weight;
    }
}
