using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Pooling;

/// <summary>The loops of a pooling kernel over one sample: every window, every vector of channels, every place of the window that lies inside.</summary>
internal sealed class PoolWindows(ForwardAxis vertical, ForwardAxis horizontal, Layout input, Layout output)
{
    private const int MostUnrolled = 25;

    public ForwardAxis Vertical => vertical;

    public ForwardAxis Horizontal => horizontal;

    /// <summary>How the image lies.</summary>
    public Layout Input => input;

    /// <summary>How the windows' results lie.</summary>
    public Layout Output => output;

    /// <summary>From one row of the image to the next.</summary>
    public int RowStride => horizontal.Inputs * input.PositionStride;

    /// <summary>
    /// An expression of how far behind its beginning a window's last NaN is in each lane, with all bits where there is none. Windows are
    /// as <see cref="Write"/> has them.
    /// </summary>
    /// <param name="first">Where the window begins.</param>
    public string LastNaN(string first)
    {
        (string rows, string columns) = IsUnrolled ? (Literal.Of(vertical.Kernel), Literal.Of(horizontal.Kernel)) : ("endRow - firstRow", "endColumn - firstColumn");
        return $"global::DslNet.CompilerServices.LastNaN.Find(ref x, {first}, {rows}, {columns}, {Literal.Of(RowStride)}, {Literal.Of(input.PositionStride)}, UInt__.AllBitsSet)";
    }

    /// <summary>Whether every place of every window lies in the image, and there are few enough places to write them out.</summary>
    public bool IsUnrolled => vertical.IsComplete && horizontal.IsComplete && vertical.Kernel * horizontal.Kernel <= MostUnrolled;

    /// <summary>Whether no two windows share a place.</summary>
    public bool AreDisjoint => vertical.Stride >= vertical.Kernel && horizontal.Stride >= horizontal.Kernel;

    /// <summary>Whether every place of the image lies in a window.</summary>
    public bool CoverAll => Covers(vertical) && Covers(horizontal);

    /// <summary>Writes the loops.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="target">For which instructions.</param>
    /// <param name="before">Given the output's offset and that of the window's first place, what comes before the window's places.</param>
    /// <param name="place">Given a place's offset in the image, what is done with it.</param>
    /// <param name="after">Given the output's offset, what comes after.</param>
    /// <param name="declares">Whether what is done with a place declares variables, and so needs a block of its own.</param>
    public void Write(
        SourceWriter writer, Target target, Action<string, string> before, Action<string> place, Action<string> after, bool declares = false)
    {
        using (writer.Loop("row", vertical.Outputs))
        using (writer.Loop("column", horizontal.Outputs))
        {
            if (!IsUnrolled)
            {
                writer.Line($"nuint firstRow = {vertical.FirstTap("row")};");
                writer.Line($"nuint endRow = {vertical.EndTap("row")};");
                writer.Line($"nuint firstColumn = {horizontal.FirstTap("column")};");
                writer.Line($"nuint endColumn = {horizontal.EndTap("column")};");
            }

            using (writer.Block($"for (nuint c = 0; c < {output.PositionStride}; c += {target.Lanes})"))
            {
                string outputOffset = $"(row * {horizontal.Outputs} + column) * {output.PositionStride} + c";
                if (IsUnrolled)
                {
                    writer.Line($"nuint window = ({Offset.Times("row", vertical.Stride)} * {horizontal.Inputs} + {Offset.Times("column", horizontal.Stride)}) * {input.PositionStride} + c;");
                    before(outputOffset, "window");
                    for (int y = 0; y < vertical.Kernel; y++)
                    {
                        for (int x = 0; x < horizontal.Kernel; x++)
                        {
                            using (declares ? writer.Block() : null)
                                place(Offset.Of("window", (y * horizontal.Inputs + x) * input.PositionStride));
                        }
                    }
                }
                else
                {
                    string At(string y, string x) =>
                        $"(({vertical.InputExpression("row", y)}) * {horizontal.Inputs} + {horizontal.InputExpression("column", x)}) * {input.PositionStride} + c";
                    before(outputOffset, At("firstRow", "firstColumn"));
                    using (writer.Loop("tapRow", "firstRow", "endRow"))
                    using (writer.Block("for (nuint tap = firstColumn; tap < endColumn; tap++)"))
                    {
                        writer.Line($"nuint place = {At("tapRow", "tap")};");
                        place("place");
                    }
                }

                after(outputOffset);
            }
        }
    }

    private static bool Covers(ForwardAxis axis) =>
        axis.Stride <= axis.Kernel && (axis.Outputs - 1) * axis.Stride + axis.Kernel - axis.PadBefore >= axis.Inputs;
}
