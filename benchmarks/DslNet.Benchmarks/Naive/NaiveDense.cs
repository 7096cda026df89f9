using DslNet.Benchmarks.Models;

namespace DslNet.Benchmarks.Naive;

/// <summary>A fully connected layer.</summary>
internal sealed class NaiveDense(int inputs, int outputs, int batch, ParameterArray weight, ParameterArray bias) : INaiveLayer
{
    private readonly NaiveParameter _weight = new(weight.Values), _bias = new(bias.Values);
    private readonly float[] _outputs = new float[batch * outputs];
    private readonly float[] _inputGradients = new float[batch * inputs];
    private float[] _inputs = [];

    /// <inheritdoc />
    public int[] OutputShape => [outputs];

    /// <inheritdoc />
    public IEnumerable<NaiveParameter> Parameters => [_weight, _bias];

    /// <inheritdoc />
    public float[] Forward(float[] x)
    {
        _inputs = x;
        for (int sample = 0; sample < batch; sample++)
        {
            for (int o = 0; o < outputs; o++)
            {
                float sum = _bias.Values[o];
                for (int i = 0; i < inputs; i++)
                    sum += _weight.Values[o * inputs + i] * x[sample * inputs + i];
                _outputs[sample * outputs + o] = sum;
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
        for (int sample = 0; sample < batch; sample++)
        {
            for (int o = 0; o < outputs; o++)
            {
                float gradient = outputGradients[sample * outputs + o];
                _bias.Gradients[o] += gradient;
                for (int i = 0; i < inputs; i++)
                {
                    _weight.Gradients[o * inputs + i] += gradient * _inputs[sample * inputs + i];
                    _inputGradients[sample * inputs + i] += gradient * _weight.Values[o * inputs + i];
                }
            }
        }

        return _inputGradients;
    }
}
