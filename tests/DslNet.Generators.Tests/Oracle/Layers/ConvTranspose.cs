using System.Globalization;

namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>A transposed convolution: each number of the input adds itself times the kernel to the output, a stride further than the one before.</summary>
internal sealed class ConvTranspose(int filters, int[] kernel, int stride = 1, int padding = 0, int outputPadding = 0, bool bias = true) : OracleLayer
{
    public override string Kind => FormattableString.Invariant($"ConvTranspose{kernel.Length}D");

    public override IEnumerable<string> Arguments =>
    [
        Text(filters),
        .. WindowArguments.Of(kernel[0], kernel[^1], stride == 1 ? null : stride, padding),
        .. outputPadding == 0 ? Array.Empty<string>() : ["OutputPadding = " + Text(outputPadding)],
        .. bias ? Array.Empty<string>() : ["Bias = false"],
    ];

    public override IReadOnlyList<int[]> ParameterShapes =>
        bias ? [[Input.Channels, filters, .. kernel], [filters]] : [[Input.Channels, filters, .. kernel]];

    private int KernelHeight => kernel.Length == 1 ? 1 : kernel[0];

    private int KernelWidth => kernel[^1];

    // A signal has one row.
    protected override Extent Infer() => new(filters, kernel.Length == 1 ? 1 : Length(Input.Height, KernelHeight), Length(Input.Width, KernelWidth), kernel.Length);

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

    private IEnumerable<(int Output, int Input, int Weight)> Products()
    {
        int top = kernel.Length == 1 ? 0 : Before(KernelHeight), left = Before(KernelWidth);
        for (int channel = 0; channel < Input.Channels; channel++)
            for (int row = 0; row < Input.Height; row++)
                for (int column = 0; column < Input.Width; column++)
                    for (int filter = 0; filter < filters; filter++)
                        for (int u = 0; u < KernelHeight; u++)
                            for (int v = 0; v < KernelWidth; v++)
                            {
                                int y = row * stride + u - top, x = column * stride + v - left;
                                if (y >= 0 && y < Output.Height && x >= 0 && x < Output.Width)
                                {
                                    yield return (
                                        Output.Index(filter, y, x), Input.Index(channel, row, column),
                                        ((channel * filters + filter) * KernelHeight + u) * KernelWidth + v);
                                }
                            }
    }

    private int Length(int input, int taps) => padding == WindowRange.Same ? input * stride : (input - 1) * stride - 2 * padding + taps + outputPadding;

    private int Before(int taps) => padding == WindowRange.Same ? Math.Max(taps - stride, 0) / 2 : padding;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
