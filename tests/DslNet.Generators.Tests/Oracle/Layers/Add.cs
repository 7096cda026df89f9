namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>The sum of all inputs.</summary>
internal sealed class Add : OracleLayer
{
    public override string Kind => "Add";

    public override bool IsJoin => true;

    protected override Extent Infer() => Input;

    public override Bounded Forward(Pass pass, IReadOnlyList<Bounded> inputs, IReadOnlyList<double[]> parameters)
    {
        var y = new Bounded(Output.Length);
        foreach (Bounded input in inputs)
        {
            for (int i = 0; i < y.Length; i++)
                y.Add(i, input.Value[i], input.Error[i]);
        }

        return y;
    }

    public override void Backward(Reverse reverse)
    {
        foreach (Bounded gradient in reverse.InputGradients)
        {
            for (int i = 0; i < gradient.Length; i++)
                gradient.Add(i, reverse.OutputGradient.Value[i], reverse.OutputGradient.Error[i]);
        }
    }
}
