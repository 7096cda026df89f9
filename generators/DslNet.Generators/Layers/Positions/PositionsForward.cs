using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Positions;

/// <summary>y[t] = x[t] + W[n[t] − 1].</summary>
/// <param name="Rows">The rows and the frames.</param>
internal sealed record PositionsForward(PositionRows Rows) : Kernel
{
    public override bool IsOfBlock => true;

    public override IReadOnlyList<KernelParameter> Parameters => [new("counts"), new("x"), new("w"), new("y")];

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        using (Method(writer, name, $"y = x + w[position]: {Rows.Phrase}.", single: true))
            Rows.Write(writer, target, ["x", "y"], i => writer.Line(target.Store($"{target.Load("xFrame", i)} + {target.Load("row", i)}", "yFrame", i)));
    }
}
