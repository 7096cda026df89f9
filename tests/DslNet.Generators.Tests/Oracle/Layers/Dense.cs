using System.Globalization;

namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>y = W·x + b.</summary>
internal sealed class Dense(int outputs, bool bias = true) : OracleLayer
{
    public override string Kind => "Dense";

    public override IEnumerable<string> Arguments => [outputs.ToString(CultureInfo.InvariantCulture), .. bias ? Array.Empty<string>() : ["Bias = false"]];

    public override IReadOnlyList<int[]> ParameterShapes => bias ? [[outputs, Input.Length], [outputs]] : [[outputs, Input.Length]];

    protected override Extent Infer() => Extent.Vector(outputs);

    public override Bounded Forward(Pass pass, IReadOnlyList<Bounded> inputs, IReadOnlyList<double[]> parameters)
    {
        Bounded x = inputs[0];
        var sums = new Sums(outputs);
        for (int o = 0; o < outputs; o++)
        {
            if (bias)
                sums.Start(o, parameters[1][o]);
            for (int i = 0; i < x.Length; i++)
                sums.Add(o, parameters[0][o * x.Length + i], 0, x.Value[i], x.Error[i]);
        }

        return sums.ToBounded();
    }

    public override void Backward(Reverse reverse)
    {
        Bounded x = reverse.Inputs[0], dy = reverse.OutputGradient;
        var dx = new Sums(x.Length);
        for (int o = 0; o < outputs; o++)
        {
            for (int i = 0; i < x.Length; i++)
            {
                dx.Add(i, reverse.Parameters[0][o * x.Length + i], 0, dy.Value[o], dy.Error[o]);
                reverse.ParameterGradients[0].Add(o * x.Length + i, dy.Value[o], dy.Error[o], x.Value[i], x.Error[i]);
            }

            if (bias)
                reverse.ParameterGradients[1].Add(o, dy.Value[o], dy.Error[o], 1, 0);
        }

        dx.AddTo(reverse.InputGradients[0]);
    }
}
