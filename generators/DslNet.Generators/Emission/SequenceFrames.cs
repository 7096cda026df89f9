using DslNet.Generators.Operations;
using DslNet.Generators.Planning;
using DslNet.Generators.Text;

namespace DslNet.Generators.Emission;

/// <summary>The values of all frames of a sequence in scratch memory, for training. Those before the first are zero.</summary>
internal sealed class SequenceFrames(ProgramPlan program) : FrameMemory
{
    public override bool NamesInBlock(Buffer buffer) => false;

    public override void Enter(SourceWriter writer, Level level, string count, Func<Buffer, string> nameOf)
    {
        if (level != Level.Sequence)
            return;
        foreach (Buffer buffer in program.Memory.Buffers.Where(buffer => buffer.FramesBefore > 0))
        {
            int before = buffer.FramesBefore * buffer.Length;
            writer.Line($"{LibraryCall.Namespace}FloatMemory.Clear({Offset.Before($"ref {nameOf(buffer)}", before)}, {Literal.Of(before)});");
        }
    }
}
