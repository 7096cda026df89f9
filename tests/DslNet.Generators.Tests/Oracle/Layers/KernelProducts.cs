using System.Globalization;

namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>A layer whose outputs are a bias and products of an input with a weight of a kernel, over a signal or an image.</summary>
internal abstract class KernelProducts(int[] kernel, bool bias) : OracleLayer
{
    protected int[] Kernel => kernel;

    protected bool HasBias => bias;

    // A signal has one row.
    protected int KernelHeight => kernel.Length == 1 ? 1 : kernel[0];

    protected int KernelWidth => kernel[^1];

    /// <summary>Which input times which weight is part of which output.</summary>
    protected abstract IEnumerable<(int Output, int Input, int Weight)> Products();

    /// <summary>Products that may be added to an output and taken out again.</summary>
    protected virtual IEnumerable<(int Output, int Input, int Weight)> ProductsOfPairs() => [];

    /// <summary>Adds what outputs may be rounded by where they are computed from other products than their own.</summary>
    protected virtual void AddRounding(Sums outputs, double[] image, double[] weights)
    {
    }

    /// <summary>The same of the gradient of the input.</summary>
    protected virtual void AddGradientRounding(Sums gradient, double[] outputGradient, double[] weights)
    {
    }

    protected static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    public override Bounded Forward(Pass pass, IReadOnlyList<Bounded> inputs, IReadOnlyList<double[]> parameters)
    {
        var sums = new Sums(Output.Length);
        if (bias)
        {
            for (int i = 0; i < Output.Length; i++)
                sums.Start(i, parameters[1][i / Output.Places]);
        }

        foreach ((int output, int input, int weight) in Products())
            sums.Add(output, parameters[0][weight], 0, inputs[0].Value[input], inputs[0].Error[input]);

        foreach ((int output, int input, int weight) in ProductsOfPairs())
            sums.AddAndRemove(output, parameters[0][weight], inputs[0].Value[input]);
        AddRounding(sums, inputs[0].Value, parameters[0]);
        return sums.ToBounded();
    }

    public override void Backward(Reverse reverse)
    {
        Bounded x = reverse.Inputs[0], dy = reverse.OutputGradient;
        var dx = new Sums(x.Length);
        foreach ((int output, int input, int weight) in Products())
        {
            dx.Add(input, reverse.Parameters[0][weight], 0, dy.Value[output], dy.Error[output]);
            reverse.ParameterGradients[0].Add(weight, dy.Value[output], dy.Error[output], x.Value[input], x.Error[input]);
        }

        AddGradientRounding(dx, dy.Value, reverse.Parameters[0]);
        dx.AddTo(reverse.InputGradients[0]);
        if (!bias)
            return;
        for (int i = 0; i < Output.Length; i++)
            reverse.ParameterGradients[1].Add(i / Output.Places, dy.Value[i], dy.Error[i], 1, 0);
    }
}
