using DslNet.Generators.Operations;
using DslNet.Generators.Planning;
using DslNet.Generators.Text;

namespace DslNet.Generators.Emission;

/// <summary>Scratch memory that a thread hands to the program.</summary>
internal sealed class ArenaMemory(ProgramPlan program) : ScratchMemory(program)
{
    /// <summary>What a program calls the number of frames that there is memory for.</summary>
    public const string Room = "room";

    public override string Heading(IReadOnlyList<Buffer> buffers)
    {
        const int bytesPerKilobyte = 1024;
        long kilobytes = (Program.ScratchLength * sizeof(float) + bytesPerKilobyte - 1) / bytesPerKilobyte;
        bool shared = buffers.Any(buffer => Program.Memory.SuccessorsOf(buffer).Count > 0);
        return $"Scratch memory, {NumberText.Grouped(kilobytes)} KB{(shared ? ": what is never needed at once shares a place" : "")}";
    }

    public override string Declaration(string name, Buffer buffer) => Program.Memory[buffer].Area == MemoryArea.OfFrames
        ? $"ref float {name} = {Text.Offset.Reference("scratch", OfFrames(Room, Program.Memory[buffer].Offset, Program.Memory.FirstFrame(buffer)))};"
        : Declare(name, "scratch", Program.Memory[buffer].Offset);

    /// <summary>Floats of the memory that grows with the frames of a sequence, as an expression in C#.</summary>
    /// <param name="frames">How many frames there is room for.</param>
    public string LengthOfFrames(string frames) => OfFrames(frames, Program.Memory.LengthOf(MemoryArea.OfFrames), Program.Memory.FramesAround);

    // The memory that grows is behind what does not.
    private string OfFrames(string frames, long perFrame, long besides) =>
        Text.Offset.Sum(perFrame == 0 ? "" : Text.Offset.Times(frames, (int)perFrame), Literal.Of((int)(Program.ScratchLength + besides)));

    public override string Content(Buffer buffer) => Program.Memory.HasCopyPerSampleOfBlock(buffer)
        ? $"{NumberText.Counted(Program.BlockSamples, "sample")} of {base.Content(buffer)}"
        : Program.Memory[buffer].Area == MemoryArea.OfFrames ? $"{base.Content(buffer)} per frame"
        : base.Content(buffer);

    /// <summary>Declares a name for where something begins.</summary>
    public static string Declare(string name, string memory, long offset) =>
        $"ref float {name} = ref {(offset == 0 ? memory : $"Place__.Add(ref {memory}, {offset})")};";
}
