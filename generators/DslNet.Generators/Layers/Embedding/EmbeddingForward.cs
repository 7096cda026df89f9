using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Embedding;

/// <summary>y = the row of each token.</summary>
/// <param name="Rows">The rows and the tokens.</param>
internal sealed record EmbeddingForward(EmbeddingRows Rows) : Kernel
{
    public override IReadOnlyList<KernelParameter> Parameters => [new("tokens", KernelParameter.Integers), new("w"), new("y")];

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        using (Method(writer, name, $"y = w[token]: {Rows.Phrase}.", single: true))
            Rows.Write(writer, target, "w", "y", (row, place, offset) => writer.Line(target.Store(target.Load(row, offset), place, offset)));
    }
}
