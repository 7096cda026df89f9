using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Windows;

/// <summary>
/// One axis of a convolution seen from its results: which position of the summed image each tap of the kernel meets.
/// </summary>
/// <param name="Outputs">Positions to compute.</param>
/// <param name="Inputs">Positions of what is summed.</param>
/// <param name="Kernel">Taps.</param>
internal abstract record TapAxis(int Outputs, int Inputs, int Kernel)
{
    /// <summary>The position that a tap meets, or null where there is none: outside, or between strides. Such taps are skipped.</summary>
    public abstract int? Input(int output, int tap);

    /// <summary>The same as a C# expression of variables, for taps that meet a position.</summary>
    public abstract string InputExpression(string output, string tap);

    /// <summary>A C# expression of the first tap that meets a position.</summary>
    public string FirstTap(string output) =>
        Offset.ValueOf(output) is { } value ? Literal.Of(TapsOf(value).DefaultIfEmpty(0).First()) : FirstTapOf(output);

    /// <summary>A C# expression of the tap after the last that meets a position.</summary>
    public string EndTap(string output) =>
        Offset.ValueOf(output) is { } value ? Literal.Of(TapsOf(value).DefaultIfEmpty(-1).Last() + 1) : EndTapOf(output);

    /// <summary>The first tap, given a variable.</summary>
    protected abstract string FirstTapOf(string output);

    /// <summary>The tap after the last, given a variable.</summary>
    protected abstract string EndTapOf(string output);

    private IEnumerable<int> TapsOf(int output) => Enumerable.Range(0, Kernel).Where(tap => Input(output, tap) is not null);

    /// <summary>A C# reference to where a row of taps begins to read for an output row.</summary>
    /// <param name="image">The image.</param>
    /// <param name="differences">Differences of its rows, where these are read.</param>
    /// <param name="row">The output row.</param>
    /// <param name="tapRow">The row of taps.</param>
    /// <param name="rowStride">From one row to the next, of either.</param>
    /// <param name="inRow">The offset within the row.</param>
    public virtual string Reference(string image, string? differences, string row, string tapRow, int rowStride, string inRow) =>
        At(image, InputExpression(row, tapRow), rowStride, inRow);

    protected static string At(string from, string row, int rowStride, string inRow) =>
        Offset.Reference(from, Offset.Sum(Offset.Times(row, rowStride), inRow));

    /// <summary>A C# expression of the kernel's row that has a tap's weights.</summary>
    public virtual string KernelRow(string output, string tap) => tap;

    /// <summary>From the position that a tap meets for one output to that for the next, where it meets one for each.</summary>
    public virtual int OutputStep => 1;

    /// <summary>Whether <see cref="OutputStep"/> is the same everywhere.</summary>
    public virtual bool IsEven => true;

    /// <summary>Whether no position meets taps of two outputs.</summary>
    public virtual bool IsDisjoint => false;

    /// <summary>Whether every position meets a tap.</summary>
    public virtual bool CoversAll => false;

    /// <summary>The distance between taps that meet a position.</summary>
    public abstract int TapStep { get; }

    /// <summary>How many taps meet a position, at most.</summary>
    public int Meets => (Kernel + TapStep - 1) / TapStep;

    /// <summary>How many pairs of a position to compute and a tap meet a position.</summary>
    public int Meetings => Enumerable.Range(0, Outputs).Sum(output => Enumerable.Range(0, Kernel).Count(tap => Input(output, tap) is not null));

    /// <summary>Whether every tap meets a position, everywhere.</summary>
    public virtual bool IsComplete =>
        Enumerable.Range(0, Outputs).All(output => Enumerable.Range(0, Kernel).All(tap => Input(output, tap) is not null));
}
