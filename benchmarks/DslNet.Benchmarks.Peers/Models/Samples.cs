namespace DslNet.Benchmarks.Models;

/// <summary>A batch of samples with what the network should say: the same numbers in every process.</summary>
/// <param name="Inputs">samples × input length.</param>
/// <param name="Targets">samples × output length, or nothing for a classifier.</param>
/// <param name="Labels">One class a sample, or nothing where there are targets.</param>
internal sealed record Samples(float[] Inputs, float[] Targets, int[] Labels)
{
    /// <summary>A batch of a network.</summary>
    public static Samples Of(NetworkModel model, int count)
    {
        float[] inputs = RandomData.Normal(count * model.InputLength);
        if (model.Classifies)
            return new(inputs, [], RandomData.Labels(count, model.OutputLength));
        float[] targets = model.Name == NetworkModel.MatrixExponential
            ? MatrixExponential.OfEach(inputs)
            : RandomData.Normal(count * model.OutputLength);
        return new(inputs, targets, []);
    }
}
