namespace DslNet.Benchmarks.Naive;

/// <summary>Maximum pooling, the stride as long as the window.</summary>
internal sealed class NaiveMaxPool2D(int[] input, int size, int batch) : INaiveLayer
{
    private readonly int _channels = input[0], _height = input[1], _width = input[2];
    private readonly float[] _outputs = new float[batch * input[0] * (input[1] / size) * (input[2] / size)];
    private readonly int[] _winners = new int[batch * input[0] * (input[1] / size) * (input[2] / size)];
    private readonly float[] _inputGradients = new float[batch * input[0] * input[1] * input[2]];

    /// <inheritdoc />
    public int[] OutputShape => [_channels, _height / size, _width / size];

    /// <inheritdoc />
    public IEnumerable<NaiveParameter> Parameters => [];

    /// <inheritdoc />
    public float[] Forward(float[] x)
    {
        int output = 0;
        for (int image = 0; image < batch * _channels; image++)
        {
            for (int row = 0; row < _height / size; row++)
            {
                for (int column = 0; column < _width / size; column++)
                {
                    int winner = (image * _height + row * size) * _width + column * size;
                    for (int y = 0; y < size; y++)
                    {
                        for (int z = 0; z < size; z++)
                        {
                            int candidate = (image * _height + row * size + y) * _width + column * size + z;
                            if (x[candidate] > x[winner])
                                winner = candidate;
                        }
                    }

                    _winners[output] = winner;
                    _outputs[output++] = x[winner];
                }
            }
        }

        return _outputs;
    }

    /// <inheritdoc />
    public float[] Backward(float[] outputGradients)
    {
        Array.Clear(_inputGradients);
        for (int i = 0; i < outputGradients.Length; i++)
            _inputGradients[_winners[i]] += outputGradients[i];
        return _inputGradients;
    }
}
