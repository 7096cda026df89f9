using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Embedding;

/// <summary>∂w[token] += ∂y: the rows of the tokens, in their order, and no other.</summary>
/// <param name="Rows">The rows and the tokens.</param>
/// <param name="PaddingIndex">The token whose row has no gradient; -1 if all have.</param>
internal sealed record EmbeddingGradient(EmbeddingRows Rows, int PaddingIndex) : Kernel
{
    public override IReadOnlyList<KernelParameter> Parameters => [new("tokens", KernelParameter.Integers), new("dy"), new("dw")];

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        using (Method(writer, name, $"∂w[token] += ∂y{(PaddingIndex < 0 ? "" : $", but of token {PaddingIndex}")}: {Rows.Phrase}."))
        {
            Rows.Write(
                writer, target, "dw", "dy",
                (row, place, offset) => writer.Line(target.Store(StoreMethod.Add, [target.Load(place, offset)], "", row, offset)), PaddingIndex);
        }
    }
}
