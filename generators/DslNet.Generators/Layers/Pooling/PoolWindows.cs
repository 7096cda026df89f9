using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Pooling;

/// <summary>The loops of a pooling kernel over one sample: every window, every vector of channels, every position of the window inside the image.</summary>
/// <param name="Vertical">The window's rows.</param>
/// <param name="Horizontal">The window's columns.</param>
/// <param name="Input">How the image is stored.</param>
/// <param name="Output">How the windows' results are stored.</param>
internal sealed record PoolWindows(TapAxis Vertical, TapAxis Horizontal, Layout Input, Layout Output)
{
    private const int MostUnrolled = 25;

    public Layout Input { get; } = Input.Padded();

    public Layout Output { get; } = Output.Padded();

    /// <summary>From one row of the image to the next.</summary>
    public int RowStride => Horizontal.Inputs * Input.PositionStride;

    /// <summary>
    /// An expression of how far behind its beginning a window's last NaN is in each lane, with all bits where there is none. Windows are
    /// as <see cref="Write"/> has them.
    /// </summary>
    /// <param name="first">Where the window begins.</param>
    public string LastNaN(string first)
    {
        (string rows, string columns) = IsUnrolled ? (Literal.Of(Vertical.Kernel), Literal.Of(Horizontal.Kernel)) : ("endRow - firstRow", "endColumn - firstColumn");
        return $"global::DslNet.CompilerServices.LastNaN.Find(ref x, {first}, {rows}, {columns}, {Literal.Of(RowStride)}, {Literal.Of(Input.PositionStride)}, UInt__.AllBitsSet)";
    }

    /// <summary>Whether every position of every window is in the image, windows are equally far apart, and there are few enough positions to write them out.</summary>
    public bool IsUnrolled => Vertical.IsEven && Horizontal.IsEven && Vertical.IsComplete && Horizontal.IsComplete && Vertical.Kernel * Horizontal.Kernel <= MostUnrolled;

    /// <summary>Whether no two windows share a position.</summary>
    public bool AreDisjoint => Vertical.IsDisjoint && Horizontal.IsDisjoint;

    /// <summary>Whether every position of the image is in a window.</summary>
    public bool CoverAll => Vertical.CoversAll && Horizontal.CoversAll;

    /// <summary>Writes the loops.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="target">For which instructions.</param>
    /// <param name="before">Given the output's offset and that of the window's first position, what comes before the window's positions.</param>
    /// <param name="position">Given a position's offset, as <see cref="Declare"/> has it, what is done with it.</param>
    /// <param name="after">Given the output's offset, what comes after.</param>
    /// <param name="declares">Whether what is done with a position declares variables, and so needs a block of its own.</param>
    /// <param name="window">Given the window's row and column among the windows, what comes before its channels.</param>
    public void Write(
        SourceWriter writer, Target target, Action<string, string> before, Action<string> position, Action<string> after, bool declares = false,
        Action<string, string>? window = null)
    {
        using (writer.Loop("row", Vertical.Outputs, out string row))
        using (writer.Loop("column", Horizontal.Outputs, out string column))
        {
            string output = Offset.Times(Offset.Sum(Offset.Times(row, Horizontal.Outputs), column), Output.PositionStride);
            window?.Invoke(row, column);
            if (IsUnrolled)
            {
                using (writer.Loop("c", Output.PositionStride, out string c, target.Lanes))
                    WriteWindow(Offset.Sum(output, c), row, column, c);
                return;
            }

            writer.Line($"int firstRow = {Vertical.FirstTap(row)}, endRow = {Vertical.EndTap(row)};");
            writer.Line($"int firstColumn = {Horizontal.FirstTap(column)}, endColumn = {Horizontal.EndTap(column)};");
            using (writer.Loop("c", Output.PositionStride, out string c, target.Lanes))
            {
                string At(string y, string x) => Offset.Sum(
                    Offset.Times(Offset.Sum(Offset.Times(Vertical.InputExpression(row, y), Horizontal.Inputs), Horizontal.InputExpression(column, x)), Input.PositionStride), c);
                before(Offset.Sum(output, c), At("firstRow", "firstColumn"));
                using (writer.Loop("tapRow", "firstRow", "endRow"))
                using (writer.Loop("tap", "firstColumn", "endColumn"))
                {
                    writer.Line($"int position = {At("tapRow", "tap")};");
                    position("position");
                }

                after(Offset.Sum(output, c));
            }
        }

        void WriteWindow(string output, string row, string column, string c)
        {
            before(output, Offset.Sum(
                Offset.Times(row, Vertical.OutputStep * RowStride), Offset.Times(column, Horizontal.OutputStep * Input.PositionStride), c));
            for (int y = 0; y < Vertical.Kernel; y++)
            {
                for (int x = 0; x < Horizontal.Kernel; x++)
                {
                    using (declares ? writer.Block() : null)
                        position(Literal.Of(y * RowStride + x * Input.PositionStride));
                }
            }

            after(output);
        }
    }

    /// <summary>Names where a window's positions count from in some memory: where they are written out, from the window's first, else from the memory's.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="memory">The memory.</param>
    /// <param name="window">The offset of the window's first position.</param>
    public string Declare(SourceWriter writer, string memory, string window) =>
        IsUnrolled ? Offset.Declare(writer, "window" + char.ToUpperInvariant(memory[0]) + memory.Substring(1), memory, window) : memory;
}
