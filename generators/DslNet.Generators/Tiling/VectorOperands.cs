using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Tiling;

/// <summary>The operands of a product that are vectors: one for each vector of a <see cref="RegisterTile"/>.</summary>
/// <param name="Name">What they are called in registers, with an index behind.</param>
/// <param name="Array">Their memory.</param>
/// <param name="Offsets">Their offsets.</param>
internal sealed record VectorOperands(string Name, string Array, IReadOnlyList<int> Offsets)
{
    /// <summary>The names of all.</summary>
    public IReadOnlyList<string> Names => [.. Offsets.Select((_, v) => $"{Name}{v}")];

    /// <summary>Writes what loads them into registers.</summary>
    public void Declare(SourceWriter writer, Target target) =>
        writer.Lines(target.Declare(Name, [.. Offsets.Select(offset => target.Load(Array, Literal.Of(offset)))]));
}
