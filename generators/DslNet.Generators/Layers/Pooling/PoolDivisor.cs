using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Model;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Pooling;

/// <summary>What the mean of a window divides by: how many of its rows and columns count.</summary>
/// <param name="KernelHeight">Rows of a window.</param>
/// <param name="KernelWidth">Columns of a window.</param>
/// <param name="Rows">The window's rows over those that count, whose taps beyond them do not; null where all rows of every window count.</param>
/// <param name="Columns">The same of its columns.</param>
internal sealed record PoolDivisor(int KernelHeight, int KernelWidth, TapAxis? Rows, TapAxis? Columns)
{
    /// <param name="vertical">The window's rows.</param>
    /// <param name="horizontal">The window's columns.</param>
    /// <param name="countsPadding">Whether padding counts. What lies beyond it never does.</param>
    public static PoolDivisor Of(WindowAxis vertical, WindowAxis horizontal, bool countsPadding) =>
        new(vertical.Kernel, horizontal.Kernel, Counted(vertical, countsPadding), Counted(horizontal, countsPadding));

    /// <summary>The positions of each window that an axis has.</summary>
    /// <param name="vertical">The window's rows.</param>
    /// <param name="horizontal">The window's columns.</param>
    public static PoolDivisor Of(TapAxis vertical, TapAxis horizontal) => new(vertical.Kernel, horizontal.Kernel, Partial(vertical), Partial(horizontal));

    /// <summary>Whether every window has the same divisor.</summary>
    public bool IsConstant => Rows is null && Columns is null;

    /// <summary>Where windows differ, writes for one of them what its values are multiplied by.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="row">The window's row among the windows.</param>
    /// <param name="column">Its column among them.</param>
    public void Write(SourceWriter writer, string row, string column)
    {
        if (!IsConstant)
            writer.Line($"Float__ reciprocal = Lanes__.Fill(1f / ((long){Count(Rows, KernelHeight, row)} * {Count(Columns, KernelWidth, column)}));");
    }

    /// <summary>What the values of a window are multiplied by.</summary>
    public string Share(Target target) => IsConstant ? target.Constant(1f / ((long)KernelHeight * KernelWidth)) : "reciprocal";

    private static TapAxis? Counted(WindowAxis axis, bool countsPadding) => Partial(countsPadding
        ? new ForwardAxis(axis.Output, Limits.Clamp((long)axis.PadBefore + axis.Input + axis.PadAfter), axis.Kernel, axis.Stride, 0)
        : ForwardAxis.Of(axis));

    /// <summary>An axis of which some window counts less than all.</summary>
    private static TapAxis? Partial(TapAxis axis) => axis.IsComplete ? null : axis;

    private static string Count(TapAxis? counted, int kernel, string output)
    {
        if (counted is null)
            return Literal.Of(kernel);
        string first = counted.FirstTap(output), end = counted.EndTap(output);
        return first == "0" ? $"({end})" : $"(({end}) - ({first}))";
    }
}
