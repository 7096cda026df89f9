using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Positions;

/// <summary>∂W[n[t] − 1] += ∂y[t].</summary>
/// <param name="Rows">The rows and the frames.</param>
internal sealed record PositionsGradient(PositionRows Rows) : Kernel
{
    public override bool IsOfBlock => true;

    public override IReadOnlyList<KernelParameter> Parameters => [new("counts"), new("dy"), new("dw")];

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        using (Method(writer, name, $"∂w[position] += ∂y: {Rows.Phrase}."))
            Rows.Write(writer, target, ["dy"], i => writer.Line(target.Store(StoreMethod.Add, [target.Load("dyFrame", i)], "", "row", i)));
    }
}
