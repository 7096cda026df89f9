using DslNet.Benchmarks.Models;

namespace DslNet.Benchmarks.Naive;

/// <summary>A convolution without padding.</summary>
internal sealed class NaiveConv2D(int[] input, int filters, int kernel, int batch, ParameterArray weight, ParameterArray bias) : INaiveLayer
{
    private readonly int _channels = input[0], _height = input[1], _width = input[2];
    private readonly int _outHeight = input[1] - kernel + 1, _outWidth = input[2] - kernel + 1;
    private readonly NaiveParameter _weight = new(weight.Values), _bias = new(bias.Values);
    private readonly float[] _outputs = new float[batch * filters * (input[1] - kernel + 1) * (input[2] - kernel + 1)];
    private readonly float[] _inputGradients = new float[batch * input[0] * input[1] * input[2]];
    private float[] _inputs = [];

    /// <inheritdoc />
    public int[] OutputShape => [filters, _outHeight, _outWidth];

    /// <inheritdoc />
    public IEnumerable<NaiveParameter> Parameters => [_weight, _bias];

    /// <inheritdoc />
    public float[] Forward(float[] x)
    {
        _inputs = x;
        float[] weights = _weight.Values;
        for (int sample = 0; sample < batch; sample++)
        {
            for (int f = 0; f < filters; f++)
            {
                for (int row = 0; row < _outHeight; row++)
                {
                    for (int column = 0; column < _outWidth; column++)
                    {
                        float sum = _bias.Values[f];
                        for (int c = 0; c < _channels; c++)
                        {
                            for (int y = 0; y < kernel; y++)
                            {
                                int weight = WeightAt(f, c, y), input = InputAt(sample, c, row + y, column);
                                for (int z = 0; z < kernel; z++)
                                    sum += weights[weight + z] * x[input + z];
                            }
                        }

                        _outputs[OutputAt(sample, f, row, column)] = sum;
                    }
                }
            }
        }

        return _outputs;
    }

    /// <inheritdoc />
    public float[] Backward(float[] outputGradients)
    {
        Array.Clear(_weight.Gradients);
        Array.Clear(_bias.Gradients);
        Array.Clear(_inputGradients);
        float[] weights = _weight.Values, weightGradients = _weight.Gradients, inputs = _inputs, inputGradients = _inputGradients;
        for (int sample = 0; sample < batch; sample++)
        {
            for (int f = 0; f < filters; f++)
            {
                for (int row = 0; row < _outHeight; row++)
                {
                    for (int column = 0; column < _outWidth; column++)
                    {
                        float gradient = outputGradients[OutputAt(sample, f, row, column)];
                        _bias.Gradients[f] += gradient;
                        for (int c = 0; c < _channels; c++)
                        {
                            for (int y = 0; y < kernel; y++)
                            {
                                int weight = WeightAt(f, c, y), input = InputAt(sample, c, row + y, column);
                                for (int z = 0; z < kernel; z++)
                                {
                                    weightGradients[weight + z] += gradient * inputs[input + z];
                                    inputGradients[input + z] += gradient * weights[weight + z];
                                }
                            }
                        }
                    }
                }
            }
        }

        return _inputGradients;
    }

    private int WeightAt(int filter, int channel, int y) => ((filter * _channels + channel) * kernel + y) * kernel;

    private int InputAt(int sample, int channel, int row, int column) => ((sample * _channels + channel) * _height + row) * _width + column;

    private int OutputAt(int sample, int filter, int row, int column) => ((sample * filters + filter) * _outHeight + row) * _outWidth + column;
}
