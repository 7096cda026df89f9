namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>Cross-correlation with each of the filters, which may see but the channels of its group. A signal is an image of one row.</summary>
internal abstract class Convolution(int[] kernel, int stride, int padding, int dilation, bool bias) : KernelProducts(kernel, bias)
{
    public override IEnumerable<string> Arguments =>
    [
        .. WindowArguments.Of(Kernel[0], Kernel[^1], stride == 1 ? null : stride, padding),
        .. dilation == 1 ? Array.Empty<string>() : ["Dilation = " + Text(dilation)],
        .. HasBias ? Array.Empty<string>() : ["Bias = false"],
    ];

    protected abstract int Filters { get; }

    protected abstract int Groups { get; }

    public override IReadOnlyList<int[]> ParameterShapes =>
        HasBias ? [[Filters, GroupChannels, .. Kernel], [Filters]] : [[Filters, GroupChannels, .. Kernel]];

    private int GroupChannels => Input.Channels / Groups;

    private int FirstChannel(int filter) => filter / (Filters / Groups) * GroupChannels;

    private WindowRange Rows => Kernel.Length == 1 ? WindowRange.Of(1, 1, 1, 0) : WindowRange.Of(Input.Height, KernelHeight, stride, padding, dilation);

    private WindowRange Columns => WindowRange.Of(Input.Width, KernelWidth, stride, padding, dilation);

    protected override Extent Infer() => new(Filters, Rows.Count, Columns.Count, Kernel.Length);

    /// <summary>
    /// Of stride 1, two rows of outputs may be computed together, from differences of the image's rows: two rows of the kernel then meet
    /// the row between them both, in both outputs. What a weight has no part in is added and taken out again.
    /// </summary>
    protected override IEnumerable<(int Output, int Input, int Weight)> ProductsOfPairs()
    {
        WindowRange rows = Rows, columns = Columns;
        if (stride > 1 || dilation > 1 || Groups > 1 || rows.Count < 2 || rows.Before >= KernelHeight)
            yield break;
        for (int filter = 0; filter < Filters; filter++)
            for (int row = 0; row < rows.Count; row++)
                for (int y = row % 2; y < KernelHeight / 2 * 2; y += 2)
                {
                    int between = row - rows.Before + y + (row % 2 == 0 ? 1 : -1);
                    if (between < 0 || between >= Input.Height)
                        continue;
                    for (int column = 0; column < columns.Count; column++)
                        for (int channel = 0; channel < GroupChannels; channel++)
                        {
                            foreach ((int x, int inputColumn) in columns.Places(column))
                            {
                                yield return (
                                    Output.Index(filter, row, column), Input.Index(FirstChannel(filter) + channel, between, inputColumn),
                                    ((filter * GroupChannels + channel) * KernelHeight + y) * KernelWidth + x);
                            }
                        }
                }
    }

    /// <summary>Of 3 × 3 taps, stride 1 and enough channels, outputs may be computed tile by tile.</summary>
    private bool MayHaveTiles(int channels) =>
        Kernel is [MinimalFiltering.Taps, MinimalFiltering.Taps] && stride == 1 && dilation == 1 && Groups == 1 && channels >= MinimalFiltering.FewestChannels;

    protected override void AddRounding(Sums outputs, double[] image, double[] weights)
    {
        if (!MayHaveTiles(Input.Channels))
            return;
        WindowRange rows = Rows, columns = Columns;
        MinimalFiltering.AddRounding(
            outputs, Output.Index, (Filters, rows.Count, columns.Count), Input.Channels, (filter, channel, y, x) => weights[((filter * Input.Channels + channel) * KernelHeight + y) * KernelWidth + x],
            (channel, row, column) => ValueAt(Input, image, channel, row - rows.Before, column - columns.Before));
    }

    protected override void AddGradientRounding(Sums gradient, double[] outputGradient, double[] weights)
    {
        if (!MayHaveTiles(Filters))
            return;
        int last = MinimalFiltering.Taps - 1;
        WindowRange rows = Rows, columns = Columns;
        MinimalFiltering.AddRounding(
            gradient, Input.Index, (Input.Channels, Input.Height, Input.Width), Filters,
            (channel, filter, y, x) => weights[((filter * Input.Channels + channel) * KernelHeight + last - y) * KernelWidth + last - x],
            (filter, row, column) => ValueAt(Output, outputGradient, filter, row - last + rows.Before, column - last + columns.Before));
    }

    private static double ValueAt(Extent extent, double[] values, int channel, int row, int column) =>
        row >= 0 && row < extent.Height && column >= 0 && column < extent.Width ? values[extent.Index(channel, row, column)] : 0;

    protected override IEnumerable<(int Output, int Input, int Weight)> Products()
    {
        WindowRange rows = Rows, columns = Columns;
        for (int filter = 0; filter < Filters; filter++)
            for (int row = 0; row < rows.Count; row++)
                for (int column = 0; column < columns.Count; column++)
                    for (int channel = 0; channel < GroupChannels; channel++)
                    {
                        foreach ((int y, int inputRow) in rows.Places(row))
                            foreach ((int x, int inputColumn) in columns.Places(column))
                            {
                                yield return (
                                    Output.Index(filter, row, column), Input.Index(FirstChannel(filter) + channel, inputRow, inputColumn),
                                    ((filter * GroupChannels + channel) * KernelHeight + y) * KernelWidth + x);
                            }
                    }
    }
}
