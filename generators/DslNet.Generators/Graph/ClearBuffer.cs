using DslNet.Generators.Emission;
using DslNet.Generators.Simd;

namespace DslNet.Generators.Graph;

/// <summary>Fills a scratch buffer with zeros.</summary>
internal sealed class ClearBuffer(string name, Buffer buffer, Granularity granularity) : Operation
{
    public override string Name => name;

    public override Granularity Granularity => granularity;

    public override IReadOnlyList<Operand> Operands { get; } = [new("sums", buffer)];

    public override void WriteMethods(SourceWriter writer, Target target)
    {
        using (Method(writer, $"{buffer.Name}: zeros.", $"internal static void {Name}({ParameterList})"))
            writer.Line($"global::System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref sums, {buffer.Length}).Clear();");
    }
}
