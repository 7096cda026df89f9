using System.Globalization;

namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>Cross-correlation with each of the filters.</summary>
internal sealed class Conv2D(int filters, int kernelHeight, int kernelWidth, int stride = 1, int padding = 0, bool bias = true) : OracleLayer
{
    public override string Kind => "Conv2D";

    public override IEnumerable<string> Arguments =>
    [
        filters.ToString(CultureInfo.InvariantCulture),
        .. WindowArguments.Of(kernelHeight, kernelWidth, stride == 1 ? null : stride, padding),
        .. bias ? Array.Empty<string>() : ["Bias = false"],
    ];

    public override IReadOnlyList<int[]> ParameterShapes =>
        bias ? [[filters, Input.Channels, kernelHeight, kernelWidth], [filters]] : [[filters, Input.Channels, kernelHeight, kernelWidth]];

    private WindowRange Rows => WindowRange.Of(Input.Height, kernelHeight, stride, padding);

    private WindowRange Columns => WindowRange.Of(Input.Width, kernelWidth, stride, padding);

    protected override Extent Infer() => Extent.Image(filters, Rows.Count, Columns.Count);

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

        dx.AddTo(reverse.InputGradients[0]);
        if (!bias)
            return;
        for (int i = 0; i < Output.Length; i++)
            reverse.ParameterGradients[1].Add(i / Output.Places, dy.Value[i], dy.Error[i], 1, 0);
    }

    /// <summary>
    /// Of stride 1, two rows of outputs may be computed together, from differences of the image's rows: two rows of the kernel then meet
    /// the row between them both, in both outputs. What a weight has no part in is added and taken out again.
    /// </summary>
    private IEnumerable<(int Output, int Input, int Weight)> ProductsOfPairs()
    {
        WindowRange rows = Rows, columns = Columns;
        if (stride > 1 || rows.Count < 2 || rows.Before >= kernelHeight)
            yield break;
        for (int filter = 0; filter < filters; filter++)
            for (int row = 0; row < rows.Count; row++)
                for (int y = row % 2; y < kernelHeight / 2 * 2; y += 2)
                {
                    int between = row - rows.Before + y + (row % 2 == 0 ? 1 : -1);
                    if (between < 0 || between >= Input.Height)
                        continue;
                    for (int column = 0; column < columns.Count; column++)
                        for (int channel = 0; channel < Input.Channels; channel++)
                        {
                            foreach ((int x, int inputColumn) in columns.Places(column))
                            {
                                yield return (
                                    Output.Index(filter, row, column), Input.Index(channel, between, inputColumn),
                                    ((filter * Input.Channels + channel) * kernelHeight + y) * kernelWidth + x);
                            }
                        }
                }
    }

    private IEnumerable<(int Output, int Input, int Weight)> Products()
    {
        WindowRange rows = Rows, columns = Columns;
        for (int filter = 0; filter < filters; filter++)
            for (int row = 0; row < rows.Count; row++)
                for (int column = 0; column < columns.Count; column++)
                    for (int channel = 0; channel < Input.Channels; channel++)
                    {
                        foreach ((int y, int inputRow) in rows.Places(row))
                            foreach ((int x, int inputColumn) in columns.Places(column))
                            {
                                yield return (
                                    Output.Index(filter, row, column), Input.Index(channel, inputRow, inputColumn),
                                    ((filter * Input.Channels + channel) * kernelHeight + y) * kernelWidth + x);
                            }
                    }
    }
}
