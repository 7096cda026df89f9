namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>What changes no number: flattening, and dropout in evaluation.</summary>
internal abstract class Identity : OracleLayer
{
    public override Bounded Forward(Pass pass, IReadOnlyList<Bounded> inputs, IReadOnlyList<double[]> parameters) => inputs[0];

    public override void Backward(Reverse reverse)
    {
        for (int i = 0; i < Input.Length; i++)
            reverse.InputGradients[0].Add(i, reverse.OutputGradient.Value[i], reverse.OutputGradient.Error[i]);
    }
}
