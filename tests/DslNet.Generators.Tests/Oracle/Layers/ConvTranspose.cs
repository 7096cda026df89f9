namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>
/// A transposed convolution: each number of the input adds itself times the kernel to the output, a stride further than the one before. What it adds to are
/// the filters of its group.
/// </summary>
internal sealed class ConvTranspose(
    int filters, int[] kernel, int stride = 1, int padding = 0, int outputPadding = 0, bool bias = true, int dilation = 1, int groups = 1) : KernelProducts(kernel, bias)
{
    public override string Kind => FormattableString.Invariant($"ConvTranspose{Kernel.Length}D");

    public override IEnumerable<string> Arguments =>
    [
        Text(filters),
        .. WindowArguments.Of(Kernel[0], Kernel[^1], stride == 1 ? null : stride, padding),
        .. outputPadding == 0 ? Array.Empty<string>() : ["OutputPadding = " + Text(outputPadding)],
        .. dilation == 1 ? Array.Empty<string>() : ["Dilation = " + Text(dilation)],
        .. groups == 1 ? Array.Empty<string>() : ["Groups = " + Text(groups)],
        .. HasBias ? Array.Empty<string>() : ["Bias = false"],
    ];

    public override IReadOnlyList<int[]> ParameterShapes =>
        HasBias ? [[Input.Channels, GroupFilters, .. Kernel], [filters]] : [[Input.Channels, GroupFilters, .. Kernel]];

    private int GroupFilters => filters / groups;

    protected override Extent Infer() => new(filters, Kernel.Length == 1 ? 1 : Length(Input.Height, KernelHeight), Length(Input.Width, KernelWidth), Kernel.Length);

    protected override IEnumerable<(int Output, int Input, int Weight)> Products()
    {
        int top = Kernel.Length == 1 ? 0 : Before(KernelHeight), left = Before(KernelWidth);
        for (int channel = 0; channel < Input.Channels; channel++)
            for (int row = 0; row < Input.Height; row++)
                for (int column = 0; column < Input.Width; column++)
                    for (int filter = 0; filter < GroupFilters; filter++)
                        for (int u = 0; u < KernelHeight; u++)
                            for (int v = 0; v < KernelWidth; v++)
                            {
                                int y = row * stride + u * dilation - top, x = column * stride + v * dilation - left;
                                if (y >= 0 && y < Output.Height && x >= 0 && x < Output.Width)
                                {
                                    int group = channel / (Input.Channels / groups);
                                    yield return (
                                        Output.Index(group * GroupFilters + filter, y, x), Input.Index(channel, row, column),
                                        ((channel * GroupFilters + filter) * KernelHeight + u) * KernelWidth + v);
                                }
                            }
    }

    private int Length(int input, int taps) => padding == WindowRange.Same ? input * stride : (input - 1) * stride - 2 * padding + Reach(taps) + outputPadding;

    private int Before(int taps) => padding == WindowRange.Same ? Math.Max(Reach(taps) - stride, 0) / 2 : padding;

    private int Reach(int taps) => (taps - 1) * dilation + 1;
}
