using DslNet.Audio.Writing;

namespace DslNet.Audio.Architectures;

/// <summary>LSTM layers and a dense one. Files have one matrix for input and hidden state, one bias, and the state that a stream begins with before silence settles it.</summary>
internal static class Lstm
{
    private const double SecondsOfSilence = 0.5;

    public static (string Output, long SilentFrames) Read(NamNode config, NamWeights weights, NamLayers layers, string prefix, string input, double sampleRate)
    {
        int hidden = config.Size("hidden_size"), count = config.Size("num_layers"), inputs = config.Size("input_size"), rows = 4 * hidden;
        string x = input;
        for (int i = 0; i < count; i++)
        {
            if (layers.FeaturesOf(x) != inputs)
                throw new NamException($"{config.Path}.input_size is {inputs}, but a frame has {layers.FeaturesOf(x)} values. Export the model again.");
            float[] matrix = weights.Take((long)rows * (inputs + hidden)), bias = weights.Take(rows);

            // A stream begins behind half a second of silence, which forgets these.
            weights.Take(2L * hidden);
            x = layers.Add(new($"Lstm{prefix}{NamLayers.Text(i + 1)}", "LSTM", [NamLayers.Text(hidden)], [x], hidden,
            [
                new("weight_ih_l0", [rows, inputs], Columns(matrix, rows, 0, inputs, inputs + hidden)),
                new("weight_hh_l0", [rows, hidden], Columns(matrix, rows, inputs, hidden, inputs + hidden)),
                new("bias_ih_l0", [rows], bias),
                new("bias_hh_l0", [rows], new float[rows]),
            ]));
            inputs = hidden;
        }

        NamConvolution head = NamConvolution.Read(weights, config.Path, hidden, config.Size("out_channels", 1), 1, 1, 1, bias: true);
        weights.CheckEnd();
        return (layers.Convolve("Head" + prefix, x, head), (long)Math.Clamp(SecondsOfSilence * sampleRate, 1, uint.MaxValue));
    }

    private static float[] Columns(float[] matrix, int rows, int first, int count, int width)
    {
        float[] columns = new float[rows * count];
        for (int row = 0; row < rows; row++)
            matrix.AsSpan(row * width + first, count).CopyTo(columns.AsSpan(row * count));
        return columns;
    }
}
