using System.Globalization;

namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>y[f, t] = W[token t, f].</summary>
/// <param name="features">The values of a row.</param>
/// <param name="padding">The token whose row has no gradient; -1 if all have.</param>
internal sealed class Embedding(int features, int padding = -1) : OracleLayer
{
    public override string Kind => "Embedding";

    public override IEnumerable<string> Arguments => padding < 0
        ? [features.ToString(CultureInfo.InvariantCulture)]
        : [features.ToString(CultureInfo.InvariantCulture), string.Create(CultureInfo.InvariantCulture, $"PaddingIndex = {padding}")];

    public override IReadOnlyList<int[]> ParameterShapes => [[Input.Vocabulary, features]];

    protected override Extent Infer() => Input.Channels == 1 ? Extent.Vector(features) : Extent.Signal(features, Input.Channels);

    public override Bounded Forward(Pass pass, IReadOnlyList<Bounded> inputs, IReadOnlyList<double[]> parameters)
    {
        Bounded y = new(Output.Length);
        for (int t = 0; t < Input.Channels; t++)
        {
            for (int f = 0; f < features; f++)
                y.Set(f * Input.Channels + t, parameters[0][(int)inputs[0].Value[t] * features + f], 0);
        }

        return y;
    }

    public override void Backward(Reverse reverse)
    {
        for (int t = 0; t < Input.Channels; t++)
        {
            for (int f = 0; f < features && reverse.Inputs[0].Value[t] != padding; f++)
            {
                int from = f * Input.Channels + t;
                reverse.ParameterGradients[0].Add(
                    (int)reverse.Inputs[0].Value[t] * features + f, 1, 0, reverse.OutputGradient.Value[from], reverse.OutputGradient.Error[from]);
            }
        }
    }
}
