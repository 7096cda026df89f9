using DslNet.CompilerServices;
using DslNet.Generators.Layers.Windows;

namespace DslNet.Generators.Layers.Convolution.Geometry;

/// <summary>
/// One direction of a convolution, seen from its results: each is a sum over taps and channels of an image × a weight. Directions differ in which
/// tap meets which position, and in what is summed and computed; the kernels are the same.
/// </summary>
/// <param name="Vertical">Rows.</param>
/// <param name="Horizontal">Columns.</param>
/// <param name="Image">How the image that is summed is stored.</param>
/// <param name="Channels">Channels that are summed.</param>
/// <param name="Results">How the results are stored.</param>
/// <param name="Outputs">Channels of the results.</param>
internal sealed record ConvolutionSum(TapAxis Vertical, TapAxis Horizontal, ImageStrides Image, int Channels, ImageStrides Results, int Outputs)
{
    /// <summary>Channels of the results, with those that fill the last panel.</summary>
    public int PaddedOutputs => PanelWidth.RoundUp(Outputs);

    /// <summary>The same with those channels: what is vectorised over channels computes them too.</summary>
    public ConvolutionSum Padded() => this with { Outputs = PaddedOutputs };

    /// <summary>Weights of a kernel row, for one output channel.</summary>
    public int RowLength => Horizontal.Kernel * Channels;

    /// <summary>Weights of the kernel, for one output channel.</summary>
    public int FilterLength => Vertical.Kernel * RowLength;

    /// <summary>Products of a result, at most.</summary>
    public int Terms => Vertical.Meets * Horizontal.Meets * Channels;

    /// <summary>Products of all results of one output channel.</summary>
    public double Products => (double)Vertical.Meetings * Horizontal.Meetings * Channels;

    /// <summary>From the input that a tap reads for one column to that for the next, where every tap reads one.</summary>
    public int ColumnStep => Horizontal.OutputStep * Image.Column;

    /// <summary>From the input that one tap reads to that of the next, where every tap reads one.</summary>
    public int TapStep => Horizontal.InputStep * Image.Column;

    /// <summary>Whether the inputs under a row of the kernel are one run.</summary>
    public bool IsRun => Image.Channel == 1 && TapStep == Channels;
}
