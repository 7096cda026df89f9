using DslNet.Generators.Operations;
using DslNet.Generators.Planning;
using DslNet.Generators.Text;

namespace DslNet.Generators.Emission;

/// <summary>The values of frames before in the memory of a state. Each block has its place behind the last one.</summary>
internal sealed class StateFrames(FrameState state) : FrameMemory
{
    /// <summary>The method that finds the place of some frames.</summary>
    public const string Advance = "Advance";

    public override bool NamesInBlock(Buffer buffer) => buffer.FramesBefore > 0;

    public override void Enter(SourceWriter writer, Level level, string count, Func<Buffer, string> nameOf)
    {
        if (level != Level.Block || state.Values.Count == 0)
            return;
        writer.Line($"int position = {Advance}(ref state, {count});");
        foreach (FrameState.Value value in state.Values)
        {
            string place = Offset.Sum(Offset.Times("position", value.FrameLength), Literal.Of(value.First));
            writer.Line($"ref float {nameOf(Named(value))} = {Offset.Reference("state", place)}; // {NumberText.Counted(value.FramesBefore, "frame")} of {NumberText.Counted(value.FrameLength * value.Rows, "float")} before");
        }
    }

    /// <summary>The buffers of a program.</summary>
    public required IReadOnlyList<Buffer> Buffers { get; init; }

    private Buffer Named(FrameState.Value value) => Buffers.Single(buffer => buffer.Name == value.Name);
}
