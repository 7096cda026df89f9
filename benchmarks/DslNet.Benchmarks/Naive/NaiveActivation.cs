namespace DslNet.Benchmarks.Naive;

/// <summary>A function of each number.</summary>
/// <param name="shape">The shape of one sample.</param>
/// <param name="batch">The number of samples.</param>
/// <param name="function">The function.</param>
/// <param name="derivative">Its derivative, by what the function returned.</param>
internal sealed class NaiveActivation(int[] shape, int batch, Func<float, float> function, Func<float, float> derivative) : INaiveLayer
{
    private readonly float[] _outputs = new float[batch * shape.Aggregate(1, (product, axis) => product * axis)];
    private readonly float[] _inputGradients = new float[batch * shape.Aggregate(1, (product, axis) => product * axis)];

    /// <inheritdoc />
    public int[] OutputShape => shape;

    /// <inheritdoc />
    public IEnumerable<NaiveParameter> Parameters => [];

    /// <inheritdoc />
    public float[] Forward(float[] x)
    {
        for (int i = 0; i < x.Length; i++)
            _outputs[i] = function(x[i]);
        return _outputs;
    }

    /// <inheritdoc />
    public float[] Backward(float[] outputGradients)
    {
        for (int i = 0; i < outputGradients.Length; i++)
            _inputGradients[i] = outputGradients[i] * derivative(_outputs[i]);
        return _inputGradients;
    }
}
