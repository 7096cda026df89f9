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
    /// <param name="place">Given a place's offset, as <see cref="Declare"/> has it, what is done with it.</param>
    /// <param name="after">Given the output's offset, what comes after.</param>
    /// <param name="declares">Whether what is done with a place declares variables, and so needs a block of its own.</param>
    public void Write(
        SourceWriter writer, Target target, Action<string, string> before, Action<string> place, Action<string> after, bool declares = false)
    {
        using (writer.Loop("row", vertical.Outputs, out string row))
        using (writer.Loop("column", horizontal.Outputs, out string column))
        {
            string output = Offset.Times(Offset.Sum(Offset.Times(row, horizontal.Outputs), column), Output.PositionStride);
            if (IsUnrolled)
            {
                using (writer.Loop("c", Output.PositionStride, out string c, target.Lanes))
                    WriteWindow(Offset.Sum(output, c), row, column, c);
                return;
            }

            writer.Line($"int firstRow = {vertical.FirstTap(row)}, endRow = {vertical.EndTap(row)};");
            writer.Line($"int firstColumn = {horizontal.FirstTap(column)}, endColumn = {horizontal.EndTap(column)};");
            using (writer.Loop("c", Output.PositionStride, out string c, target.Lanes))
            {
                string At(string y, string x) => Offset.Sum(
                    Offset.Times(Offset.Sum(Offset.Times(vertical.InputExpression(row, y), horizontal.Inputs), horizontal.InputExpression(column, x)), Input.PositionStride), c);
                before(Offset.Sum(output, c), At("firstRow", "firstColumn"));
                using (writer.Loop("tapRow", "firstRow", "endRow"))
                using (writer.Loop("tap", "firstColumn", "endColumn"))
                {
                    writer.Line($"int place = {At("tapRow", "tap")};");
                    place("place");
                }

                after(Offset.Sum(output, c));
            }
        }

        void WriteWindow(string output, string row, string column, string c)
        {
            before(output, Offset.Sum(
                Offset.Times(row, vertical.Stride * RowStride), Offset.Times(column, horizontal.Stride * Input.PositionStride), c));
            for (int y = 0; y < vertical.Kernel; y++)
            {
                for (int x = 0; x < horizontal.Kernel; x++)
                {
                    using (declares ? writer.Block() : null)
                        place(Literal.Of(y * RowStride + x * Input.PositionStride));
                }
            }

            after(output);
        }
    }

    /// <summary>Names where a window's places count from in some memory: where they are written out, from the window's first, else from the memory's.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="memory">The memory.</param>
    /// <param name="window">The offset of the window's first place.</param>
    public string Declare(SourceWriter writer, string memory, string window) =>
        IsUnrolled ? Offset.Declare(writer, "window" + char.ToUpperInvariant(memory[0]) + memory.Substring(1), memory, window) : memory;

    private static bool Covers(ForwardAxis axis) =>
        axis.Stride <= axis.Kernel && (axis.Outputs - 1) * axis.Stride + axis.Kernel - axis.PadBefore >= axis.Inputs;
}
