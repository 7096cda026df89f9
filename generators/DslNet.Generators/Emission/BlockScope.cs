using DslNet.Generators.Operations;
using DslNet.Generators.Planning;
using DslNet.Generators.Text;

namespace DslNet.Generators.Emission;

/// <summary>
/// One block of many samples. In scope: start, the number of the block's first sample, block, how many it has, and scratch.
/// </summary>
internal sealed class BlockScope(int blockSamples) : SampleScope
{
    public override string Declaration(string name, Buffer buffer)
    {
        string copies = buffer.Lifetime == Lifetime.Block ? $"{blockSamples} samples of {buffer.Length} floats" : $"{buffer.Length} floats";
        return $"{Declare(name, "scratch", buffer.Offset)} // {copies}";
    }

    public override IDisposable? Loop(SourceWriter writer, Stage stage) =>
        stage.Granularity == Granularity.Sample ? writer.Block("for (int s = 0; s < block; s++)") : null;

    public override string Callee(Operation operation) => operation.Callee;

    public override IEnumerable<string> Count(Operation operation) => operation.Granularity == Granularity.Block ? ["block"] : [];

    public override string InScratch(string name, Buffer buffer, Granularity granularity) =>
        buffer.Lifetime == Lifetime.Block && granularity == Granularity.Sample
            ? $"ref Place__.Add(ref {name}, {Offset.Times("s", buffer.Length)})"
            : "ref " + name;

    public override string InCallersMemory(string name, Buffer buffer, Granularity granularity)
    {
        string sample = granularity == Granularity.Block ? "start" : buffer.Length == 1 ? "start + s" : "(start + s)";
        return $"ref Place__.Add(ref {name}, {Offset.Times(sample, buffer.Length)})";
    }
}
