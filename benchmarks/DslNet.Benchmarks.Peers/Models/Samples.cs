namespace DslNet.Benchmarks.Models;

/// <summary>A batch of samples with what the network should say: the same numbers in every process.</summary>
/// <param name="AllInputs">For each input samples × input length.</param>
/// <param name="Heads">What each output should say.</param>
internal sealed record Samples(float[][] AllInputs, Answers[] Heads)
{
    /// <summary>Those of the first input.</summary>
    public float[] Inputs => AllInputs[0];

    /// <summary>Those of the first output.</summary>
    public float[] Targets => Heads[0].Targets;

    /// <summary>Those of the first output.</summary>
    public int[] Labels => Heads[0].Labels;

    /// <summary>A batch of a network.</summary>
    public static Samples Of(NetworkModel model, int count)
    {
        float[][] inputs = [.. model.Inputs.Select(shape => RandomData.Normal(count * shape.Aggregate(1, (product, axis) => product * axis)))];
        return new(inputs, [.. model.Heads.Select(Answer)]);

        Answers Answer(HeadModel head) => head.Classifies ? new([], RandomData.Labels(count, head.Length))
            : new(model.Name == NetworkModel.MatrixExponential ? MatrixExponential.OfEach(inputs[0]) : RandomData.Normal(count * head.Length), []);
    }
}
