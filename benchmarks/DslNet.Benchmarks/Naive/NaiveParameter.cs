namespace DslNet.Benchmarks.Naive;

/// <summary>A learned array, its gradient, and what Adam remembers of it.</summary>
internal sealed class NaiveParameter(float[] values)
{
    private const float Beta1 = 0.9f, Beta2 = 0.999f, Epsilon = 1e-8f;

    private readonly float[] _means = new float[values.Length];
    private readonly float[] _squares = new float[values.Length];

    public float[] Values { get; } = values;

    public float[] Gradients { get; } = new float[values.Length];

    /// <summary>A step of Adam.</summary>
    /// <param name="learningRate">The length of the step.</param>
    /// <param name="step">Its number, from 1.</param>
    public void Update(float learningRate, int step)
    {
        float correction1 = 1 - MathF.Pow(Beta1, step), correction2 = 1 - MathF.Pow(Beta2, step);
        for (int i = 0; i < Values.Length; i++)
        {
            float gradient = Gradients[i];
            _means[i] = Beta1 * _means[i] + (1 - Beta1) * gradient;
            _squares[i] = Beta2 * _squares[i] + (1 - Beta2) * gradient * gradient;
            Values[i] -= learningRate * (_means[i] / correction1) / (MathF.Sqrt(_squares[i] / correction2) + Epsilon);
        }
    }
}
