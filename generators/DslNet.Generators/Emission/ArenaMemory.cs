using DslNet.Generators.Operations;
using DslNet.Generators.Planning;
using DslNet.Generators.Text;

namespace DslNet.Generators.Emission;

/// <summary>Scratch memory that a thread hands to the program.</summary>
internal sealed class ArenaMemory(ProgramPlan program) : ScratchMemory(program)
{
    public override string Heading(IReadOnlyList<Buffer> buffers)
    {
        const int bytesPerKilobyte = 1024;
        long kilobytes = (Program.ScratchLength * sizeof(float) + bytesPerKilobyte - 1) / bytesPerKilobyte;
        bool shared = buffers.Any(buffer => Program.Memory.SuccessorsOf(buffer).Count > 0);
        return $"Scratch memory, {NumberText.Grouped(kilobytes)} KB{(shared ? ": what is never needed at once shares a place" : "")}";
    }

    public override string Declaration(string name, Buffer buffer) => Declare(name, "scratch", Program.Memory[buffer].Offset);

    public override string Content(Buffer buffer) => Program.Memory.HasCopyPerSampleOfBlock(buffer)
        ? $"{NumberText.Counted(Program.BlockSamples, "sample")} of {base.Content(buffer)}"
        : base.Content(buffer);

    /// <summary>Declares a name for where something begins.</summary>
    public static string Declare(string name, string memory, long offset) =>
        $"ref float {name} = ref {(offset == 0 ? memory : $"Place__.Add(ref {memory}, {offset})")};";
}
