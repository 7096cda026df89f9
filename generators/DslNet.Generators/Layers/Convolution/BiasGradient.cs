using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Convolution;

/// <summary>∂b += Σ ∂y over the positions of one sample.</summary>
/// <param name="Positions">Positions.</param>
/// <param name="Stride">From one of them to the next.</param>
internal sealed record BiasGradient(int Positions, int Stride) : Kernel
{
    public override IReadOnlyList<KernelParameter> Parameters => [new("dy"), new("db")];

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        using (Method(writer, name, $"∂b += Σ ∂y over {NumberText.Counted(Positions, "position")}."))
            BiasSums.Write(writer, "dy", Positions, Stride, "db");
    }
}
