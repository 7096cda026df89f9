using DslNet.CompilerServices;
using DslNet.Generators.Lowering;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Positions;

/// <summary>The rows of a table, one for each position, and the frames of a block.</summary>
/// <param name="Max">How many rows there are.</param>
/// <param name="Row">From one row to the next: its values, with those that fill the last panel.</param>
/// <param name="Frame">From one frame to the next.</param>
/// <param name="Phrase">For a kernel's comment.</param>
internal readonly record struct PositionRows(int Max, int Row, int Frame, Comment Phrase)
{
    public static PositionRows Of(PositionsLayer layer, Tensor frames) => new(
        layer.Max, PanelWidth.RoundUp(frames.Layout.Channels), frames.Layout.SampleLength,
        $"{NumberText.Counted(frames.Layout.Channels, "value")} at {NumberText.Counted(layer.Max, "position")}");

    /// <summary>Writes a body for each vector of each frame.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="target">For which instructions.</param>
    /// <param name="values">The memory of the frames.</param>
    /// <param name="write">Given the position's row, the frame's place, and an offset in both, writes the body.</param>
    public void Write(SourceWriter writer, Target target, IReadOnlyList<string> values, Action<string> write)
    {
        using (writer.Block("for (int t = 0; t < count; t++)"))
        {
            writer.Line("// Sequences that are too long were refused, but a state may have been loaded with any bytes.");
            writer.Line($"int position = (int)global::System.Math.Min((uint)(Place__.Read(ref counts, t * {FrameCount.Length}) - 1), {Max - 1}u);");
            writer.Line($"ref float row = ref Place__.Add(ref {(values.Count == 2 ? "w" : "dw")}, {Offset.Times("position", Row)});");
            foreach (string value in values)
                writer.Line($"ref float {value}Frame = ref Place__.Add(ref {value}, {Offset.Times("t", Frame)});");
            using (writer.Loop("i", "0", Literal.Of(Row), target.Lanes))
                write("i");
        }
    }
}
