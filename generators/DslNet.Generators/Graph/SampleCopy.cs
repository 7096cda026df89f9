using DslNet.Generators.Emission;
using DslNet.Generators.Simd;

namespace DslNet.Generators.Graph;

/// <summary>Copies one sample as it lies to scratch memory, where a vector may read a little beyond its end.</summary>
internal sealed class SampleCopy(string name, Buffer source, Buffer destination) : Operation
{
    public override string Name => name;

    public override Granularity Granularity => Granularity.Sample;

    public override IReadOnlyList<Operand> Operands { get; } = [new("source", source), new("destination", destination)];

    public override void WriteMethods(SourceWriter writer, Target target)
    {
        using (Method(writer, $"{source.Name} to {destination.Name}: one sample as it lies, to where a vector may read beyond its end.", $"internal static void {Name}({ParameterList})"))
            writer.Line($"global::System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref source, {source.Length}).CopyTo(global::System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref destination, {source.Length}));");
    }
}
