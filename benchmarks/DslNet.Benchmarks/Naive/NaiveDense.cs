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
        float[] weights = _weight.Values;
        for (int sample = 0; sample < batch; sample++)
        {
            for (int o = 0; o < outputs; o++)
            {
                float sum = _bias.Values[o];
                int weight = o * inputs, input = sample * inputs;
                for (int i = 0; i < inputs; i++)
                    sum += weights[weight + i] * x[input + i];
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
        float[] weights = _weight.Values, weightGradients = _weight.Gradients, before = _inputs, inputGradients = _inputGradients;
        for (int sample = 0; sample < batch; sample++)
        {
            for (int o = 0; o < outputs; o++)
            {
                float gradient = outputGradients[sample * outputs + o];
                _bias.Gradients[o] += gradient;
                int weight = o * inputs, input = sample * inputs;
                for (int i = 0; i < inputs; i++)
                {
                    weightGradients[weight + i] += gradient * before[input + i];
                    inputGradients[input + i] += gradient * weights[weight + i];
                }
            }
        }

        return _inputGradients;
    }
}
