using DslNet.Generators.Operations;
using DslNet.Generators.Planning;
using DslNet.Generators.Text;

namespace DslNet.Generators.Emission;

/// <summary>
/// One block of many samples. In scope: start, the number of the block's first sample, block, how many it has, and scratch.
/// </summary>
internal sealed class BlockScope(int blockSamples) : SampleScope
{
    public override string ScratchHeading(ProgramPlan program, IReadOnlyList<Buffer> buffers)
    {
        const int bytesPerKilobyte = 1024;
        long kilobytes = (program.ScratchLength * sizeof(float) + bytesPerKilobyte - 1) / bytesPerKilobyte;
        bool shared = buffers.Any(buffer => program.SuccessorsOf(buffer).Count > 0);
        return $"Scratch memory, {NumberText.Grouped(kilobytes)} KB{(shared ? ": what is never needed at once shares a place" : "")}";
    }

    public override string Content(Buffer buffer)
    {
        string floats = NumberText.Counted(buffer.Length, "float");
        return buffer.Lifetime == Lifetime.Block ? $"{NumberText.Counted(blockSamples, "sample")} of {floats}" : floats;
    }

    public override string Declaration(string name, Buffer buffer) => Declare(name, "scratch", buffer.Offset);

    public override string? LoopOf(Stage stage) => stage.Granularity == Granularity.Sample ? "for (int s = 0; s < block; s++)" : null;

    public override string MethodOf(Kernel kernel, string name) => name;

    public override IEnumerable<string> Count(Operation operation) => operation.Granularity == Granularity.Block ? ["block"] : [];

    public override string InScratch(string name, Buffer buffer, Granularity granularity) =>
        buffer.Lifetime == Lifetime.Block && granularity == Granularity.Sample
            ? $"ref Place__.Add(ref {name}, {Offset.Times("s", buffer.Length)})"
            : "ref " + name;

    public override string InCallersMemory(string name, Buffer buffer, Granularity granularity)
    {
        string sample = granularity == Granularity.Block ? "start" : "start + s";
        return $"ref Place__.Add(ref {name}, {Offset.Times(sample, buffer.Length)})";
    }
}
