namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>All inputs one after another, which is channel after channel.</summary>
internal sealed class Concat : OracleLayer
{
    public override string Kind => "Concat";

    public override bool IsJoin => true;

    protected override Extent Infer() => Input with { Channels = InputExtents.Sum(extent => extent.Channels) };

    public override Bounded Forward(Pass pass, IReadOnlyList<Bounded> inputs, IReadOnlyList<double[]> parameters)
    {
        var y = new Bounded(Output.Length);
        int at = 0;
        foreach (Bounded input in inputs)
        {
            for (int i = 0; i < input.Length; i++)
                y.Set(at++, input.Value[i], input.Error[i]);
        }

        return y;
    }

    public override void Backward(Reverse reverse)
    {
        int at = 0;
        foreach (Bounded gradient in reverse.InputGradients)
        {
            for (int i = 0; i < gradient.Length; i++, at++)
                gradient.Add(i, reverse.OutputGradient.Value[at], reverse.OutputGradient.Error[at]);
        }
    }
}
