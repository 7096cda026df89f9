using DslNet.CompilerServices;

namespace DslNet;

/// <summary>
/// How a tensor [outputs, …] is stored: in panels of 16 outputs (of up to 48, the last of 8 where 8 are enough), each panel one
/// row after another, a row being one input's weights to the panel's outputs; the elements of outputs that do not exist are zero.
/// The order is a function of the shape alone, the same on every processor.
/// </summary>
/// <remarks>
/// The rows are ordered position by position, and channel by channel within one, whereas PyTorch's index within an output
/// runs channel by channel: a convolution's positions are those of its kernel, a dense layer's those of the image it flattens.
/// </remarks>
/// <param name="Outputs">The first axis, or as many as it is split into.</param>
/// <param name="Channels">Channels within a position.</param>
/// <param name="Positions">Positions; 1 where there is no image.</param>
public readonly record struct PanelLayout(int Outputs, int Channels, int Positions)
{
    private readonly int _furtherGroups, _furtherParts, _furtherGates;

    /// <summary>
    /// Groups of outputs, one after the other, each stored by itself: those of a convolution, unless each channel has one. One unless said otherwise.
    /// </summary>
    public int Groups
    {
        get => _furtherGroups + 1;
        init => _furtherGroups = value - 1;
    }

    /// <summary>
    /// Outputs that each element of the first axis has, one after the other: those of a channel, in a transposed convolution of each channel by itself,
    /// whose weight is [channels, filters of each, …]. One unless said otherwise.
    /// </summary>
    public int Split
    {
        get => _furtherParts + 1;
        init => _furtherParts = value - 1;
    }

    /// <summary>
    /// Parts of the outputs, one after the other, each filled up with zeros as outputs are elsewhere, and all in panels together: the gates of a recurrent
    /// layer. One unless said otherwise.
    /// </summary>
    public int Gates
    {
        get => _furtherGates + 1;
        init => _furtherGates = value - 1;
    }

    /// <summary>
    /// Whether the elements of each output are stored one after another instead, filled up with zeros as outputs are elsewhere: the row of a token, which
    /// an embedding copies.
    /// </summary>
    public bool IsByOutput { get; init; }

    /// <summary>The number of rows: the inputs that each output sums over.</summary>
    public int Rows => Channels * Positions;

    /// <summary>The outputs rounded up to whole panels.</summary>
    public int PaddedOutputs => Groups * PaddedGroup;

    private int PaddedGroup => Gates * PaddedGate;

    private int PaddedGate => PanelWidth.RoundUp(Outputs / (Groups * Gates));

    /// <summary>How many floats the tensor occupies.</summary>
    public int StorageLength => IsByOutput ? Outputs * PanelWidth.RoundUp(Rows) : PaddedOutputs * Rows;

    /// <summary>The offset of PyTorch's element [output, index] from the tensor's beginning; index runs over all axes but the first.</summary>
    public int IndexOf(int output, int index)
    {
        if (IsByOutput)
            return output * PanelWidth.RoundUp(Rows) + index;
        int group = 0;
        if (Split > 1)
            (output, index) = (output * Split + index / Rows, index % Rows);
        if (Groups > 1)
            (group, output) = Math.DivRem(output, Outputs / Groups);
        if (Gates > 1)
            output += output / (Outputs / Gates) * (PaddedGate - Outputs / Gates);
        int panel = output / PanelWidth.Full;
        int width = PanelWidth.At(panel * PanelWidth.Full, PaddedGroup);
        int row = index % Positions * Channels + index / Positions;
        return (group * PaddedGroup + panel * PanelWidth.Full) * Rows + row * width + output % PanelWidth.Full;
    }
}
